import type { SlideOf, Statement } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import { lineHeight } from '../fit.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { badge, remarks, wordsAt } from '../pieces.js';
import { joined, range } from '../statement-lines.js';

type Slide = SlideOf<'scenarios'>;
type Row = Slide['rows'][number];

/** One line of the board: its name in the margin and a cell for each scenario. */
interface Line {
  readonly name: MappedText;
  readonly cells: readonly (readonly MappedText[])[];
  /** Drawn with a track from 0 to 100 below the words. */
  readonly track: boolean;
}

/** Px: top of the board, of the badge beside the headline, the wide column, gutter between scenarios, padding of a cell above and below (less where the board is full), height of a track with its room, room between the texts of a cell. */
const top = 176;
const asideTop = 108;
const wide = 956;
const gutter = 24;
const paddings = [10, 6] as const;
const rule = 1;
const trackRoom = 30;
const between = 4;
const namePt = 21;

/** Scenarios side by side: what happens, how likely on a track from 0 to 100, what brings it, what shows it, what follows. */
export const scenarios: ComposeKind<'scenarios'> = (slide, context) => {
  const { fit, steps, labels } = context;
  const width = Math.floor((wide - gutter * (slide.rows.length - 1)) / slide.rows.length);
  const lines = linesOf(slide, context);
  const margin = marginNote(slide, context);
  const names = Math.max(
    ...slide.rows.map(({ name }) => fit.height(name, namePt, width, 'serif-bold') + 20),
    slide.basis || margin
      ? asideTop - top + 12 + lineHeight(15) + (margin ? fit.height(margin, 15, 172) : 0)
      : 0,
  );
  const box = bodyBottom(footRows(slide, context), context) - top;
  const height = (pt: number, padding: number) =>
    lines.reduce(
      (sum, line, index) => sum + lineSize(line, index === 0 ? pt : 15, width, context) + 2 * padding + rule,
      names,
    );
  const step = fit.step(steps, box, (pt) => height(pt, paddings[0]));
  const padding = height(step, paddings[0]) <= box ? paddings[0] : paddings[1];
  const shape = `--scenarios: ${slide.rows.length}; --lines: ${lines.length}; --width: ${width}px; --names: ${Math.round(names)}px; --pad: ${padding}px`;
  return {
    step,
    full: height(step, padding) / box,
    rules: [
      { selector: '.board', body: shape },
      ...slide.rows.flatMap((row, index) => bandRules(row, index, width)),
    ],
    view: {
      badge:
        badge(slide.basis, context, false, margin) ??
        (margin && { class: label('none'), word: label(''), note: margin }),
      notStated: label(labels.notStated),
      rows: slide.rows.map(({ name }, index) => ({ name, cells: cellsOf(lines, index) })),
    },
  };
};

/** What a scenario says in each line of the board. */
function cellsOf(lines: readonly Line[], scenario: number): readonly View[] {
  return lines.map(({ name, track, cells }) => ({
    name,
    track,
    texts: (cells[scenario] ?? []).map((text) => ({ text })),
  }));
}

function lineSize({ cells, track }: Line, pt: number, width: number, { fit }: KindContext): number {
  const heights = cells.map((cell) =>
    cell.reduce((sum, text) => sum + between + fit.height(text, pt, width), -between),
  );
  return Math.max(lineHeight(15), ...heights) + (track ? trackRoom : 0);
}

/** The lines that some scenario fills. */
function linesOf(slide: Slide, context: KindContext): readonly Line[] {
  const { labels } = context;
  const line = (
    name: string,
    cellOf: (row: Row) => readonly MappedText[],
    isTrack = false,
  ): readonly Line[] => {
    const cells = slide.rows.map(cellOf);
    if (cells.every((cell) => cell.length === 0)) return [];
    return [{ name: label(name), cells, track: isTrack }];
  };
  return [
    ...line(labels.whatHappens, (row) => [row.text]),
    ...line(
      labels.likelihood,
      (row) => likelihoodWords(row, context),
      slide.rows.some(({ likelihood }) => likelihood?.from != null),
    ),
    ...line(labels.confidence, ({ confidence, because }) =>
      listed(joined([confidence && label(confidence), because], '; ')),
    ),
    ...line(labels.broughtBy, ({ drivers }) => drivers),
    ...line(labels.shownBy, ({ indicators }) => indicators),
    ...line(labels.follows, ({ implications }) => implications),
    ...line(labels.impact, ({ impact }) => listed(impact)),
    ...line(labels.remark, (row) => remarks(row, context)),
  ];
}

function listed(text: MappedText | null): readonly MappedText[] {
  return text ? [text] : [];
}

function likelihoodWords({ likelihood }: Statement, context: KindContext): readonly MappedText[] {
  const figures = range(likelihood, context);
  return listed(joined([likelihood?.word ?? null, figures ? label(`${figures} %`) : null], ' '));
}

/** The band of a scenario on its track, in px from the track's start. */
function bandRules({ likelihood }: Row, index: number, width: number): readonly ItemRule[] {
  const { from, to } = likelihood ?? { from: null, to: null };
  if (from === null || to === null) return [];
  const x = Math.round((from * width) / 100);
  const band = Math.max(2, Math.round((to * width) / 100) - x);
  return [
    { selector: `.board > ul > li:nth-child(${index + 1})`, body: `--from: ${x}px; --band: ${band}px` },
  ];
}

/** Beside the badge: whether one of the scenarios must come, and until when they reach. */
function marginNote(slide: Slide, context: KindContext): MappedText | null {
  const { labels } = context;
  const { horizon } = slide;
  return joined(
    [
      slide.basis_note,
      slide.exclusive ? label(labels.oneMustCome) : null,
      horizon ? wordsAt(`${labels.until} ${context.date(horizon)}`, `${slide.pointer}/horizon`) : null,
    ],
    '; ',
  );
}
