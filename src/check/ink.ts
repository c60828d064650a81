import type { Line, Paragraph, Rect, SceneItem, TableItem, TextItem } from '../scene/scene.js';

/** An item that holds text. */
export type Worded = TextItem | TableItem;

/** Tells items that hold text. */
export function isWorded(item: SceneItem): item is Worded {
  return item.kind === 'text' || item.kind === 'table';
}

/** The paragraphs of an item, in reading order, those of all cells together. */
export function paragraphsOf(item: Worded): readonly Paragraph[] {
  return item.kind === 'text' ? item.paragraphs : item.cells.flatMap((cell) => cell.paragraphs);
}

/** The text of the outline behind a paragraph of an item; null where none stands behind. */
export function pointerOf(item: Worded, paragraph: Paragraph | undefined): string | null {
  return paragraph?.pointers[0] ?? item.pointers[0] ?? null;
}

/**
 * Heights of letters over and under the baseline, in parts of their size. Less than a font's own ascent and descent, which are
 * mostly empty: a line may stick out of its box with these and nothing of it be cut off.
 */
const over = 0.75;
const under = 0.22;

/** Where the letters of these paragraphs are, px; null where there are none. */
export function inkOf(paragraphs: readonly Pick<Paragraph, 'lines'>[]): Rect | null {
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines).filter(({ runs }) => runs.length > 0);
  if (lines.length === 0) return null;
  const left = Math.min(...lines.map(({ x }) => x));
  const top = Math.min(...lines.map((line) => line.baseline - sizeOf(line) * over));
  const right = Math.max(...lines.map((line) => line.right));
  const bottom = Math.max(...lines.map((line) => line.baseline + sizeOf(line) * under));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function sizeOf({ runs }: Line): number {
  return Math.max(...runs.map(({ size }) => size));
}

/** How far a rectangle sticks out of another on the side where it does most, px; negative where it lies inside. */
export function excess(inner: Rect, outer: Rect): number {
  return Math.max(
    outer.x - inner.x,
    outer.y - inner.y,
    inner.x + inner.width - (outer.x + outer.width),
    inner.y + inner.height - (outer.y + outer.height),
  );
}

/** Width and height of what two rectangles share, the smaller of the two, px; negative where they are apart. */
export function shared(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.min(width, height);
}
