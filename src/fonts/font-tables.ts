import type { FontFile } from './woff.js';

/** Vertical metrics of a face, in em. */
export interface VerticalMetrics {
  /** `hhea` ascender: what a browser's `line-height: normal` starts from. */
  readonly ascent: number;
  /** `hhea` descender, positive below the baseline. */
  readonly descent: number;
  readonly lineGap: number;
  /** OS/2 usWinAscent. */
  readonly winAscent: number;
  /** OS/2 usWinDescent, positive below the baseline. */
  readonly winDescent: number;
  /** Font units to the em. */
  readonly unitsPerEm: number;
}

/** Reads the vertical metrics out of `head`, `hhea` and `OS/2` (offsets: OpenType specification). */
export function readVerticalMetrics(font: FontFile): VerticalMetrics {
  const unitsPerEm = font.table('head').getUint16(18);
  const hhea = font.table('hhea');
  const os2 = font.table('OS/2');
  return {
    unitsPerEm,
    ascent: hhea.getInt16(4) / unitsPerEm,
    descent: -hhea.getInt16(6) / unitsPerEm,
    lineGap: hhea.getInt16(8) / unitsPerEm,
    winAscent: os2.getUint16(74) / unitsPerEm,
    winDescent: os2.getUint16(76) / unitsPerEm,
  };
}

/** Advance width of a glyph in em: the glyphs past the last full record share its advance. */
export function advanceReader(font: FontFile): (glyph: number) => number {
  const unitsPerEm = font.table('head').getUint16(18);
  const records = font.table('hhea').getUint16(34);
  const hmtx = font.table('hmtx');
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, records - 1)) / unitsPerEm;
}

/** Glyph of a character, 0 where the font has none: the `cmap` subtable of format 12 where there is one, else of format 4. */
export function glyphFinder(font: FontFile): (codePoint: number) => number {
  const cmap = font.table('cmap');
  const starts = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + 8 * index));
  const full = starts.find((start) => cmap.getUint16(start) === 12);
  if (full !== undefined) return (codePoint) => findInFormat12(cmap, full, codePoint);
  const basic = starts.find((start) => cmap.getUint16(start) === 4);
  if (basic !== undefined) return (codePoint) => findInFormat4(cmap, basic, codePoint);
  return () => 0;
}

function findInFormat12(cmap: DataView, start: number, codePoint: number): number {
  const group = firstAtLeast(cmap.getUint32(start + 12), codePoint, (index) =>
    cmap.getUint32(start + 20 + 12 * index),
  );
  if (group === null) return 0;
  const at = start + 16 + 12 * group;
  const first = cmap.getUint32(at);
  return codePoint < first ? 0 : cmap.getUint32(at + 8) + codePoint - first;
}

function findInFormat4(cmap: DataView, start: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const twice = cmap.getUint16(start + 6);
  const segment = firstAtLeast(twice / 2, codePoint, (index) => cmap.getUint16(start + 14 + 2 * index));
  if (segment === null) return 0;
  const at = start + 16 + twice + 2 * segment;
  const first = cmap.getUint16(at);
  if (codePoint < first) return 0;
  const delta = cmap.getUint16(at + twice);
  const rangeAt = at + 2 * twice;
  const range = cmap.getUint16(rangeAt);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyph = cmap.getUint16(rangeAt + range + 2 * (codePoint - first));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** Index of the first of `count` ascending values that is no smaller than `value`; null past the last. */
function firstAtLeast(count: number, value: number, valueAt: (index: number) => number): number | null {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low < count ? low : null;
}
