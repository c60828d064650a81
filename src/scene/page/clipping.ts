import type { Borders, Corners, Rect, Shape } from '../drawing.js';
import { borderEdges, meet, shrink } from './geometry.js';
import { grown, readShape } from './outline.js';

/** What elements around cut off. */
export interface Clip {
  readonly rect: Rect;
  /** Its round corners, with the rectangle that has them; null for square ones. */
  readonly round: { readonly rect: Rect; readonly shape: Shape } | null;
}

/** What an element leaves of what is inside to be seen. */
export function clipBy(style: CSSStyleDeclaration, rect: Rect, outer: Clip): Clip {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return outer;
  const edges = borderEdges(style);
  const inside = shrink(rect, edges);
  const shape = grown(readShape(style, rect), -Math.max(edges.top, edges.left));
  const round = shape?.kind === 'rounded' ? { rect: inside, shape } : outer.round;
  return { rect: meet(outer.rect, inside), round };
}

/** A drawn rectangle as far as it is seen; null where nothing is. What the slide's own edges cut off may stay: nobody sees it. */
export function seenRect(rect: Rect, clip: Clip, slide: Rect): Rect | null {
  const far = 1e5;
  const left = clip.rect.x > slide.x + 0.5 ? clip.rect.x : -far;
  const top = clip.rect.y > slide.y + 0.5 ? clip.rect.y : -far;
  const right = endOf(clip.rect.x + clip.rect.width, slide.x + slide.width, far);
  const bottom = endOf(clip.rect.y + clip.rect.height, slide.y + slide.height, far);
  const seen = meet(rect, { x: left, y: top, width: right - left, height: bottom - top });
  const empty = (seen.width === 0 && rect.width > 0) || (seen.height === 0 && rect.height > 0);
  return empty ? null : seen;
}

function endOf(edge: number, slide: number, far: number): number {
  return edge < slide - 0.5 ? edge : far;
}

/** Borders without those of sides that are cut off. */
export function seenBorders(borders: Borders, rect: Rect, seen: Rect): Borders {
  return {
    top: seen.y > rect.y + 0.5 ? null : borders.top,
    right: seen.x + seen.width < rect.x + rect.width - 0.5 ? null : borders.right,
    bottom: seen.y + seen.height < rect.y + rect.height - 0.5 ? null : borders.bottom,
    left: seen.x > rect.x + 0.5 ? null : borders.left,
  };
}

/** The outline of a rectangle in the corners of round elements around it: those that it fills are round too. */
export function seenShape(shape: Shape | null, rect: Rect, { round }: Clip): Shape | null {
  if (shape !== null || round?.shape.kind !== 'rounded') return shape;
  const outer = round.rect;
  const left = Math.abs(rect.x - outer.x) < 1;
  const top = Math.abs(rect.y - outer.y) < 1;
  const right = Math.abs(rect.x + rect.width - outer.x - outer.width) < 1;
  const bottom = Math.abs(rect.y + rect.height - outer.y - outer.height) < 1;
  const kept = [left && top, right && top, right && bottom, left && bottom];
  const keep = ([a, b, c, d]: Corners): Corners => [
    kept[0] ? a : 0,
    kept[1] ? b : 0,
    kept[2] ? c : 0,
    kept[3] ? d : 0,
  ];
  return kept.some(Boolean)
    ? { kind: 'rounded', radii: keep(round.shape.radii), heights: keep(round.shape.heights) }
    : null;
}
