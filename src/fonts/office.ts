import type { FamilyName, TextFamily } from './catalogue.js';

/** Which face of Office stands for a family: the same advance widths for texts, the same script for the rest. */
export const officeTypefaces: Readonly<Record<FamilyName, string>> = {
  Gelasio: 'Georgia',
  Carlito: 'Calibri',
  Arimo: 'Arial',
  Tinos: 'Times New Roman',
  Cousine: 'Courier New',
  'Noto Sans Arabic': 'Arial',
  'Noto Sans Hebrew': 'Arial',
  'Noto Sans Math': 'Segoe UI Symbol',
  'Noto Sans Symbols 2': 'Segoe UI Symbol',
  'Noto Sans KR': 'Malgun Gothic',
  'Noto Sans JP': 'Yu Gothic',
  'Noto Sans SC': 'Microsoft YaHei',
  'Noto Emoji': 'Segoe UI Emoji',
};

/** What PowerPoint divides a line by: usWinAscent and usWinDescent of a face, in em. */
export interface OfficeLine {
  readonly winAscent: number;
  readonly winDescent: number;
}

/** The lines of Office's own faces. A twin has the same widths, not always the same line: Gelasio's usWinAscent is 1.27 em. */
export const officeLines: Readonly<Record<TextFamily, OfficeLine>> = {
  Gelasio: { winAscent: 0.917, winDescent: 0.2192 },
  Carlito: { winAscent: 0.9521, winDescent: 0.2686 },
  Arimo: { winAscent: 0.9053, winDescent: 0.2119 },
  Tinos: { winAscent: 0.8911, winDescent: 0.2163 },
  Cousine: { winAscent: 0.8333, winDescent: 0.3003 },
};

/** What a theme names for text of a script (ISO 15924) that its own faces lack, as Office's themes do, so that text typed later is set in a face that has it. */
export const scriptTypefaces: readonly (readonly [script: string, typeface: string])[] = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
  ['Arab', 'Arial'],
  ['Hebr', 'Arial'],
  ['Thai', 'Leelawadee UI'],
  ['Khmr', 'Leelawadee UI'],
  ['Laoo', 'Leelawadee UI'],
  ['Deva', 'Nirmala UI'],
  ['Beng', 'Nirmala UI'],
  ['Taml', 'Nirmala UI'],
  ['Telu', 'Nirmala UI'],
  ['Ethi', 'Ebrima'],
  ['Geor', 'Sylfaen'],
  ['Armn', 'Sylfaen'],
];

/** Languages whose own script stands in a slot of its own, and that script; the first that fits counts. */
const languageScripts: readonly {
  readonly language: RegExp;
  readonly slot: 'ea' | 'cs';
  readonly script: string;
}[] = [
  { language: /^ko\b/iu, slot: 'ea', script: 'Hang' },
  { language: /^ja\b/iu, slot: 'ea', script: 'Jpan' },
  { language: /^zh\b.*(?:-Hant|-TW|-HK|-MO)\b/iu, slot: 'ea', script: 'Hant' },
  { language: /^zh\b/iu, slot: 'ea', script: 'Hans' },
  { language: /^(?:ar|fa|ur|ps|ku-Arab)\b/iu, slot: 'cs', script: 'Arab' },
  { language: /^(?:he|iw|yi)\b/iu, slot: 'cs', script: 'Hebr' },
];

/** The typeface of a theme's slot in a deck of this language (BCP 47); empty where Office chooses by the script of the text. */
export function themeTypeface(slot: 'ea' | 'cs', language: string): string {
  const row = languageScripts.find((each) => each.language.test(language));
  if (row?.slot !== slot) return '';
  return scriptTypefaces.find(([script]) => script === row.script)?.[1] ?? '';
}

/** Faces of Office that not every Office has, and the systems that have them. */
export const officeOnly: Readonly<Partial<Record<FamilyName, string>>> = {
  'Noto Emoji': 'Windows',
};

/** Where DrawingML names a typeface: `a:latin`, `a:ea` (East Asian), `a:cs` (complex scripts) or `a:sym` (symbols). */
export type TypefaceSlot = 'latin' | 'ea' | 'cs' | 'sym';

const slots: readonly {
  readonly characters: RegExp;
  readonly slot: TypefaceSlot;
  readonly family: FamilyName | 'cjk';
}[] = [
  { characters: /\p{Script=Arabic}/u, slot: 'cs', family: 'Noto Sans Arabic' },
  { characters: /\p{Script=Hebrew}/u, slot: 'cs', family: 'Noto Sans Hebrew' },
  { characters: /\p{Script=Hangul}/u, slot: 'ea', family: 'Noto Sans KR' },
  { characters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, slot: 'ea', family: 'Noto Sans JP' },
  { characters: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, slot: 'ea', family: 'cjk' },
  { characters: /\p{Emoji_Presentation}/u, slot: 'ea', family: 'Noto Emoji' },
  // Arrows, operators and shapes below stand in Office's text faces.
  { characters: /[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff]/u, slot: 'sym', family: 'Noto Sans Symbols 2' },
];

/**
 * The typeface and its slot for a character that the theme's text face has not, so that Office does not guess; null where
 * the theme's own face is right. `cjk` names the family for Han characters, the first of `cjkFamilies()`.
 */
export function officeFallback(
  character: string,
  cjk: FamilyName,
): { readonly slot: TypefaceSlot; readonly family: FamilyName; readonly typeface: string } | null {
  const row = slots.find(({ characters }) => characters.test(character));
  if (!row) return null;
  const family = row.family === 'cjk' ? cjk : row.family;
  return { slot: row.slot, family, typeface: officeTypefaces[family] };
}
