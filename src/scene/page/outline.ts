import type { Corners, Rect, Shape } from '../drawing.js';
import { px, round } from './geometry.js';
import { splitList } from './gradient.js';

/** The outline that a style gives a border box; null for a plain rectangle. */
export function readShape(style: CSSStyleDeclaration, rect: Rect): Shape | null {
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
  return points ? { kind: 'polygon', points } : readRadii(style, rect);
}

function readRadii(style: CSSStyleDeclaration, { width, height }: Rect): Shape | null {
  const written = [
    style.borderTopLeftRadius,
    style.borderTopRightRadius,
    style.borderBottomRightRadius,
    style.borderBottomLeftRadius,
  ].map((value) => {
    const [across = '0px', down = across] = value.split(' ');
    return [length(across, width), length(down, height)] as const;
  });
  const [first, second, third, fourth] = written;
  if (!first || !second || !third || !fourth || !written.some(([x, y]) => x > 0 && y > 0)) return null;
  return rounded(
    [first[0], second[0], third[0], fourth[0]],
    [first[1], second[1], third[1], fourth[1]],
    width,
    height,
  );
}

/** Radii that together are longer than a side all shrink by the same part (CSS Backgrounds 3, 4.5). */
export function rounded(across: Corners, down: Corners, width: number, height: number): Shape {
  const [ax, bx, cx, dx] = across;
  const [ay, by, cy, dy] = down;
  const parts = [width / (ax + bx), width / (cx + dx), height / (by + cy), height / (ay + dy)];
  const part = Math.min(1, ...parts.filter((each) => Number.isFinite(each)));
  const fit = (each: Corners): Corners => [
    round(each[0] * part),
    round(each[1] * part),
    round(each[2] * part),
    round(each[3] * part),
  ];
  return { kind: 'rounded', radii: fit(across), heights: fit(down) };
}

/** The outline of what lies this much further out; inside for less than nothing. */
export function grown(shape: Shape | null, by: number): Shape | null {
  if (shape?.kind !== 'rounded') return shape;
  const grow = ([a, b, c, d]: Corners): Corners => {
    const each = (value: number) => (value > 0 ? Math.max(0, round(value + by)) : 0);
    return [each(a), each(b), each(c), each(d)];
  };
  const [radii, heights] = [grow(shape.radii), grow(shape.heights)];
  return radii.some((value) => value > 0) ? { kind: 'rounded', radii, heights } : null;
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
  if (value === '0px') return 0;
  let sum = 0;
  for (const [, sign, number, unit] of value.matchAll(/([-+])?\s*([\d.]+)(%|px)/gu)) {
    const size = unit === '%' ? (Number(number) / 100) * whole : Number(number);
    sum += sign === '-' ? -size : size;
  }
  return sum;
}
