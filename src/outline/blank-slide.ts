import { nowhere } from './context.js';
import { readShape } from './fields/groups.js';
import type { KindName, SlideOf } from './kinds.js';
import { slideShape } from './slide-shape.js';

/** A slide of a kind with nothing in it: what briefdeck adds when the outline has none. */
export function blankSlide<K extends KindName>(kind: K): SlideOf<K> {
  const slide = readShape(slideShape(kind), new Map(), '', nowhere, (name) => `/${name}`);
  // The shape of the kind gives every field of it; the compiler cannot follow a table of shapes to one kind's slide.
  return { ...slide, kind } as SlideOf<K>;
}
