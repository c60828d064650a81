import { embeddedOpenType } from './embedded-opentype.js';
import type { EmbeddedFont, Embedding, RefusedFont } from './embedding.js';
import { whyNot } from './font-rights.js';
import { type FontName, renameFont } from './rename-font.js';
import { readSfnt, tableOf, viewOf, writeSfnt } from './sfnt.js';
import type { Subsetter } from './subsetter.js';
import { type FontFile, officeTables, openWoff, writeTrueType } from './woff.js';

/** A font that a style sheet brings along, as a `data:` URL. */
interface OwnFace extends FontName {
  readonly bytes: Uint8Array;
}

/** Families whose fonts a style sheet brings along and sets texts in, in its order. */
export function ownFamilies(css: string): readonly string[] {
  const rules = css.replace(fontFace, '').toLowerCase();
  const families = new Set(facesIn(css).map(({ family }) => family));
  return [...families].filter((family) => rules.includes(family.toLowerCase()));
}

const fontFace = /@font-face\s*\{([^}]*)\}/giu;

function facesIn(css: string): readonly OwnFace[] {
  return [...css.matchAll(fontFace)].flatMap(([, rule = '']) => {
    const family = /font-family\s*:\s*["']?([^;"'}]+)/iu.exec(rule)?.[1]?.trim();
    const data = /url\(\s*["']?data:[^,]*;base64,([\w+/=\s]+)/iu.exec(rule)?.[1];
    if (!family || !data) return [];
    const weight = /font-weight\s*:\s*(\w+)/iu.exec(rule)?.[1] ?? '400';
    const bold = weight === 'bold' || Number(weight) >= 600;
    const italic = /font-style\s*:\s*(?:italic|oblique)/iu.test(rule);
    return [{ family, bold, italic, bytes: new Uint8Array(Buffer.from(data, 'base64')) }];
  });
}

/** Basic Latin and the letters of Western Europe, for who goes on writing. */
const usual = Array.from({ length: 0x17f - 0x20 }, (_, index) => 0x20 + index);

/** What a PPTX may carry of a style sheet's own fonts, cut down to the deck's characters and the usual ones. */
export function embedOwnFonts(css: string, codePoints: readonly number[], subsetter: Subsetter): Embedding {
  const used = ownFamilies(css);
  const fonts = new Map<string, EmbeddedFont>();
  const refused = new Map<string, RefusedFont>();
  for (const face of facesIn(css).filter(({ family }) => used.includes(family))) {
    const key = `${face.family} ${face.bold} ${face.italic}`;
    const made = embed(face, [...codePoints, ...usual], subsetter);
    if (typeof made !== 'string') fonts.set(key, fonts.get(key) ?? made);
    else refused.set(face.family, { family: face.family, reason: made });
  }
  // A family is carried whole or not at all: half of it would be drawn by guess.
  const whole = [...fonts.values()].filter(({ family }) => !refused.has(family));
  return { fonts: whole, refused: [...refused.values()] };
}

/** The font ready for a PPTX, or why it cannot be. */
function embed(
  { bytes, ...name }: OwnFace,
  codePoints: readonly number[],
  subsetter: Subsetter,
): EmbeddedFont | string {
  try {
    const font = openFont(bytes);
    const reason = typeof font === 'string' ? font : whyNot(font);
    if (typeof font === 'string' || reason !== null) return reason ?? '';
    const cut = subsetter.subset(writeTrueType(font, officeTables), codePoints);
    return { ...name, bytes: embeddedOpenType(writeSfnt(renameFont(readSfnt(cut), name))) };
  } catch {
    return 'it cannot be read';
  }
}

/** Opens a font by its first four bytes. */
function openFont(bytes: Uint8Array): FontFile | string {
  const signature = viewOf(bytes).getUint32(0);
  if (signature === 0x774f4632)
    return 'it is WOFF2, which a browser unpacks, not Office; the same font as TrueType or WOFF is taken';
  if (signature === 0x774f4646) return openWoff(bytes);
  const tables = readSfnt(bytes);
  return { tags: [...tables.keys()], table: (tag) => viewOf(tableOf(tables, tag)) };
}
