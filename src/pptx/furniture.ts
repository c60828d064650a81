import type { BoxItem, Scene } from '../scene/scene.js';
import { evenBorder } from './shapes/box-xml.js';

/** What tells two drawn boxes apart. */
export function boxKey({ rect, fill, borders, shape, rotate, flip, turn }: BoxItem): string {
  return JSON.stringify([rect, fill, borders, shape, rotate, flip, turn]);
}

/** Elements of the slide's frame, whose marks belong to the layout even where one slide alone shows them. */
const frameNames = new Set(['Frame', 'Title', 'Footer', 'Header']);

/** What every one of these slides draws in the same place: rules and grounds that belong to their layout. */
export function sharedBoxes(slides: readonly { readonly scene: Scene }[]): readonly BoxItem[] {
  const [first, ...rest] = slides;
  if (!first) return [];
  const others = rest.map(
    ({ scene }) => new Set(scene.items.flatMap((item) => (item.kind === 'box' ? [boxKey(item)] : []))),
  );
  return first.scene.items.filter((item): item is BoxItem => {
    if (item.kind !== 'box' || item.role !== 'decoration' || item.pointers.length > 0 || !item.decorative)
      return false;
    // What a click brings in is the slide's own.
    if (item.fragment !== null) return false;
    const plain = item.fill !== null || evenBorder(item) !== null;
    return (
      plain &&
      others.every((keys) => keys.has(boxKey(item))) &&
      (rest.length > 0 || frameNames.has(item.name))
    );
  });
}
