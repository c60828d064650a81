import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import { type FilledSlide, fillWhatsNew } from '../fill-whats-new.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { derive, references } from '../pieces.js';
import { joined } from '../statement-lines.js';

type Slide = SlideOf<'whats-new'>;
type Change = Slide['rows'][number];

/** Body of the slide, y 168 to 612, the head of the rows, and the gap before what stands; px. */
const box = 444;
const head = 32;
const gap = 24;
/** The line that tells of further changes. */
const moreHeight = 40;

/** The mark before the word of a direction: its outline, and the preset shape of the same outline. */
const marks: Readonly<Record<NonNullable<Change['direction']>, string>> = {
  up: 'background: var(--accent); clip-path: polygon(50% 0, 100% 100%, 0 100%); --pptx-shape: triangle',
  down: 'background: var(--accent); clip-path: polygon(0 0, 100% 0, 50% 100%); --pptx-shape: flowChartMerge',
  same: 'top: 11px; height: 3px; background: var(--accent)',
  new: 'background: var(--accent)',
  reworded: 'border: 2px solid var(--accent)',
};

/** What changed since the last edition, was and is now, and what stands. */
export const whatsNew: ComposeKind<'whats-new'> = (written, context) => {
  const { labels, fit } = context;
  const smallest = context.steps.at(-1) ?? 15;
  const { slide, more } = fillWhatsNew(
    written,
    context,
    (filled) => rowsHeight(filled, smallest, context) <= box - below(filled, context),
  );
  const noWhy = slide.rows.every((row) => whyOf(row, context) === null);
  const nothing = nothingOf(slide, context);
  return {
    step: fit.step(context.steps, box - below({ slide, more }, context), (pt) =>
      rowsHeight({ slide, more }, pt, context),
    ),
    classes: noWhy ? ['no-why'] : [],
    rules: slide.rows.flatMap(markRule),
    view: {
      since: slide.since
        ? derive(slide.since, (words) => `${labels.since} ${words}`)
        : label(labels.sinceLast),
      heads: { before: label(labels.before), now: label(labels.now), why: noWhy ? null : label(labels.why) },
      rows: slide.rows.length > 0 ? slide.rows.map((row) => viewOf(row, context)) : null,
      nothing,
      more,
      unchangedLabel: label(labels.unchanged),
      unchanged: slide.unchanged.length > 0 ? slide.unchanged.map((text) => ({ text })) : null,
    },
  };
};

function rowsHeight({ slide: { rows } }: FilledSlide, pt: number, context: KindContext): number {
  const noWhy = rows.every((row) => whyOf(row, context) === null);
  return rows.reduce((sum, row) => sum + rowHeight(row, noWhy, pt, context), head);
}

/** What stands below the rows: that nothing changed, how many more changes there are, and what stands. */
function below({ slide, more }: FilledSlide, context: KindContext): number {
  return (nothingOf(slide, context) ? 60 : 0) + (more ? moreHeight : 0) + standing(slide, context);
}

function viewOf(row: Change, context: KindContext): View {
  return {
    name: row.name,
    direction: directionOf(row, context),
    was: wasOf(row, context),
    now: nowOf(row, context),
    why: whyOf(row, context),
  };
}

/** That nothing changed is said only where the outline says it. */
function nothingOf({ none, rows, unchanged }: Slide, { labels }: KindContext): MappedText | null {
  if (none) return label(labels.nothingNew);
  return rows.length === 0 && unchanged.length === 0 ? label(labels.notStated) : null;
}

/** The columns are 270, 368 and 270 px wide; without reasons there are two of 466. */
function rowHeight(row: Change, noWhy: boolean, pt: number, context: KindContext): number {
  const { fit } = context;
  const why = whyOf(row, context);
  const heights = [
    nameHeight(row, context),
    fit.height(wasOf(row, context), pt, noWhy ? 466 : 270),
    fit.height(nowOf(row, context), pt, noWhy ? 466 : 368, 'sans-bold'),
    why ? fit.height(why, 15, 270) : 0,
  ];
  return (pt === 15 ? 18 : 27) + Math.max(...heights);
}

/** A change without a name is named by its direction, so that the margin never stands empty. */
function directionOf(row: Change, { labels }: KindContext): MappedText | null {
  if (row.direction) return label(labels.directions[row.direction]);
  return row.name ? null : label(labels.changed);
}

/** What is new was not there before, and what is gone is there no longer; both are said. */
function wasOf(row: Change, { labels }: KindContext): MappedText {
  return row.was ?? label(row.direction === 'new' ? labels.wasAbsent : labels.notStated);
}

function nowOf(row: Change, { labels }: KindContext): MappedText {
  return row.now ?? (row.direction === 'same' && row.was ? row.was : label(labels.dropped));
}

function whyOf(row: Change, context: KindContext): MappedText | null {
  const { sources } = context.brief;
  const cited = row.sources.flatMap(({ source }) => {
    const entry = sources.get(source);
    const name =
      entry?.attribution === 'named' ? (entry.short ?? entry.author ?? entry.title ?? entry.outlet) : null;
    return name ? [name] : [];
  });
  return joined([row.why, joined(cited, ', '), ...references(row.see, context)], '; ');
}

function nameHeight(row: Change, context: KindContext): number {
  const { fit } = context;
  return (row.name ? fit.height(row.name, 15, 172, 'sans-bold') : 0) + (directionOf(row, context) ? 26 : 0);
}

function standing({ unchanged }: Slide, { fit }: KindContext): number {
  return unchanged.length > 0
    ? unchanged.reduce((sum, text) => sum + fit.height(text, 15, 956) + 4, gap + 11)
    : 0;
}

function markRule(row: Change, index: number): readonly ItemRule[] {
  if (row.direction === null)
    return row.name
      ? []
      : [{ selector: `.changes > ul > li:nth-child(${index + 1}) .direction::before`, body: marks.reworded }];
  return [
    { selector: `.changes > ul > li:nth-child(${index + 1}) .direction::before`, body: marks[row.direction] },
  ];
}
