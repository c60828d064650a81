import type { MappedText } from '../../outline/mapped-text.js';
import type { Fitting, ItemRule } from '../kind-view.js';
import { px, sum } from '../lengths.js';
import {
  type Box,
  columnsOf,
  type Drawn,
  edge,
  inset,
  type LineageColumn,
  rulesOf,
} from './lineage-lines.js';

type Columns = Readonly<Record<LineageColumn['name'], { readonly left: number; readonly width: number }>>;

/** Left edge and width of the columns, px from the margin's edge: by whether anything was relayed, and whether several were read. */
const three: Columns = {
  said: { left: 0, width: 338 },
  relayed: { left: 426, width: 300 },
  read: { left: 814, width: 338 },
};
const wideRead: Columns = {
  said: { left: 0, width: 314 },
  relayed: { left: 394, width: 280 },
  read: { left: 754, width: 398 },
};
const two: Columns = {
  said: { left: 0, width: 466 },
  relayed: { left: 0, width: 0 },
  read: { left: 686, width: 466 },
};
/** Boxes start below the heads of the columns, px; rows stand at most 40 and at least 12 px apart. */
const firstTop = 32;
const widest = 40;
const closest = 12;
/**
 * Where boxes and lines stand, so that each line runs level from a source to the bus before its relay and no two cross: every
 * source that was not read has a row of its own, its relay stands in the row of the first that it passed on, and what was
 * read stands at the right in the order of the rows that lead to it. Null where that cannot be drawn within `height` px.
 */
export function lineage(
  sources: readonly Drawn[],
  height: number,
  summary: MappedText | null,
  fit: Fitting,
): { readonly columns: readonly LineageColumn[]; readonly rules: readonly ItemRule[] } | null {
  const rows = rowsOf(sources);
  const read = sources.filter(({ held }) => held);
  if (rows === null || read.length === 0) return null;
  const columns = rows.some(({ relay }) => relay) ? (read.length > 1 ? wideRead : three) : two;
  const heights = rowHeights(rows, columns, height, fit);
  const ordered = [...read].sort((a, b) => firstRow(rows, a.id) - firstRow(rows, b.id));
  const inside = summary ? 36 + fit.height(summary, 15, columns.read.width - 32) : 0;
  const readHeights = ordered.map((each) => inside + boxHeight(each, columns.read.width, fit));
  if (Math.max(stacked(heights, closest), stacked(readHeights, closest)) > height) return null;
  const gap = Math.min(widest, (height - sum(heights)) / Math.max(1, rows.length - 1));
  const total = Math.max(stacked(heights, gap), Math.min(height, stacked(readHeights, widest)));
  const boxes = [
    ...rowBoxes(rows, heights, gap, columns),
    ...readBoxes(ordered, readHeights, total, columns.read, rows),
  ];
  const drawn = columnsOf(boxes);
  const heads = drawn.map(({ name }) => ({
    selector: `.${name} > p`,
    body: `inset-inline-start: ${px(columns[name].left)}; width: ${px(columns[name].width)}`,
  }));
  return { columns: drawn, rules: [...heads, ...rulesOf(boxes)] };
}

/** All rows as high as the highest, up to 100 px, where there is room; else each as high as it needs. */
function rowHeights(rows: readonly Row[], columns: Columns, height: number, fit: Fitting): readonly number[] {
  const own = rows.map(({ said, relay }) =>
    Math.max(
      said ? boxHeight(said, columns.said.width, fit) : 0,
      relay ? boxHeight(relay, columns.relayed.width, fit) : 0,
    ),
  );
  const roomy = Math.min(100, (height - (rows.length - 1) * widest) / rows.length);
  const even = rows.map(() => Math.max(roomy, ...own));
  return stacked(even, closest) <= height ? even : own;
}

function rowBoxes(
  rows: readonly Row[],
  heights: readonly number[],
  gap: number,
  { said: saidPlace, relayed: relayedPlace }: Columns,
): readonly Box[] {
  return rows.flatMap(({ said, relay }, row): readonly Box[] => {
    const top = firstTop + sum(heights.slice(0, row)) + row * gap;
    const height = heights[row] ?? 0;
    return [
      ...(said ? [{ source: said, column: 'said' as const, ...saidPlace, top, height }] : []),
      ...(relay ? [{ source: relay, column: 'relayed' as const, ...relayedPlace, top, height }] : []),
    ];
  });
}

interface Row {
  readonly said: Drawn | null;
  readonly relay: Drawn | null;
  /** Id of what was read, where the row's line ends; null where it leads nowhere. */
  readonly target: string | null;
}

/** A row for each source that we have not read; null where a relay was itself relayed before it reached one that we read. */
function rowsOf(sources: readonly Drawn[]): readonly Row[] | null {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const passedOn = (id: string) => sources.filter((source) => source.viaId === id && !source.held);
  const rows: Row[] = [];
  for (const target of sources.filter(({ held }) => held)) {
    for (const source of passedOn(target.id)) {
      const behind = passedOn(source.id);
      if (behind.some(({ id }) => passedOn(id).length > 0)) return null;
      if (behind.length === 0) rows.push({ said: source, relay: null, target: target.id });
      rows.push(
        ...behind.map((said, index) => ({ said, relay: index === 0 ? source : null, target: target.id })),
      );
    }
  }
  const placed = new Set(rows.flatMap(({ said, relay }) => [said?.id, relay?.id]));
  const loose = sources.filter(({ id, held }) => !held && !placed.has(id));
  if (loose.some(({ viaId }) => viaId !== null && byId.has(viaId))) return null;
  return rows.length === 0 ? null : [...rows, ...loose.map((said) => ({ said, relay: null, target: null }))];
}

function firstRow(rows: readonly Row[], target: string): number {
  const index = rows.findIndex((row) => row.target === target);
  return index < 0 ? rows.length : index;
}

/** What we read, stacked over the height of the rows; those that lines lead to share what room is left. */
function readBoxes(
  read: readonly Drawn[],
  heights: readonly number[],
  total: number,
  place: { readonly left: number; readonly width: number },
  rows: readonly Row[],
): readonly Box[] {
  const fed = read.filter(({ id }) => rows.some(({ target }) => target === id)).length;
  const spare = (total - sum(heights) - (read.length - 1) * widest) / Math.max(1, fed);
  const gap = spare < 0 ? (total - sum(heights)) / Math.max(1, read.length - 1) : widest;
  let top = firstTop;
  return read.map((source, index) => {
    const led = rows.some(({ target }) => target === source.id);
    const height = (heights[index] ?? 0) + (led ? Math.max(0, spare) : 0);
    const box = { source, column: 'read' as const, ...place, top, height };
    top += height + gap;
    return box;
  });
}

function boxHeight({ number, name, detail, date, grade, via }: Drawn, width: number, fit: Fitting): number {
  const inner = width - 2 * (edge + inset.x);
  const last = [date, grade, via].flatMap((text) => (text ? [text.text] : [])).join('    ');
  const who = fit.height(`${number.text}  ${name.text}`, 15, inner, 'sans-bold');
  return (
    2 * (edge + inset.y) + who + (detail ? fit.height(detail, 15, inner) : 0) + fit.height(last, 15, inner)
  );
}

/** Height of boxes one above the other. */
function stacked(heights: readonly number[], gap: number): number {
  return sum(heights) + Math.max(0, heights.length - 1) * gap;
}
