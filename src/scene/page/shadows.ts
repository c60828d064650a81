import type { Border, Borders, Shadow } from '../drawing.js';
import { isDropShadow } from './causes.js';
import { readColour } from './colour.js';
import { splitList } from './gradient.js';

/** The shadows of a style. */
export interface Shadows {
  /** The shadow outside; null for none. */
  readonly outer: Shadow | null;
  /** Further ones, which a shape of its own throws. */
  readonly more: readonly Shadow[];
  /** Hard ones that lie evenly around, as a second border does: their widths. */
  readonly rings: readonly Border[];
  readonly inner: Shadow | null;
  /** A hard shadow inside, as the borders that it looks like. */
  readonly edges: Borders;
}

const noEdges: Borders = { top: null, right: null, bottom: null, left: null };
const noShadows: Shadows = { outer: null, more: [], rings: [], inner: null, edges: noEdges };

/** Reads `box-shadow`, and `filter` where that is a shadow alone. */
export function readShadows({ boxShadow, filter }: CSSStyleDeclaration, opacity: number): Shadows {
  if (boxShadow === 'none' && filter === 'none') return noShadows;
  const cast = splitList(boxShadow).flatMap((css) => {
    const shadow = readShadow(css.replace(/\s*inset$/u, ''), opacity);
    return shadow ? [{ ...shadow, inset: css.endsWith('inset') }] : [];
  });
  const dropped = isDropShadow(filter) ? readDropShadow(filter, opacity) : null;
  const outside = cast.filter(({ inset }) => !inset).map(({ inset, ...shadow }): Shadow => shadow);
  const inside = cast.filter(({ inset }) => inset).map(({ inset, ...shadow }): Shadow => shadow);
  const isRing = ({ x, y, blur, spread }: Shadow) => x === 0 && y === 0 && blur === 0 && spread > 0;
  const [outer = null, ...more] = [
    ...outside.filter((shadow) => !isRing(shadow)),
    ...(dropped ? [dropped] : []),
  ];
  const hard = inside.find(({ blur }) => blur === 0);
  return {
    outer,
    more,
    rings: outside.filter(isRing).map(({ spread, colour }) => ({ width: spread, style: 'solid', colour })),
    inner: inside.find(({ blur }) => blur > 0) ?? null,
    edges: hard ? edgesOf(hard) : noEdges,
  };
}

function edgesOf({ x, y, spread, colour }: Shadow): Borders {
  const edge = (width: number): Border | null => (width > 0 ? { width, style: 'solid', colour } : null);
  return { top: edge(spread + y), right: edge(spread - x), bottom: edge(spread - y), left: edge(spread + x) };
}

function readShadow(css: string, opacity: number): Shadow | null {
  const match = /^(.*\))\s+(-?[\d.]+)px\s+(-?[\d.]+)px\s+([\d.]+)px\s+(-?[\d.]+)px$/u.exec(css);
  if (!match) return null;
  const colour = readColour(match[1] ?? '', opacity);
  const [x = 0, y = 0, blur = 0, spread = 0] = match.slice(2).map(Number);
  return colour.alpha === 0 ? null : { x, y, blur, spread, colour };
}

/** Its blur is the deviation of the Gauss curve, half of what that of `box-shadow` is. */
function readDropShadow(css: string, opacity: number): Shadow | null {
  const match = /^drop-shadow\((.*\))\s+(-?[\d.]+)px\s+(-?[\d.]+)px\s+([\d.]+)px\)$/u.exec(css);
  if (!match) return null;
  const colour = readColour(match[1] ?? '', opacity);
  return { x: Number(match[2]), y: Number(match[3]), blur: 2 * Number(match[4]), spread: 0, colour };
}
