import { type Counters, writeNumber } from './counters.js';

/** A stretch of generated text. */
export interface ContentPart {
  readonly text: string;
  /** Text that the slide's number stands for. */
  readonly field: 'slide-number' | null;
}

const token =
  /"((?:[^"\\]|\\.)*)"|counter\(([^)]*)\)|counters\(([^)]*)\)|attr\(([^)]*)\)|(open-quote)|(close-quote)/gu;

/** The text of a computed `content`; null where nothing is generated. What follows `/` is speech only. */
export function readContent(
  css: string,
  element: Element,
  counters: Counters,
): readonly ContentPart[] | null {
  if (css === 'none' || css === 'normal' || css === '') return null;
  const number = ownNumber(element);
  const parts: ContentPart[] = [];
  for (const match of css.matchAll(token)) {
    const [, quoted, counter, many, attribute, open, close] = match;
    const name = attribute?.split(/[\s,]/u)[0];
    const text =
      quoted !== undefined
        ? unescapeCss(quoted)
        : counter !== undefined
          ? numberOf(counter, counters)
          : many !== undefined
            ? numbersOf(many, counters)
            : name !== undefined
              ? (element.getAttribute(name) ?? '')
              : open
                ? '“'
                : close
                  ? '”'
                  : '';
    parts.push(...(number === null ? [{ text, field: null }] : splitNumber(text, number)));
  }
  return parts.filter(({ text }) => text);
}

/**
 * The page number that the element shows; null where it is not the slide's place in the deck, for a field always shows that
 * (`paginate: hold` and `skip` count otherwise). Marp numbers slides in the `id` of their sections.
 */
function ownNumber(element: Element): string | null {
  const number = element.getAttribute('data-marpit-pagination');
  const place = element.closest('svg')?.querySelector('section[id]')?.id ?? element.id;
  return place === '' || place === number ? number : null;
}

/** Chromium puts the attribute's value in place of `attr()` and joins the text, so the slide's number is found again in it. */
function splitNumber(text: string, number: string): readonly ContentPart[] {
  let at = text.indexOf(number);
  while (at >= 0 && (isDigit(text[at - 1]) || isDigit(text[at + number.length])))
    at = text.indexOf(number, at + 1);
  if (at < 0) return [{ text, field: null }];
  return [
    { text: text.slice(0, at), field: null },
    { text: number, field: 'slide-number' },
    { text: text.slice(at + number.length), field: null },
  ];
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\([0-9a-fA-F]{1,6})\s?/gu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\\(.)/gu, '$1');
}

function numberOf(body: string, counters: Counters): string {
  const [name = '', style = 'decimal'] = body.split(',').map((part) => part.trim());
  return writeNumber(counters.value(name), style);
}

function numbersOf(body: string, counters: Counters): string {
  const [name = '', between = '"."', style = 'decimal'] = body.split(',').map((part) => part.trim());
  return counters
    .values(name)
    .map((value) => writeNumber(value, style))
    .join(between.replace(/^"|"$/gu, ''));
}
