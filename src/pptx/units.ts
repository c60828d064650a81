/** What PowerPoint reads of a length, though the schema allows more. */
const longest = 2 ** 31 - 1;

/** EMU of a length in px: 1 px is 1/96 inch, an inch 914400 EMU. */
export function emu(px: number): number {
  return Math.max(-longest, Math.min(longest, Math.round(px * 9525)));
}

/** A length in px as 1/100 pt, which text sizes and spacings are written in. */
export function centipoints(px: number): number {
  return Math.round(px * 75);
}

/** A length in EMU as px. */
export function pxOf(length: number): number {
  return length / 9525;
}
