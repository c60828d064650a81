import { catalogue, type FamilyName } from './catalogue.js';
import { embeddedOpenType } from './embedded-opentype.js';
import { readingFont, type Slice } from './face.js';
import type { FontLibrary } from './font-library.js';
import { whyNot } from './font-rights.js';
import { renameFont } from './rename-font.js';
import { readSfnt, writeSfnt } from './sfnt.js';
import { loadSubsetter, type Subsetter } from './subsetter.js';
import type { CodePointRange } from './unicode-range.js';
import type { FaceUse } from './used-faces.js';
import { officeTables, writeTrueType } from './woff.js';

/** A font to put into a PPTX. */
export interface EmbeddedFont {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** As Embedded OpenType. */
  readonly bytes: Uint8Array;
}

/** A family that no part of a PPTX may hold, and why. */
export interface RefusedFont {
  readonly family: string;
  readonly reason: string;
}

/** What can be embedded of a deck's fonts. */
export interface Embedding {
  readonly fonts: readonly EmbeddedFont[];
  readonly refused: readonly RefusedFont[];
}

const latin: CodePointRange = [0x20, 0x7e];

/**
 * Families that a PPTX may carry, since Office’s own text faces lack their characters, and what colleagues need of each to go
 * on writing: the whole of a small script, of the large ones punctuation and small letters beside what the deck has. Twins of
 * Office’s faces are not among them: those every Office has itself.
 */
const carried: Readonly<Partial<Record<FamilyName, readonly CodePointRange[]>>> = {
  'Noto Sans Arabic': [
    [0x20, 0x40],
    [0x600, 0x6ff],
    [0x200c, 0x200f],
    [0x25cc, 0x25cc],
  ],
  'Noto Sans Hebrew': [
    [0x20, 0x40],
    [0x591, 0x5f4],
    [0x200c, 0x200f],
    [0x25cc, 0x25cc],
    [0xfb1d, 0xfb4f],
  ],
  'Noto Sans KR': [latin, [0x3000, 0x3011], [0x3131, 0x318e], [0xff01, 0xff5e]],
  'Noto Sans JP': [latin, [0x3000, 0x3011], [0x3041, 0x30ff], [0xff01, 0xff5e]],
  'Noto Sans SC': [latin, [0x3000, 0x3011], [0xff01, 0xff5e]],
  'Noto Emoji': [
    [0x200d, 0x200d],
    [0xfe0f, 0xfe0f],
  ],
};

interface CarriedSlice {
  readonly family: FamilyName;
  readonly slice: Slice;
  readonly drawn: readonly number[];
}

/** The files of families that a PPTX may carry which a deck's texts are drawn with, one a family and style, and what each draws. */
function carriedSlices(library: FontLibrary, uses: readonly FaceUse[]): readonly CarriedSlice[] {
  const found = new Map<string, Set<number>>();
  const slices = new Map<string, Slice>();
  for (const { face, codePoints } of uses) {
    for (const [slice, drawn] of library.slices(face, codePoints)) {
      slices.set(slice.path, slice);
      found.set(slice.path, new Set([...(found.get(slice.path) ?? []), ...drawn]));
    }
  }
  const best = new Map<string, CarriedSlice>();
  for (const [path, drawn] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const slice = slices.get(path);
    const family = catalogue.find(({ name }) => name === slice?.family.name)?.name;
    if (!slice || !family || !carried[family]) continue;
    const key = `${family} ${slice.style.weight}`;
    const other = best.get(key);
    if (!other || other.drawn.length < drawn.size) best.set(key, { family, slice, drawn: [...drawn] });
  }
  return [...best.values()];
}

/** The families of a deck's texts that a PPTX may carry. */
export function carriedFamilies(library: FontLibrary, uses: readonly FaceUse[]): readonly FamilyName[] {
  return [...new Set(carriedSlices(library, uses).map(({ family }) => family))];
}

/** Makes the fonts that a PPTX of these texts may carry, cut down to what the deck and its next editors need. */
export async function embedFonts(library: FontLibrary, uses: readonly FaceUse[]): Promise<Embedding> {
  const subsetter = await loadSubsetter();
  const rows = carriedSlices(library, uses).map((row) => ({ ...row, reason: whyNot(row.slice.font) }));
  return {
    fonts: rows.filter(({ reason }) => reason === null).map((row) => embedded(row, subsetter)),
    refused: rows.flatMap(({ family, reason }) => (reason === null ? [] : [{ family, reason }])),
  };
}

function embedded({ family, slice, drawn }: CarriedSlice, subsetter: Subsetter): EmbeddedFont {
  const name = { family, bold: slice.style.weight === 700, italic: slice.style.italic };
  const ranges = (carried[family] ?? []).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  const bytes = readingFont(slice.path, () => {
    const font = subsetter.subset(writeTrueType(slice.font, officeTables), [...drawn, ...ranges]);
    return embeddedOpenType(writeSfnt(renameFont(readSfnt(font), name)));
  });
  return { ...name, bytes };
}
