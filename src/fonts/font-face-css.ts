import { readingFont, type Slice } from './face.js';
import type { FontLibrary } from './font-library.js';
import { loadSubsetter } from './subsetter.js';
import { formatUnicodeRange } from './unicode-range.js';
import type { FaceUse } from './used-faces.js';
import { writeTrueType } from './woff.js';

/** What every font needs to be drawn; `name` also carries its copyright. */
const drawing = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];
/** What joins letters, places marks and kerns. */
const layout = ['GDEF', 'GPOS', 'GSUB'];
/** Unseen, yet they join and part letters, and make one picture of several: zero-width (non-)joiner and variation selector 16. */
const joiners = [0x200c, 0x200d, 0xfe0f];

/**
 * `@font-face` rules with the fonts inside, cut down to the characters that are used. Each names those characters as its
 * `unicode-range`, so that a browser takes every character from the file that widths were reckoned with. The fonts are plain
 * TrueType: what deflating saves is small, and its bytes would depend on the version of zlib.
 */
export async function fontFaceCss(
  library: FontLibrary,
  uses: readonly FaceUse[],
  kerning: boolean,
): Promise<string> {
  const [subsetter] = await Promise.all([
    loadSubsetter(),
    ...uses.map(({ face, codePoints }) => library.load([face], codePoints)),
  ]);
  const used = new Map<Slice, Set<number>>();
  for (const { face, codePoints } of uses) {
    for (const [slice, drawn] of library.slices(face, codePoints)) {
      used.set(slice, new Set([...(used.get(slice) ?? []), ...drawn]));
    }
  }
  for (const [slice, codePoints] of used) {
    if (!slice.family.shaped) continue;
    for (const joiner of joiners) if (slice.advance(joiner) !== null) codePoints.add(joiner);
  }
  return [...used]
    .sort(([a], [b]) => (a.path < b.path ? -1 : 1))
    .map(([slice, codePoints]) => {
      const tables = slice.family.shaped || kerning ? [...drawing, ...layout] : drawing;
      const font = readingFont(slice.path, () =>
        subsetter.subset(writeTrueType(slice.font, tables), codePoints),
      );
      return fontFace(slice, codePoints, font);
    })
    .join('\n');
}

function fontFace({ family, style }: Slice, codePoints: Iterable<number>, font: Uint8Array): string {
  // A family of one weight stands for both, else the browser would smear its bold.
  const weight = family.weights.length > 1 ? String(style.weight) : '400 700';
  const url = `data:font/ttf;base64,${Buffer.from(font).toString('base64')}`;
  return `@font-face { font-family: '${family.name}'; font-weight: ${weight}; font-style: ${style.italic ? 'italic' : 'normal'}; src: url(${url}) format('truetype'); unicode-range: ${formatUnicodeRange(codePoints)}; }`;
}
