import type { Border, Fill, Rect, Shape } from '../drawing.js';
import { addBackgroundPicture } from './background-picture.js';
import { type Drawn, readBorder, readDrawn } from './box-style.js';
import { type Clip, seenBorders, seenRect, seenShape } from './clipping.js';
import type { PaintKey, SlideDraft } from './draft.js';
import { borderEdges, px, shrink } from './geometry.js';
import type { Facts } from './holder.js';
import { isOpaque, type Layer, readLayers } from './layers.js';
import { grown } from './outline.js';
import { readShadows } from './shadows.js';

/** What the drawing of an element's own box needs at hand. */
export interface Drawing {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  /** Border box. */
  readonly rect: Rect;
  readonly opacity: number;
  readonly facts: Facts;
  readonly key: PaintKey;
  readonly clip: Clip;
}

/** What is drawn of an element behind what is inside. */
export interface Ground {
  /** Id of the box that the element's text stands in; null for none. */
  readonly box: number | null;
  /** A hairline above or below divides text; a ground or a frame holds it. */
  readonly holds: boolean;
}

const plain = { shadow: null, innerShadow: null, rotate: 0, flip: null, decorative: true } as const;
const noBorders = { top: null, right: null, bottom: null, left: null };

/** Puts background, borders, shadows and outline of an element into the draft. */
export function drawGround(drawing: Drawing, draft: SlideDraft): Ground {
  const { style, rect, opacity, facts, key } = drawing;
  const seen = seenRect(rect, drawing.clip, draft.size);
  if (style.visibility !== 'visible' || seen === null) return { box: null, holds: false };
  const drawn = readDrawn(style, rect, opacity);
  const layers = readLayers(style, rect, opacity);
  const lowest = layers[0]?.kind === 'fill' ? layers[0].fill : null;
  const above = layers.slice(lowest ? 1 : 0);
  const shape = drawn?.shape ?? null;
  if (lowest && isOpaque(lowest)) addShadows(drawing, lowest, shape, draft);
  addRings(drawing, shape, draft);
  const sides = drawn ? Object.values(drawn.borders).filter(Boolean).length : 0;
  const filled = lowest !== null || drawn?.shadow || drawn?.innerShadow;
  const holds = Boolean(filled) || sides > 2;
  const box =
    drawn && (filled || sides > 0)
      ? draft.addBox(
          { ...cutTo(seen, rect, drawn, drawing.clip), fill: lowest, decorative: !holds || above.length > 0 },
          facts,
          key,
        )
      : null;
  for (const layer of above) addLayer(drawing, layer, shape, draft);
  // Text in the box would lie below the layers that are drawn after the box.
  return { box: holds && above.length === 0 ? box : null, holds: holds || above.length > 0 };
}

/** A box as far as it is seen; one that is no rectangle stays whole. */
function cutTo(seen: Rect, rect: Rect, drawn: Drawn, clip: Clip) {
  const shape = seenShape(drawn.shape, seen, clip);
  if (drawn.shape !== null || drawn.rotate !== 0) return { ...drawn, rect, shape };
  return { ...drawn, rect: seen, shape, borders: seenBorders(drawn.borders, rect, seen) };
}

/** The layers of a slide's own background above the one that PPTX has as such. */
export function drawLayers(drawing: Drawing, draft: SlideDraft): void {
  const layers = readLayers(drawing.style, drawing.rect, drawing.opacity);
  for (const layer of layers.slice(layers[0]?.kind === 'fill' ? 1 : 0)) addLayer(drawing, layer, null, draft);
}

function addLayer(
  { element, style, rect, opacity, facts, key }: Drawing,
  layer: Layer,
  outer: Shape | null,
  draft: SlideDraft,
): void {
  const edges = borderEdges(style);
  const inside = shrink(rect, edges);
  const shape = grown(outer, -Math.max(edges.top, edges.left));
  const above = [...key, draft.order()];
  if (layer.kind === 'picture') {
    addBackgroundPicture(element, layer, { rect: inside, shape, opacity }, facts, above, draft);
    return;
  }
  const box = { ...plain, rect: inside, fill: layer.fill, borders: noBorders, shape };
  draft.addBox(box, decoration(facts, 'tint'), above);
}

/** A shape throws one shadow: further ones are thrown by shapes that it hides. */
function addShadows(
  { style, rect, opacity, facts, key }: Drawing,
  fill: Fill,
  shape: Shape | null,
  draft: SlideDraft,
): void {
  for (const shadow of readShadows(style, opacity).more.toReversed())
    draft.addBox({ ...plain, rect, fill, shape, borders: noBorders, shadow }, decoration(facts, 'shadow'), [
      ...key,
      lowestOfAll,
    ]);
}

/** Below the box itself, whose key this goes on. */
const lowestOfAll = -1;

/** What goes around the border: hard shadows, and the outline. */
function addRings(
  { style, rect, opacity, facts, key }: Drawing,
  shape: Shape | null,
  draft: SlideDraft,
): void {
  const around = readShadows(style, opacity).rings.map((border) => ({ border, by: border.width }));
  const outline = outlineOf(style, opacity);
  const rings = outline
    ? [...around, { border: outline, by: outline.width + px(style.outlineOffset) }]
    : around;
  for (const { border, by } of rings) {
    const outer = shrink(rect, { top: -by, right: -by, bottom: -by, left: -by });
    const borders = { top: border, right: border, bottom: border, left: border };
    const ring = { ...plain, rect: outer, fill: null, borders, shape: grown(shape, by) };
    draft.addBox(ring, decoration(facts, 'outline'), [...key, lowestOfAll]);
  }
}

function outlineOf(style: CSSStyleDeclaration, opacity: number): Border | null {
  const kind = style.outlineStyle === 'auto' ? 'solid' : style.outlineStyle;
  return readBorder(style.outlineWidth, kind, style.outlineColor, opacity);
}

function decoration({ name, fragment }: Facts, what: string): Facts {
  return { name: `${name} ${what}`, role: 'decoration', pointers: [], fragment };
}
