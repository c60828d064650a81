import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import { lineHeight } from '../fit.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ItemRule, KindContext, KindView } from '../kind-view.js';
import { derive, remarks } from '../pieces.js';
import { badgeOf, joined, needBadges } from '../statement-lines.js';

type Slide = SlideOf<'drivers'> | SlideOf<'constraints'>;
type Row = Slide['rows'][number];

/** Length of an arrow or a brake in px by its strength; one length where no strength is stated. */
const lengths = { strong: 264, moderate: 180, weak: 96 } as const;
const full = 264;

/** Px: first row below a head of one line, the head's columns, padding of a row, room for the mark, widths of the columns, and what a short row may grow by. */
const top = 193;
const heads = { intro: 662, outcome: 180 } as const;
const padding = 21;
const markRoom = 20;
const columns = { name: 172, text: 662, basis: 250 } as const;
const numeralRoom = 32;
const growth = 34;
/** More rows than this are set at 15 pt. */
const fewRows = 4;

/** Drivers push towards an outcome, limits hold it back: a pair of drawings over the same rows. */
export function forces(slide: Slide, context: KindContext): KindView {
  const { labels, fit } = context;
  const badges = needBadges(slide.rows, slide.basis);
  const rows = slide.rows.map((row) => ({
    ...row,
    beside: basisTexts(row, slide.kind, context),
    small: smallText(row, context),
  }));
  const heights = (pt: number) => rows.map((row) => rowHeight(row, badges, pt, context));
  const total = (pt: number) => heights(pt).reduce((sum, height) => sum + height, 0);
  const steps = rows.length > fewRows ? context.steps.filter((pt) => pt <= 15) : context.steps;
  const intro = introOf(slide, context);
  const head = headHeight(intro, slide.outcome, context);
  const box = bodyBottom(footRows(slide, context), context) - top - (head - lineHeight(15)) - 8;
  const step = fit.step(steps, box, total);
  const spread = Math.min(box, Math.round(total(step) + growth * rows.length));
  return {
    step,
    rules: [
      { selector: '.ledger', body: `--head: ${Math.round(head)}px` },
      { selector: '.ledger > ol', body: `--rows: ${spread}px` },
      ...rows.map((row, index) => markRule(row, index, slide.kind)),
    ],
    view: {
      intro,
      basisHead: label(badges ? labels.whose : labels.basis),
      outcome: slide.outcome,
      rows: rows.map((row) => ({
        name: row.name,
        text: row.text,
        small: row.small,
        badge: badges ? badgeOf(row, context) : null,
        basis: row.beside.map((text) => ({ text })),
      })),
    },
  };
}

/** Above the sentences: whose they are, or what the rows do. */
function introOf({ kind, basis, basis_note }: Slide, { labels }: KindContext): MappedText | null {
  if (basis_note) return basis_note;
  if (basis !== null) return null;
  return label(kind === 'drivers' ? labels.whatPushes : labels.whatHolds);
}

/** The head is as tall as its longest text: a long outcome or remark takes two lines, and the rows begin below. */
function headHeight(intro: MappedText | null, outcome: MappedText | null, { fit }: KindContext): number {
  return Math.max(
    lineHeight(15),
    intro ? fit.height(intro, 15, heads.intro) : 0,
    outcome ? fit.height(outcome, 15, heads.outcome, 'sans-bold') : 0,
  );
}

function rowHeight(
  row: Row & { readonly beside: readonly MappedText[]; readonly small: MappedText | null },
  badges: boolean,
  pt: number,
  { fit }: KindContext,
): number {
  const name = fit.height(row.name, pt, columns.name - numeralRoom, 'sans-bold');
  const text =
    fit.height(row.text, pt, columns.text) + (row.small ? 4 + fit.height(row.small, 15, columns.text) : 0);
  const basis =
    (badges ? lineHeight(15) : 0) +
    row.beside.reduce((sum, each) => sum + fit.height(each, 15, columns.basis), 0) +
    markRoom;
  return Math.max(name, text, basis) + padding;
}

/** The column "Basis": direction and strength in a word and what supports it, or that nothing does; then a line each for hedge, change and the like. */
function basisTexts(row: Row, kind: Slide['kind'], context: KindContext): readonly MappedText[] {
  const { labels } = context;
  const strength = row.strength ? label(labels.strengths[row.strength]) : null;
  const turned = isTurned(row, kind) ? label(labels[row.direction === 'for' ? 'inFavour' : 'against']) : null;
  const first = joined([turned, strength, row.support ?? supportOf(row, context)], '; ');
  return [...(first ? [first] : []), ...remarks({ ...row, unsourced: false }, context)];
}

function supportOf(row: Row, { brief, labels }: KindContext): MappedText | null {
  const [speaker] = row.via;
  if (speaker) return derive(speaker.name, (name) => `${labels.via} ${name}`);
  const names = row.sources.flatMap(({ source }) => {
    const cited = brief.sources.get(source);
    return cited ? [cited.short ?? cited.author ?? cited.title ?? label(source)] : [];
  });
  return joined(names, ', ') ?? (row.unsourced ? label(labels.noSource) : null);
}

/** What stands in small below the sentence: on whom it acts, and what could move it. */
function smallText({ on, lever }: Row, { labels }: KindContext): MappedText | null {
  return joined(
    [
      on && derive(on.name, (name) => `${labels.actsOn} ${name}`),
      lever && derive(lever, (words) => `${labels.lever}: ${words}`),
    ],
    '; ',
  );
}

/** Drivers push and limits brake, unless a row says that it is for or against the outcome. */
function isTurned({ direction }: Row, kind: Slide['kind']): boolean {
  return direction === (kind === 'drivers' ? 'against' : 'for');
}

/** What turns the mark of a row into that of the other kind. */
const turns = {
  drivers: '; --mark: var(--ink); --push: none; --brake: block',
  constraints: '; --mark: var(--accent); --push: block; --brake: none',
} as const;

function markRule(row: Row, index: number, kind: Slide['kind']): ItemRule {
  const length = row.strength ? lengths[row.strength] : full;
  const turn = isTurned(row, kind) ? turns[kind] : '';
  return { selector: `.ledger > ol > li:nth-child(${index + 1})`, body: `--length: ${length}px${turn}` };
}
