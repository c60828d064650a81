import type { Fill, GradientStop, Rect } from '../drawing.js';
import { readColour } from './colour.js';

type AreaSize = Pick<Rect, 'width' | 'height'>;

/** Angles of `to right` and its like. */
const directions: Readonly<Record<string, number>> = {
  'to top': 0,
  'to right': 90,
  'to bottom': 180,
  'to left': 270,
};

/** Reads one layer of a computed `background-image` on an area of this size; null for what Office has no gradient for. */
export function readGradient(image: string, area: AreaSize, opacity: number): Fill | null {
  const [, kind, body = ''] = /^(linear|radial)-gradient\((.*)\)$/su.exec(image) ?? [];
  if (kind === undefined) return null;
  return kind === 'linear' ? readLinear(body, area, opacity) : readRadial(body, area, opacity);
}

function readLinear(body: string, area: AreaSize, opacity: number): Fill | null {
  const parts = splitList(body);
  const first = parts[0] ?? '';
  const given = /^-?[\d.]+deg$/u.test(first) ? Number.parseFloat(first) : towards(first, area);
  const angle = given ?? 180;
  const read = readStops(given === null ? parts : parts.slice(1), lineLength(angle, area), opacity);
  return read.length < 2 ? null : { kind: 'linear', angle, stops: read };
}

/** Of a corner: the angle at which the middle colour runs through the two other corners (CSS Images 3, 3.1.1). */
function towards(words: string, { width, height }: AreaSize): number | null {
  const known = directions[words];
  if (known !== undefined) return known;
  const [, one = '', two = ''] = /^to (\w+) (\w+)$/u.exec(words) ?? [];
  if (!one || !two) return null;
  const steep = (Math.atan2(height, width) * 180) / Math.PI;
  const up = one === 'top' || two === 'top';
  const right = one === 'right' || two === 'right';
  const angle = up ? steep : 180 - steep;
  return Math.round((right ? angle : 360 - angle) * 1000) / 1000;
}

function readRadial(body: string, area: AreaSize, opacity: number): Fill | null {
  const parts = splitList(body);
  const shaped = /^(?:circle|ellipse|closest-|farthest-|at |-?[\d.]+(?:px|%))/u.test(parts[0] ?? '');
  const [size = '', place = '50% 50%'] = shaped ? (parts[0] ?? '').split(/\s*\bat\s+/u) : [];
  const { width, height } = area;
  const [across = '50%', down = '50%'] = place.split(' ');
  const part = (value: string, whole: number) =>
    clamp(value.endsWith('%') ? Number.parseFloat(value) / 100 : Number.parseFloat(value) / (whole || 1));
  const [x, y] = [part(across, width), part(down, height)];
  const far = { x: Math.max(x, 1 - x) * width, y: Math.max(y, 1 - y) * height };
  const near = { x: Math.min(x, 1 - x) * width, y: Math.min(y, 1 - y) * height };
  const reach = partOf(size, near, far);
  const radius = reach * Math.hypot(far.x, far.y);
  const read = readStops(shaped ? parts.slice(1) : parts, radius, opacity);
  if (read.length < 2) return null;
  return { kind: 'radial', x, y, stops: read.map(({ at, colour }) => ({ at: clamp(at * reach), colour })) };
}

type Reach = { readonly x: number; readonly y: number };

/** How far a gradient's radius reaches along the way from its middle to the farthest corner, in parts of it. */
function partOf(size: string, near: Reach, far: Reach): number {
  const [first, second] = [...size.matchAll(/([\d.]+)px/gu)].map(([, value]) => Number(value));
  const ellipse = (x: number, y: number) => Math.SQRT1_2 * Math.max(x / (far.x || 1), y / (far.y || 1));
  if (first !== undefined && second !== undefined) return ellipse(first, second);
  const corner = Math.hypot(far.x, far.y) || 1;
  if (first !== undefined) return first / corner;
  const circle = size.includes('circle');
  if (size.includes('closest-side'))
    return circle ? Math.min(near.x, near.y) / corner : ellipse(near.x, near.y);
  if (size.includes('farthest-side')) return circle ? Math.max(far.x, far.y) / corner : Math.SQRT1_2;
  return size.includes('closest-corner') ? Math.hypot(near.x, near.y) / corner : 1;
}

/** The gradient's line reaches as far as the corners that it points at (CSS Images 3, 3.1.1); stops in px lie on it. */
function lineLength(angle: number, { width, height }: AreaSize): number {
  const turn = (angle * Math.PI) / 180;
  return Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn));
}

function readStops(stops: readonly string[], length: number, opacity: number): readonly GradientStop[] {
  const read = stops.flatMap((stop) => readStop(stop, length, opacity));
  return read.length < 2 ? [] : spread(read);
}

type LooseStop = { readonly at: number | null; readonly colour: ReturnType<typeof readColour> };

function readStop(stop: string, length: number, opacity: number): readonly LooseStop[] {
  const match = /^(.*?)((?:\s+-?[\d.]+(?:%|px))*)$/su.exec(stop.trim());
  if (!match?.[1]) return [];
  const colour = readColour(match[1].trim(), opacity);
  const places = (match[2] ?? '').trim().split(/\s+/u).filter(Boolean);
  if (places.length === 0) return [{ at: null, colour }];
  return places.map((place) => ({
    at: place.endsWith('%') ? Number.parseFloat(place) / 100 : Number.parseFloat(place) / (length || 1),
    colour,
  }));
}

/** Stops without a place lie evenly between their neighbours. */
function spread(stops: readonly LooseStop[]): readonly GradientStop[] {
  const places = stops.map(({ at }, index) =>
    at !== null ? at : index === 0 ? 0 : index === stops.length - 1 ? 1 : null,
  );
  return stops.map(({ colour }, index) => {
    const known = places[index];
    if (known !== null && known !== undefined) return { at: clamp(known), colour };
    const before = places.findLastIndex((place, at) => at < index && place !== null);
    const after = places.findIndex((place, at) => at > index && place !== null);
    const from = places[before] ?? 0;
    const to = places[after] ?? 1;
    return { at: clamp(from + ((to - from) * (index - before)) / (after - before)), colour };
  });
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, Math.round(value * 1e5) / 1e5));
}

/** Splits at the commas that stand outside brackets. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter(Boolean);
}
