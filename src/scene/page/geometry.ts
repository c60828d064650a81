import type { Rect } from '../drawing.js';

/** The place of a slide on the page: what turns the browser's rectangles into px of the slide. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  /** px of the slide per px on the page; 1 where the slide is not scaled. */
  readonly scale: number;
}

/** A rectangle of the page in px of the slide. */
export function inFrame(rect: DOMRect, frame: Frame): Rect {
  return {
    x: round((rect.left - frame.left) * frame.scale),
    y: round((rect.top - frame.top) * frame.scale),
    width: round(rect.width * frame.scale),
    height: round(rect.height * frame.scale),
  };
}

/** To 1/1000 px: finer digits are noise, and differ between a first and a second layout. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A length of a computed style in px; 0 for keywords such as `auto`. */
export function px(value: string): number {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) ? number : 0;
}

/** What both rectangles cover; of no size where they do not meet. */
export function meet(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: round(Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x)),
    height: round(Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y)),
  };
}

/** The smallest rectangle around both. */
export function hull(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: round(Math.max(a.x + a.width, b.x + b.width) - x),
    height: round(Math.max(a.y + a.height, b.y + b.height) - y),
  };
}

/** Space at the four sides of an element: its borders, or borders and padding. */
export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Widths of the borders, px. */
export function borderEdges(style: CSSStyleDeclaration): Edges {
  return {
    top: px(style.borderTopWidth),
    right: px(style.borderRightWidth),
    bottom: px(style.borderBottomWidth),
    left: px(style.borderLeftWidth),
  };
}

/** Widths of the paddings, px. */
export function paddingEdges(style: CSSStyleDeclaration): Edges {
  return {
    top: px(style.paddingTop),
    right: px(style.paddingRight),
    bottom: px(style.paddingBottom),
    left: px(style.paddingLeft),
  };
}

/** A rectangle less the space at its sides. */
export function shrink(rect: Rect, { top, right, bottom, left }: Edges): Rect {
  return {
    x: round(rect.x + left),
    y: round(rect.y + top),
    width: round(Math.max(0, rect.width - left - right)),
    height: round(Math.max(0, rect.height - top - bottom)),
  };
}

/** The content box of an element with this border box. */
export function contentBox(rect: Rect, style: CSSStyleDeclaration): Rect {
  return shrink(shrink(rect, borderEdges(style)), paddingEdges(style));
}
