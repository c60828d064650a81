import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind, ItemRule, KindContext, KindView } from '../kind-view.js';
import { derive, remarks } from '../pieces.js';
import { joined } from '../statement-lines.js';

type Slide = SlideOf<'implications'>;
type Row = Slide['rows'][number];

/** Body of the slide, y 176 to 612, px. */
const box = 436;
/** The most that one of the others takes of the height, px. */
const tallest = 146;
/** Others that can stack beside the brief's own audience. */
const most = 4;

/** The brief's own audience large at the left, the others stacked at the right; rows where no audience comes first. */
export const implications: ComposeKind<'implications'> = (slide, context) => {
  const readers = new Set(context.brief.audience.map(({ text }) => text.toLowerCase()));
  const primary =
    slide.rows.find((row) => row.primary) ??
    slide.rows.find((row) => readers.has(row.for.text.toLowerCase()));
  const others = slide.rows.filter((row) => row !== primary);
  return primary && others.length <= most && context.part.of === 1
    ? halves(primary, others, context)
    : rows(slide, context);
};

function halves(primary: Row, others: readonly Row[], context: KindContext): KindView {
  const { fit, labels } = context;
  const note = noteOf(primary, context);
  const width = others.length > 0 ? 466 : 956;
  const beneath = note ? fit.height(note, 15, width) + 14 : 0;
  const head = 16 + 24 + fit.height(primary.for, 28, width, 'serif-bold') + 14;
  const tall = (pt: number) => others.reduce((sum, row) => sum + otherHeight(row, pt, context), 0);
  const close = tall(18) > box;
  const beside = tall(close ? 15 : 18) / box;
  const height = (pt: number) => head + fit.height(primary.text, pt, width) + beneath;
  const step = fit.step(context.steps, box, height);
  return {
    step,
    full: Math.max(beside, height(step) / box),
    classes: [...(others.length === 0 ? ['only-primary'] : []), ...(close ? ['close'] : [])],
    rules: [
      { selector: '.others > ul', body: `--rows: ${Math.min(box, others.length * tallest)}px` },
      ...others.flatMap((row, index) => besideName(row, index, context)),
    ],
    view: {
      primary: { intro: label(labels.audienceIntro), name: primary.for, text: primary.text, note },
      others:
        others.length > 0
          ? others.map((row) => ({ name: row.for, text: row.text, note: noteOf(row, context) }))
          : null,
      rows: null,
    },
  };
}

function rows(slide: Slide, context: KindContext): KindView {
  const { fit } = context;
  const height = box - (slide.basis ? 32 : 0);
  const rowHeight = (row: Row, pt: number) => {
    const note = noteOf(row, context);
    return (
      24 +
      Math.max(
        fit.height(row.for, pt, 172, 'serif-bold'),
        fit.height(row.text, pt, 662),
        note ? fit.height(note, 15, 270) + 4 : 0,
      )
    );
  };
  const steps = context.steps.filter((pt) => pt <= 21);
  return {
    step: fit.step(steps, height, (pt) => slide.rows.reduce((sum, row) => sum + rowHeight(row, pt), 0)),
    classes: ['by-rows'],
    rules: [{ selector: '.ledger > ul', body: `--rows: ${Math.min(height, slide.rows.length * 135)}px` }],
    view: {
      primary: null,
      others: null,
      rows: slide.rows.map((row) => ({ name: row.for, text: row.text, note: noteOf(row, context) })),
    },
  };
}

/** What stands in small beside or beneath: which way, when, what to do, and the statement's own remarks. */
function noteOf(row: Row, context: KindContext): MappedText | null {
  const { direction, when, action } = row;
  return joined(
    [
      direction ? label(direction) : null,
      when,
      action ? derive(action, (words) => `${context.labels.toDo}: ${words}`) : null,
      ...remarks(row, context),
    ],
    '; ',
  );
}

/** A note that is short enough stands on the line of the name, at its end. */
function isBeside(row: Row, { fit }: KindContext, note: MappedText): boolean {
  return fit.lines(`${row.for.text} ${note.text}`, 18, 430, 'serif-bold') === 1;
}

function besideName(row: Row, index: number, context: KindContext): readonly ItemRule[] {
  const note = noteOf(row, context);
  if (note === null || !isBeside(row, context, note)) return [];
  const item = `.others > ul > li:nth-child(${index + 1})`;
  return [
    { selector: `${item} > p:nth-child(1)`, body: 'grid-area: 1 / 1' },
    {
      selector: `${item} > p:nth-child(3)`,
      body: 'grid-area: 1 / 2; margin-top: 0; align-self: center; text-align: end',
    },
  ];
}

function otherHeight(row: Row, pt: number, context: KindContext): number {
  const note = noteOf(row, context);
  const beneath = note && !isBeside(row, context, note) ? context.fit.height(note, 15, 466) + 2 : 0;
  return (
    19 +
    context.fit.height(row.for, pt + 3, 466, 'serif-bold') +
    2 +
    context.fit.height(row.text, pt, 466) +
    beneath
  );
}
