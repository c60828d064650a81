import type { Rect, Turn } from '../drawing.js';
import type { TextItem } from '../items.js';
import type { Paragraph } from '../text.js';
import { round } from './geometry.js';
import type { Facts, Holder } from './holder.js';

/** A text box that more paragraphs may join. */
export interface OpenText {
  readonly id: number;
  readonly holder: Holder;
  /** What all its paragraphs together must stay in. */
  limit: Rect;
  readonly facts: Facts;
  readonly turn: Turn | null;
  readonly paragraphs: Paragraph[];
}

/** Turned text stands elsewhere than it is measured: no edge of the slide limits it there. */
const anywhere: Rect = { x: -1e5, y: -1e5, width: 2e5, height: 2e5 };

/** Starts a text box with its first paragraph. */
export function openText(
  id: number,
  paragraph: Paragraph,
  holder: Holder,
  limit: Rect,
  facts: Facts,
  turn: Turn | null,
): OpenText {
  return { id, holder, limit: turn ? anywhere : limit, facts, turn, paragraphs: [paragraph] };
}

/** Puts the parts of a foot line that stand beside one another into one line; null where they do not. */
export function joinBeside(open: OpenText, next: Paragraph, facts: Facts): Paragraph | null {
  const last = open.paragraphs.at(-1);
  const [before, after] = [last?.lines[0], next.lines[0]];
  if (!last || !before || !after || open.facts.role !== 'footer' || facts.role !== 'footer') return null;
  const beside =
    last.lines.length === 1 && next.lines.length === 1 && Math.abs(before.baseline - after.baseline) < 0.5;
  const run = before.runs.at(-1);
  if (!beside || !run || after.x < before.right || last.direction === 'rtl') return null;
  // A space keeps the texts apart for who copies them; the rest of the way is letter spacing.
  const space = 0.226 * run.size;
  const spaced = { ...run, text: `${run.text} `, gap: round(after.x - before.right - space) };
  const line = { ...before, right: after.right, runs: [...before.runs.slice(0, -1), spaced, ...after.runs] };
  const box = { ...last.box, width: round(next.box.x + next.box.width - last.box.x) };
  return { ...last, box, lines: [line], pointers: [...new Set([...last.pointers, ...next.pointers])] };
}

/** Shares of a line's height above and below its baseline, near enough to tell what stands beside from what stands below. */
const above = 0.76;
const below = 0.24;

/** True where a paragraph goes on the column of a text box: same holder, straight below, same right edge, and lines that break alike. */
export function joins(open: OpenText, next: Paragraph, holder: Holder, facts: Facts): boolean {
  const last = open.paragraphs.at(-1);
  const lastLine = last?.lines.at(-1);
  const firstLine = next.lines[0];
  if (!last || !lastLine || !firstLine) return false;
  if (open.holder !== holder || open.facts.role !== facts.role || facts.role === 'title') return false;
  if (last.direction !== next.direction || last.heading === 1) return false;
  const space = firstLine.baseline - lastLine.baseline - below * last.lineHeight - above * next.lineHeight;
  const lists = last.marker !== null || next.marker !== null || last.level > 0 || next.level > 0;
  const widest = Math.max(last.lineHeight, next.lineHeight) * (lists ? 4 : 1.6);
  if (space < -2 || space > widest) return false;
  if (Math.abs(startOf(last) - startOf(next)) > 160 || Math.abs(endOf(last) - endOf(next)) > 2) return false;
  if (last.align !== next.align && !(lines(last) === 1 && lines(next) === 1)) return false;
  const [from, to] = window([...open.paragraphs, next]);
  return to - from > 0.02 * from;
}

function lines({ lines: all }: Paragraph): number {
  return all.length;
}

function startOf({ direction, box }: Paragraph): number {
  return direction === 'rtl' ? box.x + box.width : box.x;
}

function endOf({ direction, box }: Paragraph): number {
  return direction === 'rtl' ? box.x : box.x + box.width;
}

/** Widths of the column, from its outer edge, in which every line breaks where it does. */
function window(paragraphs: readonly Paragraph[]): readonly [number, number] {
  const rtl = paragraphs[0]?.direction === 'rtl';
  const edge = rtl
    ? Math.max(...paragraphs.map(({ box }) => box.x + box.width))
    : Math.min(...paragraphs.map(({ box }) => box.x));
  let from = 1;
  let to = Number.POSITIVE_INFINITY;
  for (const paragraph of paragraphs) {
    const indent = Math.abs(edge - startOf(paragraph));
    for (const line of paragraph.lines) {
      from = Math.max(from, indent + line.right - line.x);
      if (line.next !== null) to = Math.min(to, indent + line.next);
    }
  }
  return [from, to];
}

/** The finished text box. */
export function closeText({ id, holder, limit, facts, turn, paragraphs }: OpenText, paint: number): TextItem {
  return {
    kind: 'text',
    id,
    paint,
    turn,
    ...facts,
    extent: extentOf(paragraphs),
    box: holder.rect,
    limit,
    inside: holder.box,
    paragraphs,
    smallest: smallestOf(paragraphs),
    ground: null,
    pointers: [...new Set(paragraphs.flatMap(({ pointers }) => pointers))],
  };
}

/** Size of the smallest text, px; 0 where there is none. */
export function smallestOf(paragraphs: readonly Paragraph[]): number {
  const runs = paragraphs.flatMap(({ lines: all }) => all.flatMap((line) => line.runs));
  return runs.length > 0 ? Math.min(...runs.map(({ size }) => size)) : 0;
}

function extentOf(paragraphs: readonly Paragraph[]): Rect {
  const all = paragraphs.flatMap(({ lines: each, lineHeight }) =>
    each.map((line) => ({
      ...line,
      top: line.baseline - above * lineHeight,
      bottom: line.baseline + below * lineHeight,
    })),
  );
  const x = Math.min(...all.map((line) => line.x));
  const y = Math.min(...all.map(({ top }) => top));
  return {
    x: round(x),
    y: round(y),
    width: round(Math.max(...all.map(({ right }) => right)) - x),
    height: round(Math.max(...all.map(({ bottom }) => bottom)) - y),
  };
}
