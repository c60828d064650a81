/**
 * A text as far as every format must hold it: one form of letters that look alike (ligatures, forms of Arabic letters), capitals
 * as `text-transform` may draw them, neither spaces nor what takes no ink, and no emoji:
 * several that are joined are one glyph, which has the name of none of them.
 */
export function lettersOf(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{C}\p{Extended_Pictographic}\ufe00-\ufe0f]+/gu, '')
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

  /** Whether any of it, or of what stands beside it, runs leftwards: then whatever stands beside it may, numbers and marks too. */
  readonly #isLeftward: boolean;

  constructor(texts: readonly string[], beside: readonly string[] = []) {
    this.#isLeftward = [...texts, ...beside].some((text) => leftward.test(text));
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
    const whole = cutOut(apart, this.#rest.join(''));
    const isInWords = ({ text }: Sought<Text>) => this.#isLeftward || pictured.test(text.text);
    const words = whole.missing.filter(isInWords).flatMap(({ text }) => wordsOf(text));
    const lost = [...whole.missing.filter((each) => !isInWords(each)), ...cutOut(words, whole.rest).missing];
    return texts.filter((text) => lost.some((each) => each.text === text));
  }

  #take(letters: string): boolean {
    const place = this.#places.get(letters)?.pop();
    if (place !== undefined) this.#rest[place] = found;
    return letters === '' || place !== undefined;
  }
}

/** Letters that run leftwards: a PDF has the words and marks of such a line in the order in which they are drawn, from the left. */
const leftward = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** Emoji, which a PDF has as glyphs without a name. */
const pictured = /\p{Extended_Pictographic}/u;

/** A text, or a word of it, that is looked for. */
interface Sought<Text> {
  readonly text: Text;
  readonly letters: string;
}

function wordsOf<Text extends { readonly text: string }>(text: Text): readonly Sought<Text>[] {
  // A mark at a word goes to its other side.
  const words = text.text.split(/[\s\p{P}\p{S}\p{Extended_Pictographic}]+/u).map(lettersOf);
  return words.filter((letters) => letters !== '').map((letters) => ({ text, letters }));
}

/** Cuts these out of a text, the longest first, so that none is found within one that is longer; and those that are not there. */
function cutOut<Text>(sought: readonly Sought<Text>[], text: string) {
  const missing: Sought<Text>[] = [];
  let rest = text;
  for (const each of sought.toSorted((a, b) => b.letters.length - a.letters.length)) {
    const at = placeOf(each.letters, rest);
    if (at < 0) missing.push(each);
    else rest = rest.slice(0, at) + found + rest.slice(at + each.letters.length);
  }
  return { rest, missing };
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
