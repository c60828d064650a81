import { fontFaceCss } from './font-face-css.js';
import type { FaceName, FontLibrary } from './font-library.js';
import { facesUsed, familiesIn, needsKerning } from './used-faces.js';

/** What people type next: Latin letters and signs, quotation marks, dashes. With them from the start, most edits need no new font. */
const expected: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0xff],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
];

/** What of a style sheet tells which signs are drawn and how, beside the names of families. */
const telling = /content|quotes|list-style|text-transform|font-style/u;

/** The `@font-face` rules of a deck that is being written: they grow with its characters and never shrink. */
export class GrowingFaces {
  readonly #drawn = new Map<string, { readonly face: FaceName; readonly codePoints: Set<number> }>();
  readonly #library: FontLibrary;
  readonly #style: string;
  readonly #kerning: boolean;
  #css: Promise<string> | null = null;

  /** `css` is the style sheet of all slides. */
  constructor(library: FontLibrary, css: string) {
    this.#library = library;
    // The rest is left out, for it is read at every edit.
    const families = familiesIn(css).map((family) => `font-family: ${family}`);
    const pieces = css.split(/[{};]/u).filter((piece) => telling.test(piece));
    this.#style = [...new Set([...families, ...pieces])].map((piece) => `${piece};`).join('\n');
    this.#kerning = needsKerning(css);
  }

  /** The rules that also serve these slides; the same text as before where no character is new. */
  async with(html: string, css: string): Promise<string> {
    if (html !== '' && this.#add(html, css)) this.#css = null;
    const uses = [...this.#drawn.values()].map(({ face, codePoints }) => ({
      face,
      codePoints: [...codePoints].sort((a, b) => a - b),
    }));
    this.#css ??= fontFaceCss(this.#library, uses, this.#kerning);
    return this.#css;
  }

  /** Whether a face or a character is new. */
  #add(html: string, css: string): boolean {
    let isNew = false;
    for (const { face, codePoints } of facesUsed(html, `${this.#style}${css}`)) {
      const key = `${face.family} ${face.weight} ${face.italic}`;
      const known = this.#drawn.get(key)?.codePoints ?? new Set(expectedCodePoints());
      isNew ||= !this.#drawn.has(key) || codePoints.some((each) => !known.has(each));
      for (const each of codePoints) known.add(each);
      this.#drawn.set(key, { face, codePoints: known });
    }
    return isNew;
  }
}

function expectedCodePoints(): readonly number[] {
  return expected.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}
