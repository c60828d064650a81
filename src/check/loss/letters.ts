/**
 * A text as far as every format must hold it: one form of letters that look alike (ligatures, forms of Arabic letters), capitals
 * as `text-transform` may draw them, and neither spaces nor what takes no ink.
 */
export function lettersOf(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{C}]+/gu, '')
      // One unit a character, as one glyph is.
      .replace(/[\ud800-\udbff](?=[\udc00-\udfff])/g, '')
  );
}

/** Stands where a text was found: no text holds it. */
const found = '\0';

/** Stands for a glyph that a font does not name: it may be any letter. */
const unnamed = '\ufffd';

/** Texts that a format holds, of which each may be found once. */
export class TextPool {
  /** Letters of each text, in order; what was found is gone. */
  readonly #rest: string[];
  /** Places of the texts that read the same, the first of them last. */
  readonly #places = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    this.#rest = texts.map(lettersOf);
    this.#rest.forEach((letters, place) => {
      const known = this.#places.get(letters);
      if (known) known.unshift(place);
      else this.#places.set(letters, [place]);
    });
  }

  /** Those of these texts that are not there: neither as a text of their own, nor joined with others or in several pieces. */
  missing<Text extends { readonly text: string }>(texts: readonly Text[]): readonly Text[] {
    const apart = texts.flatMap((text) => {
      const letters = lettersOf(text.text);
      return this.#take(letters) ? [] : [{ text, letters }];
    });
    if (apart.length === 0) return [];
    let rest = this.#rest.join('');
    const lost = new Set<Text>();
    // The longest first, so that none is found within one that is longer.
    for (const { text, letters } of apart.toSorted((a, b) => b.letters.length - a.letters.length)) {
      const without =
        cutOut([letters], rest) ?? (leftward.test(letters) ? cutOut(wordsOf(text.text), rest) : null);
      if (without === null) lost.add(text);
      else rest = without;
    }
    return texts.filter((text) => lost.has(text));
  }

  #take(letters: string): boolean {
    const place = this.#places.get(letters)?.pop();
    if (place !== undefined) this.#rest[place] = found;
    return letters === '' || place !== undefined;
  }
}

/** Letters that run leftwards: a PDF has the words of such a line in the order in which they are drawn, from the left. */
const leftward = /[\u0590-\u08ff]/u;

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).map(lettersOf);
}

/** A text without these parts; null where it lacks one. */
function cutOut(parts: readonly string[], text: string): string | null {
  let rest = text;
  for (const part of parts) {
    const at = placeOf(part, rest);
    if (at < 0) return null;
    rest = rest.slice(0, at) + found + rest.slice(at + part.length);
  }
  return rest;
}

function placeOf(letters: string, text: string): number {
  const at = text.indexOf(letters);
  if (at >= 0 || !text.includes(unnamed)) return at;
  for (let start = 0; start + letters.length <= text.length; start += 1)
    if (readsAs(letters, text, start)) return start;
  return -1;
}

function readsAs(letters: string, text: string, start: number): boolean {
  for (let at = 0; at < letters.length; at += 1) {
    const shown = text[start + at];
    if (shown !== letters[at] && shown !== unnamed) return false;
  }
  return true;
}
