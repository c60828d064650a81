import type { Rect, Scene } from '../scene/scene.js';
import { type Drawing, toDrawings } from './shapes/order.js';
import { textOf } from './text/flow.js';

/** A label in its box, as a marking is drawn. */
export type MarkingLabel = Extract<Drawing, { readonly kind: 'label' }>;

/**
 * The marking that new slides must carry: the one of most slides, where it is the only one of most. It stands on the master, below
 * what slides have; every slide keeps its own, so that it goes with the slide into other decks and is read out with it.
 */
export function planMarking(scenes: readonly Scene[]): readonly MarkingLabel[] {
  const counts = new Map<string, { readonly labels: readonly MarkingLabel[]; slides: number }>();
  for (const labels of scenes.map(labelsOf)) {
    const key = JSON.stringify(labels.map(keyOf));
    const row = counts.get(key) ?? { labels, slides: 0 };
    row.slides += 1;
    counts.set(key, row);
  }
  const [commonest] = [...counts.values()].sort((a, b) => b.slides - a.slides);
  return commonest && commonest.slides * 2 > scenes.length ? commonest.labels : [];
}

/** True where a slide's own marking hides that of the master, so that no reader sees two. */
export function hidesMarking(scene: Scene, marking: readonly MarkingLabel[]): boolean {
  const own = labelsOf(scene);
  return marking.every(({ box }) => own.some((label) => covers(label.box.rect, box.rect)));
}

/** Labels on an opaque ground: through any other the one below would show. */
function labelsOf({ items }: Scene): readonly MarkingLabel[] {
  const marks = items.filter(({ role }) => role === 'marking');
  if (marks.length === 0) return [];
  return toDrawings(marks).flatMap((drawing) =>
    drawing.kind === 'label' && drawing.box.fill?.kind === 'solid' && drawing.box.fill.colour.alpha === 1
      ? [drawing]
      : [],
  );
}

function keyOf({ box, text }: MarkingLabel) {
  return [box.rect, box.fill, text.paragraphs.map(textOf)];
}

function covers(own: Rect, other: Rect): boolean {
  const within = (start: number, size: number, from: number, length: number) =>
    start <= from + 0.5 && start + size >= from + length - 0.5;
  return within(own.x, own.width, other.x, other.width) && within(own.y, own.height, other.y, other.height);
}
