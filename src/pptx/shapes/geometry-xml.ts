import type { Rect, Shape } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';
import { emu } from '../units.js';
import { isPreset } from './presets.js';
import { roundedPathXml } from './rounded-path.js';

/** The outline of a shape as `a:prstGeom` or `a:custGeom`. */
export function outlineXml(shape: Shape | null, rect: Rect): string {
  if (shape?.kind === 'polygon') return polygonXml(shape.points, rect);
  const preset = presetOf(shape, rect);
  if (preset === null) return shape?.kind === 'rounded' ? roundedPathXml(shape, rect) : '';
  const { name, values } = preset;
  const guides = values.map(
    ([guide, value]) => `<a:gd${attributes({ name: guide, fmla: `val ${Math.round(value)}` })}/>`,
  );
  return `<a:prstGeom prst="${name}"><a:avLst>${guides.join('')}</a:avLst></a:prstGeom>`;
}

/** The preset that draws a shape, with its adjust values by name; null where none does. */
export function presetOf(
  shape: Shape | null,
  rect: Rect,
): { name: string; values: readonly (readonly [string, number])[] } | null {
  if (shape?.kind === 'preset' && isPreset(shape.name)) {
    const { adjust } = shape;
    return {
      name: shape.name,
      values: adjust.map((value, index) => [adjust.length === 1 ? 'adj' : `adj${index + 1}`, value] as const),
    };
  }
  if (shape?.kind === 'rounded') return roundedPreset(shape, rect);
  return { name: 'rect', values: [] };
}

/** Which corners are round, from the top left clockwise, to the preset that rounds those. */
const corners: Readonly<Record<string, string>> = {
  '1111': 'roundRect',
  '1100': 'round2SameRect',
  '1010': 'round2DiagRect',
  '0100': 'round1Rect',
};

type Rounded = Extract<Shape, { kind: 'rounded' }>;

/** The preset that rounds corners alike; null where only a path of its own draws them. */
function roundedPreset({ radii, heights }: Rounded, { width, height }: Rect) {
  const shorter = Math.min(width, height) || 1;
  const largest = Math.max(...radii);
  const whole = (all: readonly number[], side: number) => all.every((radius) => radius >= side / 2 - 0.5);
  if (whole(radii, width) && whole(heights, height)) return { name: 'ellipse', values: [] };
  const even = radii.every(
    (radius, index) =>
      Math.abs(radius - (heights[index] ?? 0)) < 0.5 && (radius === 0 || largest - radius < 0.5),
  );
  const name = corners[radii.map((radius) => (radius > 0 ? 1 : 0)).join('')];
  if (!name || !even) return null;
  const part = Math.min(50000, (largest / shorter) * 100000);
  const two = name.startsWith('round2');
  return { name, values: two ? [['adj1', part] as const, ['adj2', 0] as const] : [['adj', part] as const] };
}

function polygonXml(points: readonly (readonly [number, number])[], { width, height }: Rect): string {
  const w = Math.max(1, emu(width));
  const h = Math.max(1, emu(height));
  const point = ([x, y]: readonly [number, number]) =>
    `<a:pt x="${Math.round(x * w)}" y="${Math.round(y * h)}"/>`;
  const [first, ...rest] = points;
  if (!first) return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const lines = rest.map((each) => `<a:lnTo>${point(each)}</a:lnTo>`).join('');
  return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${w}" h="${h}"><a:moveTo>${point(first)}</a:moveTo>${lines}<a:close/></a:path></a:pathLst></a:custGeom>`;
}

/**
 * Where a preset takes text, by the formulas of its definition (ECMA-376 presetShapeDefinitions); null for shapes that are not
 * listed here, whose text is set beside them in a box of its own.
 */
export function textRect(shape: Shape | null, rect: Rect): Rect | null {
  if (shape?.kind === 'polygon') return rect;
  const preset = presetOf(shape, rect);
  if (preset === null) return rect;
  const { name, values } = preset;
  const shorter = Math.min(rect.width, rect.height);
  const adjust = values[0]?.[1];
  const inset = insets[name];
  if (!inset) return null;
  const [left, top, right, bottom] = inset(rect, shorter, adjust);
  return {
    x: rect.x + left,
    y: rect.y + top,
    width: rect.width - left - right,
    height: rect.height - top - bottom,
  };
}

type Insets = (
  rect: Rect,
  shorter: number,
  adjust: number | undefined,
) => readonly [number, number, number, number];

const corner = 1 - Math.SQRT1_2;

const insets: Readonly<Record<string, Insets>> = {
  rect: () => [0, 0, 0, 0],
  wedgeRectCallout: () => [0, 0, 0, 0],
  homePlate: (_, shorter, adjust = 50000) => [0, 0, (shorter * adjust) / 200000, 0],
  chevron: ({ width }, shorter, adjust = 50000) => {
    const point = (shorter * adjust) / 100000;
    return width > 2 * point ? [point, 0, point, 0] : [0, 0, 0, 0];
  },
  roundRect: (_, shorter, adjust = 16667) => {
    const cut = ((shorter * adjust) / 100000) * corner;
    return [cut, cut, cut, cut];
  },
  ellipse: ({ width, height }) => [
    (width / 2) * corner,
    (height / 2) * corner,
    (width / 2) * corner,
    (height / 2) * corner,
  ],
  diamond: ({ width, height }) => [width / 4, height / 4, width / 4, height / 4],
};
