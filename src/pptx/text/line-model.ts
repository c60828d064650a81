import type { Line } from '../../scene/scene.js';
import { typefaceOf } from './typefaces.js';

/** Line advance of PowerPoint at 100 %, in em of the line's largest text, whatever the font. */
const advancePerEm = 1.2;

/** Largest text of a line, px. */
export function lineSize({ runs }: Line): number {
  return Math.max(1, ...runs.map(({ size }) => size));
}

/** Distance of this line's baseline to the next one's, px, at a spacing of `percent` (whole per cent). */
export function advance(line: Line, percent: number): number {
  return (advancePerEm * lineSize(line) * percent) / 100;
}

/**
 * Distance from the top of a line to its baseline in PowerPoint, px. At 100 % the line is divided as usWinAscent and
 * usWinDescent of its faces divide it (checked on exports of PowerPoint); below, the line loses height at its top; above,
 * the baseline lies at 0.9 of the line.
 */
export function seat(line: Line, percent: number): number {
  const spacing = percent / 100;
  if (percent > 100) return 0.9 * spacing * lineSize(line);
  const shares = line.runs.map(({ family, size }) => {
    const { winAscent, winDescent } = typefaceOf(family).line;
    return (advancePerEm * winAscent * size) / (winAscent + winDescent);
  });
  return Math.max(0, ...shares) - advancePerEm * lineSize(line) * (1 - spacing);
}
