import type { Fill, Rect } from '../drawing.js';
import { readColour } from './colour.js';
import { readGradient, splitList } from './gradient.js';

/** One layer of a background: a fill of the whole box, or a picture by its place in `background-image`. */
export type Layer =
  | { readonly kind: 'fill'; readonly fill: Fill }
  | { readonly kind: 'picture'; readonly source: string; readonly size: string; readonly position: string };

/** The layers of a background as they are seen, lowest first: what an opaque fill hides is left out. */
export function readLayers(style: CSSStyleDeclaration, rect: Rect, opacity: number): readonly Layer[] {
  if (style.backgroundClip.includes('text')) return [];
  const sizes = splitList(style.backgroundSize);
  const positions = splitList(style.backgroundPosition);
  const images = splitList(style.backgroundImage).flatMap((image, index): readonly Layer[] => {
    const fill = readGradient(image, rect, opacity);
    if (fill) return [{ kind: 'fill', fill }];
    const source = /^url\("(.*)"\)$/su.exec(image)?.[1];
    const size = sizes[index % sizes.length] ?? 'auto';
    const position = positions[index % positions.length] ?? '0% 0%';
    return source ? [{ kind: 'picture', source, size, position }] : [];
  });
  const colour = readColour(style.backgroundColor, opacity);
  const ground: readonly Layer[] =
    colour.alpha > 0 ? [{ kind: 'fill', fill: { kind: 'solid', colour } }] : [];
  const layers = [...ground, ...images.toReversed()];
  const opaque = layers.findLastIndex((layer) => layer.kind === 'fill' && isOpaque(layer.fill));
  return layers.slice(Math.max(0, opaque));
}

/** True for a fill that nothing shows through. */
export function isOpaque(fill: Fill): boolean {
  return fill.kind === 'solid'
    ? fill.colour.alpha === 1
    : fill.stops.every(({ colour }) => colour.alpha === 1);
}
