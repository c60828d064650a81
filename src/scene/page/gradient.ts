import type { Fill } from '../drawing.js';
import { readColour } from './colour.js';

/** Angles of `to right` and its like; corners are taken as those of a square. */
const directions: Readonly<Record<string, number>> = {
  'to top': 0,
  'to top right': 45,
  'to right top': 45,
  'to right': 90,
  'to bottom right': 135,
  'to right bottom': 135,
  'to bottom': 180,
  'to bottom left': 225,
  'to left bottom': 225,
  'to left': 270,
  'to top left': 315,
  'to left top': 315,
};

/** Reads the first `linear-gradient()` of a computed `background-image`; `length` is the gradient line's, px, for stops in px. */
export function readGradient(image: string, length: number, opacity: number): Fill | null {
  const body = /^linear-gradient\((.*)\)$/su.exec(splitList(image)[0] ?? '')?.[1];
  if (body === undefined) return null;
  const parts = splitList(body);
  const first = parts[0] ?? '';
  const angle = directions[first] ?? (/^-?[\d.]+deg$/u.test(first) ? Number.parseFloat(first) : null);
  const stops = angle === null ? parts : parts.slice(1);
  const read = stops.flatMap((stop) => readStop(stop, length, opacity));
  if (read.length < 2) return null;
  return { kind: 'linear', angle: angle ?? 180, stops: spread(read) };
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
function spread(stops: readonly LooseStop[]) {
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
