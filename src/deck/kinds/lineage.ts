import type { MappedText } from '../../outline/mapped-text.js';
import type { Fitting, ItemRule } from '../kind-view.js';

/** A source as it is drawn: its number, who and where, and the source through which it reached us. */
export interface Drawn {
  readonly id: string;
  /** Whether we have read it ourselves. */
  readonly held: boolean;
  readonly viaId: string | null;
  /** "via 2", as the box says it. */
  readonly via: MappedText | null;
  /** "Ivashentsov (2)", as the table says it. */
  readonly relay: MappedText | null;
  readonly number: MappedText;
  readonly name: MappedText;
  readonly detail: MappedText | null;
  readonly date: MappedText;
  readonly grade: MappedText | null;
}

/** The boxes of one column, from top to bottom. */
export interface LineageColumn {
  readonly name: 'said' | 'relayed' | 'read';
  readonly boxes: readonly Drawn[];
}

/** A box on the slide, px from the corner of the drawing. */
interface Box {
  readonly source: Drawn;
  readonly column: LineageColumn['name'];
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

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
/** Outline and padding of a box, px: as sources.css has them. */
const edge = 2;
const inset = { x: 14, y: 6 };
/** Length and height of the arrow's head, px. */
const head = { width: 12, height: 16 };

/**
 * Where boxes and lines stand, so that each line runs level from a source to the bus before its relay and no two cross: every
 * source that was not read has a row of its own, its relay stands in the row of the first that it passed on, and what was
 * read stands at the right in the order of the rows that lead to it. Null where that cannot be drawn within `height` px.
 */
export function lineage(sources: readonly Drawn[], height: number, summary: MappedText | null, fit: Fitting) {
  const rows = rowsOf(sources);
  const read = sources.filter(({ held }) => held);
  if (rows === null || rows.length === 0 || read.length === 0) return null;
  const relayed = rows.some(({ relay }) => relay);
  const columns = relayed ? (read.length > 1 ? wideRead : three) : two;
  const natural = (source: Drawn, width: number) => boxHeight(source, width, fit);
  const ownHeights = rows.map(({ said, relay }) =>
    Math.max(said ? natural(said, columns.said.width) : 0, relay ? natural(relay, columns.relayed.width) : 0),
  );
  const roomy = Math.min(100, (height - (rows.length - 1) * widest) / rows.length);
  const even = rows.map(() => Math.max(roomy, ...ownHeights));
  const rowHeights = stacked(even, closest) <= height ? even : ownHeights;
  const ordered = [...read].sort((a, b) => firstRow(rows, a.id) - firstRow(rows, b.id));
  const readHeights = ordered.map(
    (each) =>
      natural(each, columns.read.width) +
      (summary ? 36 + fit.height(summary, 15, columns.read.width - 32) : 0),
  );
  const need = Math.max(stacked(rowHeights, closest), stacked(readHeights, closest));
  if (need > height) return null;
  const gap = Math.min(widest, (height - sum(rowHeights)) / Math.max(1, rows.length - 1));
  const total = Math.max(stacked(rowHeights, gap), stacked(readHeights, closest));
  const left = rows.flatMap(({ said, relay }, row) => {
    const place = {
      top: firstTop + stacked(rowHeights.slice(0, row), gap) + (row > 0 ? gap : 0),
      height: rowHeights[row] ?? 0,
    };
    return [
      ...(said ? [{ source: said, column: 'said' as const, ...columns.said, ...place }] : []),
      ...(relay ? [{ source: relay, column: 'relayed' as const, ...columns.relayed, ...place }] : []),
    ];
  });
  const boxes: readonly Box[] = [...left, ...readBoxes(ordered, readHeights, total, columns.read, rows)];
  const heads = columnsOf(boxes).map(({ name }) => ({
    selector: `.${name} > p`,
    body: `inset-inline-start: ${px(columns[name].left)}; width: ${px(columns[name].width)}`,
  }));
  return { columns: columnsOf(boxes), rules: [...heads, ...rulesOf(boxes)] };
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

function columnsOf(boxes: readonly Box[]): readonly LineageColumn[] {
  return (['said', 'relayed', 'read'] as const).flatMap((name) => {
    const own = boxes.filter(({ column }) => column === name).map(({ source }) => source);
    return own.length > 0 ? [{ name, boxes: own }] : [];
  });
}

function rulesOf(boxes: readonly Box[]): readonly ItemRule[] {
  const targets = boxes.filter(({ source }) => boxes.some((box) => leadsTo(box, source)));
  const readTargets = targets.filter(({ column }) => column === 'read');
  return boxes.flatMap((box) => {
    const to = targets.find(({ source }) => leadsTo(box, source));
    const index = boxes.filter(({ column }) => column === box.column).indexOf(box);
    const item = `.${box.column} > ul > li:nth-child(${index + 1})`;
    const place = {
      selector: item,
      body: `inset-inline-start: ${px(box.left)}; top: ${px(box.top)}; width: ${px(box.width)}; height: ${px(box.height)}`,
    };
    const entrance = targets.includes(box)
      ? arrow(item, box, busOf(box, readTargets), entranceOf(box, boxes))
      : [];
    const exit = to ? line(item, box, busOf(to, readTargets), entranceOf(to, boxes)) : [];
    return [place, ...exit, ...entrance];
  });
}

function leadsTo({ source }: Box, target: Drawn): boolean {
  return !source.held && source.viaId === target.id;
}

/** The upright line before a target, px; several targets in a column have one each, the lower the further right, so that none cross. */
function busOf(target: Box, readTargets: readonly Box[]): number {
  const place = target.column === 'read' ? readTargets.indexOf(target) - (readTargets.length - 1) / 2 : 0;
  return target.left - 44 + place * 14;
}

function middle({ top, height }: Box): number {
  return Math.round(top + height / 2);
}

/** Level at which lines enter a box: that of its only feeder where it can be, so that the line stays straight. */
function entranceOf(target: Box, boxes: readonly Box[]): number {
  const levels = boxes.filter((box) => leadsTo(box, target.source)).map(middle);
  if (target.column === 'relayed') return middle(target);
  const mean = levels.length === 1 ? (levels[0] ?? middle(target)) : middle(target);
  return Math.round(Math.min(Math.max(mean, target.top + 20), target.top + target.height - 20));
}

/** From the right edge of a source to the bus, and along it to the level where its target is entered. */
function line(item: string, box: Box, bus: number, entrance: number): readonly ItemRule[] {
  const level = middle(box);
  const start = box.width - edge;
  const level_ = `content: ''; inset-inline-start: ${px(start)}; top: ${px(level - 1 - box.top - edge)}; width: ${px(bus + 1 - box.left - box.width)}; height: 2px`;
  const [from, to] = level < entrance ? [level, entrance] : [entrance, level];
  const upright = `content: ''; inset-inline-start: ${px(bus - 1 - box.left - edge)}; top: ${px(from - 1 - box.top - edge)}; width: 2px; height: ${px(to - from + 2)}`;
  return [
    { selector: `${item}::before`, body: level_ },
    ...(from === to ? [] : [{ selector: `${item}::after`, body: upright }]),
  ];
}

/** From the bus to the box, with its head; both hang on the box's first paragraph. */
function arrow(item: string, box: Box, bus: number, entrance: number): readonly ItemRule[] {
  const from = { x: box.left + edge + inset.x, y: box.top + edge + inset.y };
  const length = box.left - head.width - (bus - 1);
  return [
    {
      selector: `${item} > p:first-child::before`,
      body: `content: ''; inset-inline-start: ${px(bus - 1 - from.x)}; top: ${px(entrance - 1 - from.y)}; width: ${px(length + 1)}; height: 2px`,
    },
    {
      selector: `${item} > p:first-child::after`,
      body: `content: ''; inset-inline-start: ${px(box.left - head.width - from.x)}; top: ${px(entrance - head.height / 2 - from.y)}; width: ${px(head.width)}; height: ${px(head.height)}`,
    },
  ];
}

function boxHeight({ number, name, detail, date, grade, via }: Drawn, width: number, fit: Fitting): number {
  const inner = width - 2 * (edge + inset.x);
  const last = [date, grade, via].flatMap((text) => (text ? [text.text] : [])).join('    ');
  const who = fit.height(`${number.text}  ${name.text}`, 15, inner, 'sans-bold');
  return (
    2 * (edge + inset.y) + who + (detail ? fit.height(detail, 15, inner) : 0) + fit.height(last, 15, inner)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Height of boxes one above the other. */
function stacked(heights: readonly number[], gap: number): number {
  return sum(heights) + Math.max(0, heights.length - 1) * gap;
}

function px(value: number): string {
  return `${Math.round(value * 10) / 10}px`;
}
