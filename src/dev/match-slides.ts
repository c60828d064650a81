import type { PreviewSlide } from '../preview.js';

/** A slide with the name that it keeps. */
export interface NamedSlide extends PreviewSlide {
  readonly id: string;
}

/**
 * Gives every slide the name of the one that it was before: the same wherever it went; else, between two of those, one that was
 * edited; else a new one.
 */
export function matchSlides(
  before: readonly NamedSlide[],
  now: readonly PreviewSlide[],
  newName: () => string,
): readonly NamedSlide[] {
  const free = new Map<string, NamedSlide[]>();
  for (const slide of before) free.set(slide.likeness, [...(free.get(slide.likeness) ?? []), slide]);
  const names = now.map(({ likeness }) => free.get(likeness)?.shift()?.id ?? null);
  const left = new Set([...free.values()].flat().map(({ id }) => id));
  let last = -1;
  return now.map((slide, index) => {
    // Edited, it follows the slide that it followed before.
    const next = before[last + 1];
    const id = names[index] ?? (next && left.has(next.id) ? next.id : null) ?? newName();
    left.delete(id);
    const at = before.findIndex((each) => each.id === id);
    if (at >= 0) last = at;
    return { ...slide, id };
  });
}
