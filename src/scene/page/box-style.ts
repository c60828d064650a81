import type { Border, Borders, Fill, Rect } from '../drawing.js';
import type { BoxItem } from '../items.js';
import { readColour } from './colour.js';
import { px } from './geometry.js';
import { readGradient, splitList } from './gradient.js';
import { readShape } from './outline.js';
import { readShadows } from './shadows.js';

/** The drawn parts of an element or pseudo-element. */
export type Drawn = Pick<
  BoxItem,
  'fill' | 'borders' | 'shape' | 'shadow' | 'innerShadow' | 'rotate' | 'flip'
>;

/** Reads background, borders, outline and shadow of a style; null where nothing is drawn. */
export function readDrawn(style: CSSStyleDeclaration, rect: Rect, opacity: number): Drawn | null {
  const fill = style.backgroundClip.includes('text') ? null : readFill(style, rect, opacity);
  const { outer: shadow, inner, edges } = readShadows(style, opacity);
  const borders = withEdges(readBorders(style, opacity), edges);
  if (!fill && !shadow && !inner && !hasBorder(borders)) return null;
  const flip = style.getPropertyValue('--pptx-flip').trim();
  return {
    fill,
    borders,
    shape: readShape(style, rect),
    shadow,
    innerShadow: inner,
    rotate: px(style.getPropertyValue('--pptx-rotate')),
    flip: flip === 'h' || flip === 'v' ? flip : null,
  };
}

/** The topmost fill of a style: a gradient, else the colour. */
export function readFill(style: CSSStyleDeclaration, rect: Rect, opacity: number): Fill | null {
  for (const image of splitList(style.backgroundImage)) {
    const gradient = readGradient(image, rect, opacity);
    if (gradient) return gradient;
  }
  const colour = readColour(style.backgroundColor, opacity);
  return colour.alpha === 0 ? null : { kind: 'solid', colour };
}

/** A hard shadow inside looks like a border, where there is none. */
function withEdges(borders: Borders, edges: Borders): Borders {
  return {
    top: borders.top ?? edges.top,
    right: borders.right ?? edges.right,
    bottom: borders.bottom ?? edges.bottom,
    left: borders.left ?? edges.left,
  };
}

/** True where a border is drawn on any side. */
function hasBorder({ top, right, bottom, left }: Borders): boolean {
  return [top, right, bottom, left].some((side) => side !== null);
}

/** The four borders of a style; null where a side has none. */
export function readBorders(style: CSSStyleDeclaration, opacity: number): Borders {
  return {
    top: readSide(style, 'Top', opacity),
    right: readSide(style, 'Right', opacity),
    bottom: readSide(style, 'Bottom', opacity),
    left: readSide(style, 'Left', opacity),
  };
}

/** Most sides have no border: then width and colour, which are longer to read, are not asked for. */
function readSide(style: CSSStyleDeclaration, side: 'Top' | 'Right' | 'Bottom' | 'Left', opacity: number) {
  const line = style[`border${side}Style`];
  return line === 'none'
    ? null
    : readBorder(style[`border${side}Width`], line, style[`border${side}Color`], opacity);
}

/** How CSS names a line, and what it becomes. */
const lineStyles: Readonly<Record<string, Border['style']>> = {
  solid: 'solid',
  dashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
  groove: 'solid',
  ridge: 'solid',
  inset: 'solid',
  outset: 'solid',
};

/** One border by the values of its style; null where nothing is drawn. */
export function readBorder(width: string, style: string, colour: string, opacity: number): Border | null {
  const known = lineStyles[style];
  const read = readColour(colour, opacity);
  return known && px(width) > 0 && read.alpha > 0 ? { width: px(width), style: known, colour: read } : null;
}
