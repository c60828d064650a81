import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { KindContext } from '../kind-view.js';
import type { Labels } from '../labels.js';
import { sum } from '../lengths.js';
import { derive } from '../pieces.js';
import { joined } from '../statement-lines.js';

type Slide = SlideOf<'options'>;
type Option = Slide['rows'][number];

/** Widths of the letter, the name without and with a text below it, and the cell that says which is recommended; px. */
const widths = { letter: 32, name: 228, described: 312, choice: 172 };
/** A column of the table: its head, and its cell for each option. */
interface Column {
  readonly head: MappedText;
  readonly cell: (option: Option) => MappedText | null;
}

/** A column with the width it gets, px. */
export interface WideColumn extends Column {
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

/** What an option is, in small below its name; null where the outline says nothing. */
export function what({ text, note }: Option): MappedText | null {
  return joined([text, note], '; ');
}

/** Width of the column of names, px. */
export function nameWidth(slide: Slide): number {
  return slide.rows.some((row) => what(row)) ? widths.described : widths.name;
}

/**
 * The columns beside the names, one for each criterion and one for each thing that options say of themselves; they share the
 * room by what their texts take on one line where all can have that, else by length.
 */
export function optionColumns(slide: Slide, labels: Labels): readonly WideColumn[] {
  const columns = columnsOf(slide, labels);
  const choice = slide.rows.some(({ recommended }) => recommended);
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

/** Height of the table with its texts at `pt`, px. */
export function tableHeight(
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
