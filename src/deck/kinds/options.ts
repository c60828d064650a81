import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import type { Labels } from '../labels.js';
import { derive, partyName, remarks } from '../pieces.js';
import { joined } from '../statement-lines.js';

type Slide = SlideOf<'options'>;
type Option = Slide['rows'][number];

/** Body from the head of the table to the foot, y 168 to 612, and the gap between table and closing; px. */
const box = 444;
const gap = 28;
/** Widths of the letter, the name without and with a text below it, and the cell that says which is recommended; px. */
const widths = { letter: 32, name: 228, described: 312, choice: 184 };
/** Text sizes of the recommendation, pt, with those of the box that asks. */
const leads = [24, 21, 18, 15] as const;
const asks: Readonly<Record<number, number>> = { 24: 21, 21: 18, 18: 18, 15: 15 };

/** A column of the table: its head, and its cell for each option. */
interface Column {
  readonly head: MappedText;
  readonly cell: (option: Option) => MappedText | null;
}

/** A column with the width it gets, px. */
interface WideColumn extends Column {
  readonly width: number;
}

/** What an option may say of itself beside its cells, with the word at the head of the column. */
const ownColumns: readonly (readonly [keyof Labels, (option: Option) => MappedText | null])[] = [
  ['pros', ({ pros }) => joined(pros, '; ')],
  ['cons', ({ cons }) => joined(cons, '; ')],
  ['cost', ({ cost }) => cost],
  ['risk', ({ risk }) => risk],
  ['feasibility', ({ feasibility }) => feasibility],
  ['time', ({ time }) => time],
];

/** A table of options by criteria, then the recommendation and what is asked. */
export const options: ComposeKind<'options'> = (slide, context) => {
  const { labels, fit } = context;
  const best = slide.rows.findIndex(({ recommended }) => recommended);
  const columns = spread(columnsOf(slide, labels), slide, best >= 0);
  const closing = closingOf(slide, context);
  const table = (pt: number) => tableHeight(slide, columns, pt, context);
  const step = fit.step(context.steps, box - closing.height(18), table);
  const lead = fit.step(leads, box - table(step), closing.height);
  return {
    step,
    classes: best >= 0 ? ['with-choice'] : [],
    rules: [
      { selector: 'th:nth-child(2)', body: `width: ${nameWidth(slide)}px` },
      ...columns.map(({ width }, index) => ({
        selector: `th:nth-child(${index + 3})`,
        body: `width: ${width}px`,
      })),
      ...(closing.height(15) > 0 ? [closingRule(lead, box - table(step) - gap)] : []),
      ...(best >= 0 ? chosen(best) : []),
    ],
    view: {
      corner: label(labels.option),
      columns: columns.map(({ head }) => ({ text: head })),
      taken: best >= 0,
      chosenWord: label(labels.recommended),
      rows: slide.rows.map((row, index) => ({
        letter: label(optionLetter(index)),
        name: row.name,
        what: what(row),
        cells: columns.map(({ cell }) => ({ text: cell(row) ?? label(labels.notStated) })),
        chosen: index === best,
      })),
      closing: slide.recommendation !== null || slide.ask !== null,
      recommendationLabel: label(labels.recommendation),
      recommendation: slide.recommendation ? { text: slide.recommendation.text, note: closing.note } : null,
      askLabel: label(labels.askedOfYou),
      ask: slide.ask,
    },
  };
};

/** The letter of an option by its place: A, B, C; after Z, AA. */
export function optionLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : optionLetter(Math.floor(index / 26) - 1) + letter;
}

function columnsOf(slide: Slide, labels: Labels): readonly Column[] {
  const given = slide.criteria.map(
    ({ name, note }, index): Column => ({
      head: note ? derive(name, (words) => `${words} (${note.text})`) : name,
      cell: ({ cells }) => cells[index] ?? null,
    }),
  );
  const own = ownColumns.flatMap(([word, cell]): readonly Column[] => {
    const head = labels[word];
    return typeof head === 'string' && slide.rows.some((row) => cell(row))
      ? [{ head: label(head), cell }]
      : [];
  });
  return [...given, ...own];
}

function what({ text, note }: Option): MappedText | null {
  return joined([text, note], '; ');
}

function closingOf(slide: Slide, context: KindContext) {
  const { recommendation, ask } = slide;
  const { fit } = context;
  const by = recommendation?.by ? partyName(recommendation.by) : null;
  const note = recommendation
    ? joined([by, recommendation.because, ...remarks(recommendation, context)], '; ')
    : null;
  const height = (pt: number) => {
    if (!recommendation && !ask) return 0;
    const wide = ask ? 564 : 956;
    const said = recommendation
      ? 11 + fit.height(recommendation.text, pt, wide) + (note ? 8 + fit.height(note, 15, wide) : 0)
      : 0;
    const asked = ask ? 60 + fit.height(ask, asks[pt] ?? 18, recommendation ? 328 : 916) : 0;
    return gap + Math.max(said, asked);
  };
  return { note, height };
}

function nameWidth(slide: Slide): number {
  return slide.rows.some((row) => what(row)) ? widths.described : widths.name;
}

/** Shares what room the names leave among the columns: what their texts take on one line where all can have that, else by length. */
function spread(columns: readonly Column[], slide: Slide, choice: boolean): readonly WideColumn[] {
  const room = 1152 - widths.letter - nameWidth(slide) - (choice ? widths.choice : 0);
  const cells = columns.map(({ cell }) => slide.rows.map((row) => cell(row)?.text ?? ''));
  const lines = columns.map(({ head }, index) =>
    Math.max(lineWidth(head.text, 15), ...(cells[index] ?? []).map((text) => lineWidth(text, 18))),
  );
  const words = columns.map(({ head }, index) =>
    Math.max(
      ...[head.text, ...(cells[index] ?? [])]
        .flatMap((text) => text.split(/\s+/u))
        .map((word) => lineWidth(word, 15)),
    ),
  );
  const least = sum(lines) <= room ? lines : words;
  const spare = Math.max(0, room - sum(least));
  const share = (index: number) => (least === lines ? 1 / columns.length : (lines[index] ?? 0) / sum(lines));
  return columns.map((column, index) => ({
    ...column,
    width: Math.floor((least[index] ?? 0) + spare * share(index)),
  }));
}

/** Rough width of a text on one line with the gap beside it, px: letters set bold are half an em wide. */
function lineWidth(text: string, pt: number): number {
  return 24 + text.length * pt * 0.66;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function tableHeight(
  slide: Slide,
  columns: readonly WideColumn[],
  pt: number,
  { fit, labels }: KindContext,
): number {
  const first = nameWidth(slide) - 24;
  const padding = pt === 15 ? 18 : 26;
  const headHeight =
    20 + Math.max(24, ...columns.map(({ head, width }) => fit.height(head, 15, width - 24, 'sans-bold')));
  return slide.rows.reduce((sum, row) => {
    const words = what(row);
    const name = fit.height(row.name, pt, first, 'sans-bold') + (words ? fit.height(words, 15, first) : 0);
    const face = row.recommended ? 'sans-bold' : 'sans';
    const cells = columns.map(({ cell, width }) =>
      fit.height(cell(row) ?? labels.notStated, pt, width - 24, face),
    );
    return sum + padding + Math.max(name, ...cells);
  }, headHeight);
}

/** The closing part keeps 150 px where it has them, so that the box that asks does not shrink to its text. */
function closingRule(lead: number, room: number): ItemRule {
  const least = Math.floor(Math.min(150, room));
  const sizes = `--lead: ${px(lead)}; --ask: ${px(asks[lead] ?? 18)}`;
  return { selector: '.closing', body: least > 0 ? `${sizes}; --least: ${least}px` : sizes };
}

function chosen(best: number): readonly ItemRule[] {
  const row = `tbody > tr:nth-child(${best + 1})`;
  return [
    {
      selector: `${row} > td`,
      body: 'border-top: 2px solid var(--accent); border-bottom: 2px solid var(--accent); font-weight: 700',
    },
    {
      selector: `${row} > td:last-child`,
      body: 'background: var(--accent); color: #FFFFFF; padding-inline-start: 14px',
    },
  ];
}

function px(pt: number): string {
  return `${((pt * 4) / 3).toFixed(0)}px`;
}
