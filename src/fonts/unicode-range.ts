/** A run of code points, both ends included. */
export type CodePointRange = readonly [first: number, last: number];

/** Reads CSS's `unicode-range`: `U+0-7F,U+20AC`. */
export function parseUnicodeRange(text: string): readonly CodePointRange[] {
  return text.split(',').flatMap((part): CodePointRange[] => {
    const match = /^\s*u\+([0-9a-f]+)(?:-([0-9a-f]+))?\s*$/iu.exec(part);
    if (!match?.[1]) return [];
    const first = Number.parseInt(match[1], 16);
    return [[first, match[2] ? Number.parseInt(match[2], 16) : first]];
  });
}

/** Writes code points as the shortest `unicode-range` that holds them and no others. */
export function formatUnicodeRange(codePoints: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const codePoint of [...new Set(codePoints)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  const hex = (value: number) => value.toString(16).toUpperCase();
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join();
}

/** Whether a code point lies in one of the ranges. */
export function inRanges(codePoint: number, ranges: readonly CodePointRange[]): boolean {
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}
