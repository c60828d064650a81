import type { Border, Borders, TableCell, TableItem } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';
import { placeText } from '../text/frame.js';
import { cellModels } from '../text/line-model.js';
import { withStarts } from '../text/numbering.js';
import { paragraphXml } from '../text/paragraph-xml.js';
import type { RunContext } from '../text/run-xml.js';
import { centipoints, emu } from '../units.js';
import { fillXml, type Palette } from './colour-xml.js';
import { lineXml } from './line-xml.js';
import { type NonVisual, nonVisualXml } from './non-visual.js';
import { transformXml } from './transform-xml.js';

/** "No Style, No Grid": a style that every PowerPoint knows and that adds nothing. */
const plainStyle = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** A table as `p:graphicFrame`. */
export function tableXml(item: TableItem, facts: NonVisual, context: RunContext): string {
  const table = gridOf(item);
  const columns = table.columns.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const rows = table.rows.map((height, row) => {
    const cells = table.columns.map((_, column) => cellAt(table, row, column, context));
    return `<a:tr h="${emu(height)}">${cells.join('')}</a:tr>`;
  });
  const width = table.columns.reduce((sum, each) => sum + each, 0);
  const height = table.rows.reduce((sum, each) => sum + each, 0);
  const left = least(table.cells.map(({ rect }) => rect.x));
  const top = least(table.cells.map(({ rect }) => rect.y));
  const frame = transformXml({ x: left, y: top, width, height }, {}, 'p:xfrm');
  const properties = attributes({
    rtl: table.direction === 'rtl' ? 1 : null,
    firstRow: table.headerRows > 0 ? 1 : null,
  });
  return `<p:graphicFrame><p:nvGraphicFramePr>${nonVisualXml(facts)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frame}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr${properties}><a:tableStyleId>${plainStyle}</a:tableStyleId></a:tblPr><a:tblGrid>${columns}</a:tblGrid>${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function cellAt(table: Grid, row: number, column: number, context: RunContext): string {
  const cell = covering(table, row, column);
  const empty = emptyCell(table, context);
  if (!cell) return `<a:tc>${empty}<a:tcPr/></a:tc>`;
  const across = cell.column < column;
  const down = cell.row < row;
  const spans = attributes({
    rowSpan: !down && cell.rowSpan > 1 ? cell.rowSpan : null,
    gridSpan: !across && cell.columnSpan > 1 ? cell.columnSpan : null,
    hMerge: across ? 1 : null,
    vMerge: down ? 1 : null,
  });
  const own = !across && !down;
  const frame =
    own && cell.paragraphs.length > 0 ? placeText(cell.paragraphs, cellModels[context.target]) : null;
  const body = frame
    ? `<a:txBody><a:bodyPr/><a:lstStyle/>${withStarts(frame.paragraphs)
        .map((each) => paragraphXml(each, context))
        .join('')}</a:txBody>`
    : empty;
  return `<a:tc${spans}>${body}${cellPropertiesXml(table, cell, frame?.rect ?? null, context.palette)}</a:tc>`;
}

/** A cell without text still has a line, which must not make its row higher. */
function emptyCell({ smallest }: TableItem, { language }: RunContext): string {
  return `<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr${attributes({ lang: language, sz: Math.max(100, centipoints(smallest || 12)) })}/></a:p></a:txBody>`;
}

/** The least of numbers that may be too many for the arguments of one call. */
function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}

/** A table whose cells are found by place: a search through all for each would take minutes on a long one. */
interface Grid extends TableItem {
  readonly places: ReadonlyMap<number, TableCell>;
}

function gridOf(table: TableItem): Grid {
  const places = new Map<number, TableCell>();
  const width = table.columns.length;
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        if (!places.has(row * width + column)) places.set(row * width + column, cell);
  }
  return { ...table, places };
}

function covering({ places, columns }: Grid, row: number, column: number): TableCell | null {
  if (column < 0 || column >= columns.length) return null;
  return places.get(row * columns.length + column) ?? null;
}

function cellPropertiesXml(
  table: Grid,
  cell: TableCell,
  text: { x: number; y: number; width: number } | null,
  palette: Palette,
): string {
  const { rect } = cell;
  const insets = text
    ? {
        marL: text.x - rect.x,
        marR: rect.x + rect.width - text.x - text.width,
        marT: text.y - rect.y,
        marB: 0,
      }
    : { marL: 0, marR: 0, marT: 0, marB: 0 };
  const values = attributes({
    marL: emu(Math.max(0, insets.marL)),
    marR: emu(Math.max(0, insets.marR)),
    // Rows grow where text is a hair too tall, so the space below is left out.
    marT: emu(Math.max(0, insets.marT)),
    marB: 0,
    anchor: 't',
  });
  const borders = sharedBorders(table, cell);
  const lines =
    lineXml(borders.left, palette, 'a:lnL') +
    lineXml(borders.right, palette, 'a:lnR') +
    lineXml(borders.top, palette, 'a:lnT') +
    lineXml(borders.bottom, palette, 'a:lnB');
  return `<a:tcPr${values}>${lines}${fillXml(cell.fill, palette)}</a:tcPr>`;
}

/** An edge belongs to two cells, and PowerPoint draws what either says: both say the same. */
function sharedBorders(table: Grid, cell: TableCell): Borders {
  const rtl = table.direction === 'rtl';
  const { row, column, rowSpan, columnSpan, borders } = cell;
  const before = covering(table, row, column - 1);
  const after = covering(table, row, column + columnSpan);
  const onLeft = rtl ? after : before;
  const onRight = rtl ? before : after;
  return {
    top: wider(borders.top, covering(table, row - 1, column)?.borders.bottom ?? null),
    bottom: wider(borders.bottom, covering(table, row + rowSpan, column)?.borders.top ?? null),
    left: wider(borders.left, onLeft?.borders.right ?? null),
    right: wider(borders.right, onRight?.borders.left ?? null),
  };
}

function wider(a: Border | null, b: Border | null): Border | null {
  return a && b ? (b.width > a.width ? b : a) : (a ?? b);
}
