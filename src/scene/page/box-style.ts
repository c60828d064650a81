import type { Border, Borders, Fill, Rect, Shadow, Shape } from '../drawing.js';
import type { BoxItem } from '../items.js';
import { readColour } from './colour.js';
import { px, round } from './geometry.js';
import { readGradient, splitList } from './gradient.js';

/** The drawn parts of an element or pseudo-element. */
export type Drawn = Pick<BoxItem, 'fill' | 'borders' | 'shape' | 'shadow' | 'rotate' | 'flip'>;

/** Reads background, borders, outline and shadow of a style; null where nothing is drawn. */
export function readDrawn(style: CSSStyleDeclaration, rect: Rect, opacity: number): Drawn | null {
  const fill = readFill(style, rect, opacity);
  const borders = readBorders(style, opacity);
  const shadow = readShadow(style.boxShadow, opacity);
  if (!fill && !shadow && !hasBorder(borders)) return null;
  const flip = style.getPropertyValue('--pptx-flip').trim();
  return {
    fill,
    borders,
    shape: readShape(style, rect),
    shadow,
    rotate: px(style.getPropertyValue('--pptx-rotate')),
    flip: flip === 'h' || flip === 'v' ? flip : null,
  };
}

/** The background of a style: a colour, or a linear gradient. */
export function readFill(style: CSSStyleDeclaration, { width, height }: Rect, opacity: number): Fill | null {
  const gradient = readGradient(style.backgroundImage, Math.max(width, height), opacity);
  if (gradient) return gradient;
  const colour = readColour(style.backgroundColor, opacity);
  return colour.alpha === 0 ? null : { kind: 'solid', colour };
}

/** True where a border is drawn on any side. */
export function hasBorder({ top, right, bottom, left }: Borders): boolean {
  return [top, right, bottom, left].some((side) => side !== null);
}

/** The four borders of a style; null where a side has none. */
export function readBorders(style: CSSStyleDeclaration, opacity: number): Borders {
  return {
    top: border(style.borderTopWidth, style.borderTopStyle, style.borderTopColor, opacity),
    right: border(style.borderRightWidth, style.borderRightStyle, style.borderRightColor, opacity),
    bottom: border(style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor, opacity),
    left: border(style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor, opacity),
  };
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

function border(width: string, style: string, colour: string, opacity: number): Border | null {
  const known = lineStyles[style];
  const read = readColour(colour, opacity);
  return known && px(width) > 0 && read.alpha > 0 ? { width: px(width), style: known, colour: read } : null;
}

function readShape(style: CSSStyleDeclaration, rect: Rect): Shape | null {
  const preset = style.getPropertyValue('--pptx-shape').trim();
  // A freeform is what `clip-path` draws.
  if (preset !== 'freeform' && /^[a-zA-Z]\w*$/u.test(preset)) {
    const adjust = style
      .getPropertyValue('--pptx-adjust')
      .trim()
      .split(/[\s,]+/u);
    return { kind: 'preset', name: preset, adjust: adjust.filter(Boolean).map(px) };
  }
  const points = readPolygon(style.clipPath, rect);
  if (points) return { kind: 'polygon', points };
  const radius = (value: string) =>
    value.includes('%') ? (px(value) / 100) * Math.min(rect.width, rect.height) : px(value);
  const radii = [
    radius(style.borderTopLeftRadius),
    radius(style.borderTopRightRadius),
    radius(style.borderBottomRightRadius),
    radius(style.borderBottomLeftRadius),
  ] as const;
  return radii.some((value) => value > 0) ? { kind: 'rounded', radii: [...radii] } : null;
}

function readPolygon(clip: string, { width, height }: Rect): readonly (readonly [number, number])[] | null {
  const body = /^polygon\((?:(?:nonzero|evenodd),\s*)?(.*)\)$/su.exec(clip)?.[1];
  if (body === undefined || width === 0 || height === 0) return null;
  const points = splitList(body).map((point): readonly [number, number] => {
    const [x = '0', y = '0'] = point.match(/calc\([^)]*\)|\S+/gu) ?? [];
    return [round(length(x, width) / width), round(length(y, height) / height)];
  });
  return points.length > 2 ? points : null;
}

/** A length of px, per cent, or a `calc()` that adds the two. */
function length(value: string, whole: number): number {
  let sum = 0;
  for (const [, sign, number, unit] of value.matchAll(/([-+])?\s*([\d.]+)(%|px)/gu)) {
    const size = unit === '%' ? (Number(number) / 100) * whole : Number(number);
    sum += sign === '-' ? -size : size;
  }
  return sum;
}

function readShadow(css: string, opacity: number): Shadow | null {
  const first = splitList(css).find((shadow) => shadow !== 'none' && !shadow.includes('inset'));
  const match = first && /^(.*\))\s+(-?[\d.]+)px\s+(-?[\d.]+)px\s+([\d.]+)px\s+(-?[\d.]+)px$/u.exec(first);
  if (!match) return null;
  const colour = readColour(match[1] ?? '', opacity);
  return colour.alpha === 0
    ? null
    : { x: Number(match[2]), y: Number(match[3]), blur: Number(match[4]), colour };
}
