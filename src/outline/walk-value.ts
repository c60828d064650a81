import { join } from './fields/field.js';

/** Something that no outline may hold, wherever it is. */
export interface Refused {
  readonly at: string;
  readonly what: 'size' | 'depth' | 'length' | 'character' | 'key';
  /** The key or character in question. */
  readonly detail: string;
}

/** Most values that an outline may hold, aliases unfolded. */
export const maxValues = 100_000;

/** Most characters of one text: a slide holds a thousand. */
export const maxCharacters = 100_000;

/** Deepest nesting of lists and mappings, aliases unfolded. */
export const maxDepth = 64;

/**
 * Control characters and noncharacters have no place in HTML or PPTX, half surrogates in no file at all, and plane 16
 * marks texts on their way through Markdown.
 */
const refusedCharacters =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udfff]|[\u{100000}-\u{10ffff}]/u;

/** The first character of a text that is not accepted, as `U+0007`, and its offset; null where there is none. */
export function refusedCharacter(text: string): { readonly index: number; readonly name: string } | null {
  const match = refusedCharacters.exec(text);
  const code = match?.[0].codePointAt(0);
  if (!match || code === undefined) return null;
  return { index: match.index, name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
}

/** Walks a parsed value, aliases unfolded, and gives what is refused in it; ends at once where it is too large or too deep. */
export function walkValue(value: unknown): readonly Refused[] {
  const refused: Refused[] = [];
  let left = maxValues;
  const visit = (each: unknown, at: string, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > maxDepth) {
      refused.push({ at, what: left < 0 ? 'size' : 'depth', detail: '' });
      return false;
    }
    if (typeof each === 'string') checkText(each, at, refused);
    if (typeof each !== 'object' || each === null) return true;
    const isList = Array.isArray(each);
    return Object.entries(each).every(([key, child]) => {
      if (!isList) checkKey(key, at, refused);
      return visit(child, join(at, key), depth + 1);
    });
  };
  visit(value, '', 0);
  return refused;
}

function checkText(text: string, at: string, refused: Refused[]): void {
  if (text.length > maxCharacters) refused.push({ at, what: 'length', detail: String(text.length) });
  const found = refusedCharacter(text);
  if (found) refused.push({ at, what: 'character', detail: found.name });
}

function checkKey(key: string, at: string, refused: Refused[]): void {
  checkText(key, join(at, key), refused);
  // The schema library passes over this one key in mappings from ids to things.
  if (key === '__proto__') refused.push({ at: join(at, key), what: 'key', detail: key });
}
