/**
 * Markers carry a text's pointer through Handlebars and Markdown: `START number END text`.
 * Both characters are of plane 16, which outlines may not hold; to Markdown they are letters like any other.
 */
const start = '\u{10FFF0}';
const end = '\u{10FFF1}';
const marker = /\u{10FFF0}(\d+)\u{10FFF1}/gu;

/** Collects pointers and gives each text its marker. */
export class SourceMap {
  readonly #numbers = new Map<string, number>();

  /** The marker that stands for a pointer. */
  mark(pointer: string): string {
    const number = this.#numbers.get(pointer) ?? this.#numbers.size;
    this.#numbers.set(pointer, number);
    return `${start}${number}${end}`;
  }

  /** Pointers by marker number. */
  get pointers(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** Takes every marker out of a text. */
export function stripMarkers(text: string): string {
  return text.includes(start) ? text.replace(marker, '') : text;
}

/** A text with something else in place of each marker. */
export function replaceMarkers(text: string, replacement: (number: number) => string): string {
  return text.includes(start) ? text.replace(marker, (_, number) => replacement(Number(number))) : text;
}

/** The marker numbers that a text holds, in order, and the text without them. */
export function readMarkers(text: string): { readonly text: string; readonly numbers: readonly number[] } {
  if (!text.includes(start)) return { text, numbers: [] };
  const numbers = [...text.matchAll(marker)].map((match) => Number(match[1]));
  return { text: text.replace(marker, ''), numbers };
}
