import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { nameColumn, rowHeight, shareWidth, type TableCell, widthRules } from './table-columns.js';

type Slide = SlideOf<'table'>;
type Column = Slide['columns'][number];

/** How Markdown writes the alignment of a column. */
const alignments = { left: '---', right: '---:', centre: ':-:' } as const;

/** Px: the table's top and width, its caption with the room below it, padding of a row and of a cell. */
const top = 176;
const whole = 1152;
const captionRoom = 10;
const rowPadding = 20;
const cellPadding = 24;

/** A native table; figures stand under each other where their column is set to the right. */
export const table: ComposeKind<'table'> = (slide, context) => {
  const { fit, labels, steps, part } = context;
  const rows = slide.rows.slice(part.from, part.to);
  const widths = widthsOf(slide, context);
  const inner = widths.map((width) => width - cellPadding);
  const caption = slide.caption ? fit.height(slide.caption, 15, 956) + captionRoom : 0;
  const head =
    rowHeight(
      slide.columns.map((column) => ({ text: headOf(column), face: 'sans-bold' })),
      inner,
      15,
      fit,
    ) + 9;
  const height = (pt: number) =>
    rows.reduce(
      (sum, row) => sum + rowPadding + rowHeight(cellsOf(slide, row, context), inner, pt, fit),
      caption + head,
    );
  return {
    step: fit.step(steps, bodyBottom(footRows(slide, context), context) - top, height),
    classes: slide.row_names ? ['row-names'] : [],
    rules: [
      ...widthRules(widths, 1),
      ...rows.flatMap(({ strong }, index) => (strong ? strongRules(index) : [])),
    ],
    view: {
      columns: slide.columns.map((column) => ({
        name: headOf(column),
        rule: { text: alignments[column.align], at: null, form: 'markdown' },
      })),
      rows: rows.map(({ cells }) => ({
        cells: slide.columns.map((_, index) => ({ text: cells[index] ?? null })),
      })),
      notStated: label(labels.notStated),
      caption: slide.caption,
    },
  };
};

/** The first column takes the margin where it names the rows; the others share the rest by their text. */
function widthsOf(slide: Slide, context: KindContext): readonly number[] {
  const columns = slide.columns.map((column, index) => [
    { text: headOf(column), face: 'sans-bold' as const },
    ...slide.rows.map((row): TableCell => cellsOf(slide, row, context)[index] ?? { text: '', face: 'sans' }),
  ]);
  if (!slide.row_names) return shareWidth(columns, whole);
  return [nameColumn, ...shareWidth(columns.slice(1), whole - nameColumn)];
}

function headOf({ name, unit }: Column): MappedText {
  return unit ? { ...name, text: `${name.text}, ${unit.text}` } : name;
}

function cellsOf(
  { columns, row_names }: Slide,
  { cells, strong }: Slide['rows'][number],
  { labels }: KindContext,
): readonly TableCell[] {
  return columns.map((_, index) => ({
    text: cells[index] ?? labels.notStated,
    face: strong || (row_names && index === 0) ? 'sans-bold' : 'sans',
  }));
}

/** A row set bold stands below an ink rule, as a sum does; the row above draws it, for its border would win. */
function strongRules(index: number): readonly ItemRule[] {
  const above = { selector: `tbody > tr:nth-child(${index}) > td`, body: 'border-bottom-color: var(--ink)' };
  return [
    { selector: `tbody > tr:nth-child(${index + 1}) > td`, body: 'font-weight: 700' },
    ...(index > 0 ? [above] : []),
  ];
}
