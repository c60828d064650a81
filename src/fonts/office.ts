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

/** Where DrawingML names a typeface: `a:latin`, `a:ea` (East Asian) or `a:cs` (complex scripts). */
export type TypefaceSlot = 'latin' | 'ea' | 'cs';

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
];

/**
 * The typeface and its slot for a character that the theme's text face has not, so that Office does not guess; null where
 * the theme's own face is right. `cjk` names the family for Han characters, the first of `cjkFamilies()`.
 */
export function officeFallback(
  character: string,
  cjk: FamilyName,
): { readonly slot: TypefaceSlot; readonly typeface: string } | null {
  const row = slots.find(({ characters }) => characters.test(character));
  if (!row) return null;
  return { slot: row.slot, typeface: officeTypefaces[row.family === 'cjk' ? cjk : row.family] };
}
