import type { SlideOf } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import { lineHeight } from '../fit.js';
import { bodyBottom, type FootRow, footRows } from '../frame-view.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { nameColumn, rowHeight, shareWidth, type TableCell, widthRules } from './table-columns.js';

type Slide = SlideOf<'comparison'>;

/** Px: the columns beside the names, top of the table, padding of a row, of a cell, and of the mark ≠. */
const wide = 1152 - nameColumn;
const top = 176;
const rowPadding = 21;
const cellPadding = 24;
const mark = 26;

/** A native table; the first column is the reference, and what differs from it is marked. */
export const comparison: ComposeKind<'comparison'> = (whole, context) => {
  const { labels, steps, fit, part } = context;
  const slide = { ...whole, rows: whole.rows.slice(part.from, part.to) };
  const marked = whole.items.map((_, index) => whole.rows.some(({ cells }) => cells[index]?.differs));
  const widths = shareWidth(
    slide.items.map((_, index) => [...whole.rows.map((row) => cellAt(row, index, context))]),
    wide,
  );
  const inner = widths.map((width, index) => width - cellPadding - (marked[index] ? mark : 0));
  const foot = [...keyRow(slide, marked.includes(true), context), ...footRows(slide, context)];
  const box = bodyBottom(foot, context) - top;
  return {
    step: fit.step(
      steps,
      box,
      (pt) => headHeight(slide, inner, context) + bodyHeight(slide, inner, pt, context),
    ),
    classes: marked.includes(true) ? ['keyed'] : [],
    rules: [...widthRules(widths, 2), ...marked.flatMap((is, index) => (is ? [indentRule(index)] : []))],
    view: {
      items: slide.items.map(({ name, note }) => ({ text: name, note })),
      rows: slide.rows.map((row) => ({
        name: row.name,
        note: row.note,
        cells: slide.items.map((_, index) => ({
          text: row.cells[index]?.text ?? null,
          differs: row.cells[index]?.differs ? label(labels.differs) : null,
        })),
      })),
      notStated: label(labels.notStated),
      foot: foot.map(({ name, text }) => ({ label: name, text })),
    },
  };
};

/** What the mark means, at the foot. */
function keyRow({ rows }: Slide, marked: boolean, { labels }: KindContext): readonly FootRow[] {
  if (!marked) return [];
  const silent = rows.some(({ cells }) => cells.some((cell) => cell.text === null))
    ? `; ${labels.silent}`
    : '';
  return [{ name: label(labels.key), text: label(`${labels.differsFrom}${silent}`) }];
}

function indentRule(index: number): ItemRule {
  return { selector: `td:nth-child(${index + 2})`, body: `padding-inline-start: ${mark}px` };
}

function cellAt({ cells }: Slide['rows'][number], index: number, { labels }: KindContext): TableCell {
  const cell = cells[index];
  return { text: cell?.text ?? labels.notStated, face: cell?.differs ? 'sans-bold' : 'sans' };
}

function headHeight(
  { items, basis_note, basis }: Slide,
  widths: readonly number[],
  { fit }: KindContext,
): number {
  const corner =
    basis === null
      ? 0
      : lineHeight(15) + (basis_note ? fit.height(basis_note, 15, nameColumn - cellPadding) : 0);
  const heads = items.map(({ name, note }, index) => {
    const width = widths[index] ?? 0;
    return fit.height(name, 15, width, 'sans-bold') + (note ? fit.height(note, 15, width) : 0);
  });
  return Math.max(corner, ...heads) + 14;
}

function bodyHeight(
  { rows, items }: Slide,
  widths: readonly number[],
  pt: number,
  context: KindContext,
): number {
  const { fit } = context;
  return rows.reduce((sum, row) => {
    const name =
      fit.height(row.name, 15, nameColumn - cellPadding, 'sans-bold') +
      (row.note ? fit.height(row.note, 15, nameColumn - cellPadding) : 0);
    return (
      sum +
      rowPadding +
      Math.max(
        name,
        rowHeight(
          items.map((_, index) => cellAt(row, index, context)),
          widths,
          pt,
          fit,
        ),
      )
    );
  }, 0);
}
