import type { MappedText } from '../../outline/mapped-text.js';
import { lineHeight } from '../fit.js';
import type { Face, Fitting, ItemRule } from '../kind-view.js';

/** Width in px of the margin column with its gutter: the names of a table's rows. */
export const nameColumn = 196;

/** A cell to be fitted; null is an empty one. */
export interface TableCell {
  readonly text: MappedText | string;
  readonly face: Face;
}

/** The least part of a table's width that a column is given, in px. */
const least = 90;

/** Shares a width in px over columns by how much text they hold: long columns get more, but less than in proportion. */
export function shareWidth(columns: readonly (readonly TableCell[])[], width: number): readonly number[] {
  const weights = columns.map((cells) => {
    const lengths = cells.map(({ text }) => (typeof text === 'string' ? text : text.text).length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    return Math.max(12, (mean + Math.max(0, ...lengths)) / 2) ** 0.6;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const given = weights.map((weight) => Math.max(least, (width * weight) / total));
  const excess = given.reduce((sum, each) => sum + each, 0) / width;
  return given.map((each) => Math.floor(each / excess));
}

/** Height in px of a row of cells, without its padding: that of its tallest. */
export function rowHeight(
  cells: readonly TableCell[],
  widths: readonly number[],
  pt: number,
  fit: Fitting,
): number {
  const heights = cells.map(({ text, face }, index) => fit.height(text, pt, widths[index] ?? least, face));
  return Math.max(lineHeight(pt), ...heights);
}

/** Rules that set the widths of a table's columns, the first of which is number `from` (1-based). */
export function widthRules(widths: readonly number[], from: number): readonly ItemRule[] {
  return widths.map((width, index) => ({
    selector: `th:nth-child(${index + from})`,
    body: `width: ${width}px`,
  }));
}
