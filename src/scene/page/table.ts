import type { Fill, Rect } from '../drawing.js';
import type { TableCell } from '../items.js';
import type { Paragraph } from '../text.js';
import { readBorders, readFill } from './box-style.js';
import { smallestOf } from './columns.js';
import type { SlideDraft } from './draft.js';
import { inFrame, round } from './geometry.js';
import type { Walk } from './inline.js';
import { factsOf, isSilent, type Place, paintKeys } from './place.js';

/** The walker's ways, given as arguments since it and the table need each other. */
export interface CellWalk {
  readonly walk: Walk;
  /** Goes through the inside of an element that draws no box of its own. */
  readonly inside: (
    element: Element,
    style: CSSStyleDeclaration,
    rect: Rect,
    place: Place,
    draft: SlideDraft,
  ) => void;
}

interface FoundCell {
  readonly element: HTMLTableCellElement;
  readonly style: CSSStyleDeclaration;
  readonly row: number;
  readonly column: number;
  readonly rect: Rect;
}

/** Puts a table into the draft: its cells with their text; a caption is text of its own. */
export function walkTable(
  table: Element,
  style: CSSStyleDeclaration,
  rect: Rect,
  place: Place,
  draft: SlideDraft,
  ways: CellWalk,
): void {
  if (!(table instanceof HTMLTableElement)) return;
  if (table.caption) ways.walk(table.caption, place, draft);
  const found = findCells(table, draft);
  if (found.length === 0) return;
  const facts = factsOf(table, place.role);
  const key = paintKeys(style, null, place.key, draft);
  const cells = found.map((cell) => readCell(cell, place, draft, ways));
  const rtl = style.direction === 'rtl';
  draft.addTable(
    {
      rect,
      limit: place.clip.rect,
      direction: rtl ? 'rtl' : 'ltr',
      columns: spans(cells, rtl ? 'end' : 'start'),
      rows: spans(cells, 'down'),
      headerRows: headerRows(cells),
      cells,
      smallest: smallestOf(cells.flatMap(({ paragraphs }) => paragraphs)),
    },
    { ...facts, pointers: [...new Set([...facts.pointers, ...cells.flatMap(({ pointers }) => pointers)])] },
    key.context,
  );
}

/** How many rows from the top on hold headers alone. */
function headerRows(cells: readonly TableCell[]): number {
  const first = cells.find(({ header }) => !header);
  return first ? first.row : Math.max(...cells.map(({ row }) => row + 1));
}

/** The cells with their places in the grid, spans reckoned with. */
function findCells(table: HTMLTableElement, draft: SlideDraft): readonly FoundCell[] {
  const taken = new Set<string>();
  const cells: FoundCell[] = [];
  const rows = [...table.rows].filter((row) => !isSilent(row, getComputedStyle(row)));
  rows.forEach((tr, row) => {
    let column = 0;
    for (const element of tr.cells) {
      const style = getComputedStyle(element);
      if (isSilent(element, style)) continue;
      while (taken.has(`${row}.${column}`)) column += 1;
      for (let down = 0; down < element.rowSpan; down += 1) {
        for (let across = 0; across < element.colSpan; across += 1)
          taken.add(`${row + down}.${column + across}`);
      }
      cells.push({
        element,
        style,
        row,
        column,
        rect: inFrame(element.getBoundingClientRect(), draft.frame),
      });
      column += element.colSpan;
    }
  });
  return cells;
}

function readCell(
  { element, style, row, column, rect }: FoundCell,
  place: Place,
  draft: SlideDraft,
  ways: CellWalk,
): TableCell {
  const paragraphs: Paragraph[] = [];
  const holder = { rect, box: null, cell: paragraphs };
  const fill = cellFill(element, rect, place.opacity);
  // Walked as a block within the table, so that lists, badges and pictures in a cell are found; its own ground is the cell's.
  draft.counters.enter(element, style);
  ways.inside(element, style, rect, { ...place, holder, item: null, depth: 0 }, draft);
  draft.counters.leave(element);
  const vertical = style.verticalAlign;
  return {
    rect,
    row,
    column,
    rowSpan: element.rowSpan,
    columnSpan: element.colSpan,
    header: element.localName === 'th',
    fill,
    borders: readBorders(style, place.opacity),
    vertical: vertical === 'middle' || vertical === 'bottom' ? vertical : 'top',
    pointers: [...new Set(paragraphs.flatMap(({ pointers }) => pointers))],
    paragraphs,
    ground: null,
  };
}

/** A cell shows the fill of its row or of the group of rows where it has none. */
function cellFill(cell: Element, rect: Rect, opacity: number): Fill | null {
  for (const at of [cell, cell.parentElement, cell.parentElement?.parentElement]) {
    const fill = at ? readFill(getComputedStyle(at), rect, opacity) : null;
    if (fill) return fill;
  }
  return null;
}

/** Sizes of columns or rows, between the edges where some cell starts. */
function spans(cells: readonly TableCell[], axis: 'start' | 'end' | 'down'): readonly number[] {
  const index = (cell: TableCell) => (axis === 'down' ? cell.row : cell.column);
  const extent = (cell: TableCell) => (axis === 'down' ? cell.rowSpan : cell.columnSpan);
  const near = ({ rect }: TableCell) =>
    axis === 'down' ? rect.y : axis === 'end' ? -(rect.x + rect.width) : rect.x;
  const size = ({ rect }: TableCell) => (axis === 'down' ? rect.height : rect.width);
  const count = Math.max(...cells.map((cell) => index(cell) + extent(cell)));
  const edges = Array.from({ length: count + 1 }, (_, at) => {
    const starting = cells.find((cell) => index(cell) === at);
    const ending = cells.find((cell) => index(cell) + extent(cell) === at);
    return starting ? near(starting) : ending ? near(ending) + size(ending) : null;
  });
  return Array.from({ length: count }, (_, at) => {
    const from = edges[at];
    const to = edges.slice(at + 1).find((edge) => edge !== null);
    return from === null || from === undefined || to === null || to === undefined ? 0 : round(to - from);
  });
}
