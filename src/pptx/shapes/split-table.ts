import type { TableItem } from '../../scene/scene.js';

/** The most rows that Office's own schema takes in one `a:tbl`; ISO/IEC 29500 sets no limit (found with the Open XML SDK's validator). */
const mostRows = 1000;

/** A table as the tables that a file can hold, one below the other; as it is where one is enough. A span ends where a table does. */
export function splitTable(table: TableItem): readonly TableItem[] {
  const count = Math.ceil(table.rows.length / mostRows);
  if (count <= 1) return [table];
  return Array.from({ length: count }, (_, index) => partOf(table, index * mostRows, index));
}

function partOf(table: TableItem, from: number, index: number): TableItem {
  const rows = table.rows.slice(from, from + mostRows);
  const above = table.rows.slice(0, from).reduce((sum, height) => sum + height, 0);
  const cells = table.cells
    .filter(({ row }) => row >= from && row < from + rows.length)
    .map((cell) => ({
      ...cell,
      row: cell.row - from,
      rowSpan: Math.min(cell.rowSpan, from + rows.length - cell.row),
    }));
  const height = rows.reduce((sum, each) => sum + each, 0);
  return {
    ...table,
    rect: { ...table.rect, y: table.rect.y + above, height },
    rows,
    cells,
    headerRows: index === 0 ? table.headerRows : 0,
  };
}
