import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { catalogue, cjkFamilies, type FamilyName } from './catalogue.js';
import { drawnCodePoints } from './characters.js';
import type { FontLibrary } from './font-library.js';
import { uprightFaces } from './used-faces.js';

/** A text of the deck and its place in the outline. */
export interface PlacedText {
  readonly text: string;
  /** JSON Pointer; null for words of briefdeck's own. */
  readonly at: string | null;
}

/** What the characters are called in a finding, and the family that has them; `cjk` is the first choice of the deck's language. */
const scripts: readonly {
  readonly characters: RegExp;
  readonly name: string;
  readonly family: FamilyName | 'cjk';
}[] = [
  { characters: /\p{Script=Hangul}/u, name: 'Korean', family: 'Noto Sans KR' },
  { characters: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, name: 'Japanese', family: 'Noto Sans JP' },
  { characters: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, name: 'Chinese', family: 'cjk' },
  {
    characters: /[\u2032-\u2037\u2190-\u22ff\u25a0-\u25ff\u2605\u2606\u27c0-\u2aff]/u,
    name: 'symbols',
    family: 'Noto Sans Math',
  },
  { characters: /[\u2300-\u2bff\u{1f000}-\u{1fbff}]/u, name: 'symbols', family: 'Noto Sans Symbols 2' },
];

const names: Readonly<Partial<Record<FamilyName, string>>> = {
  'Noto Sans KR': 'Korean',
  'Noto Sans JP': 'Japanese',
};

interface Gap {
  readonly name: string;
  /** The package that has the characters; null where none is known, or the one that is known is installed already. */
  readonly package: string | null;
  readonly characters: string[];
}

/**
 * FONT-1 for every script that no installed font can draw, at the first text that has one of its characters. The hint names the
 * package to install.
 */
export async function findUncovered(
  library: FontLibrary,
  families: readonly string[],
  texts: readonly PlacedText[],
): Promise<readonly Diagnostic[]> {
  const faces = uprightFaces(families).filter(({ weight }) => weight === 400);
  await library.load(faces, drawnCodePoints(texts.map(({ text }) => text).join('\n')));
  const characters = [...new Set(faces.flatMap((face) => library.uncovered(face)))];
  return groupByPackage(characters, library).map((gap) => finding(gap, texts));
}

function groupByPackage(characters: readonly string[], library: FontLibrary): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const character of characters) {
    const place = whereIs(character, library);
    const key = place.package ?? '';
    const gap = gaps.get(key) ?? { ...place, characters: [] };
    gap.characters.push(character);
    gaps.set(key, gap);
  }
  return [...gaps.values()];
}

function whereIs(character: string, library: FontLibrary): Omit<Gap, 'characters'> {
  const row = scripts.find(({ characters }) => characters.test(character));
  if (!row) return { name: 'other characters', package: null };
  const family =
    row.family === 'cjk' ? (cjkFamilies(library.places.language)[0] ?? 'Noto Sans SC') : row.family;
  const name = row.family === 'cjk' ? (names[family] ?? row.name) : row.name;
  const found = catalogue.find((each) => each.name === family)?.package ?? null;
  return { name, package: found !== null && library.isInstalled(found) ? null : found };
}

function finding({ name, package: wanted, characters }: Gap, texts: readonly PlacedText[]): Diagnostic {
  const at = texts.find(({ text }) => characters.some((each) => text.includes(each)))?.at ?? null;
  const shown = characters.slice(0, 8).map((each) => `${each} (U+${hex(each)})`);
  const more = characters.length > shown.length ? ` and ${characters.length - shown.length} more` : '';
  const message = `No installed font has ${shown.join(', ')}${more} (${name}); every reader's computer would draw them with a font of its own.`;
  const hint =
    wanted === null
      ? 'Write it with other characters: no font that briefdeck knows has these.'
      : `Run \`npm install ${wanted}\` beside the outline.`;
  return diagnostic('FONT-1', message, { pointer: at, hint });
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
