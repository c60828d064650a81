import { isTextFamily, type TextFamily, textFamilies } from './catalogue.js';
import { drawnCodePoints } from './characters.js';
import type { FaceName } from './font-library.js';

/** A face and the characters that are set in it, as `drawnCodePoints` gives them. */
export interface FaceUse {
  readonly face: FaceName;
  readonly codePoints: readonly number[];
}

/** Page numbers come from counters, a broken word may get a hyphen: characters that stand in no text. */
const always = '0123456789 -/';

/** The text families that a style sheet sets texts in: those that open a list; what follows a comma only fills gaps. */
export function familiesIn(css: string): readonly TextFamily[] {
  return textFamilies.filter((family) => new RegExp(`(?<!,\\s*["']?)\\b${family}\\b`, 'u').test(css));
}

/** The upright faces of some families, which texts are measured in. */
export function uprightFaces(families: readonly string[]): readonly FaceName[] {
  return families
    .filter(isTextFamily)
    .flatMap((family) => ([400, 700] as const).map((weight) => ({ family, weight, italic: false })));
}

/**
 * The faces that a rendered document may draw, and with which characters: every text in regular and bold of each family
 * that the CSS names, and in italics what stands in `<em>`, `<i>` or `<cite>`, or all where the CSS itself sets italics. The
 * typewriter face draws code alone.
 */
export function facesUsed(html: string, css: string): readonly FaceUse[] {
  const text = visibleText(html) + generatedText(css) + always;
  const slanted = /font-style:\s*(?:italic|oblique)/iu.test(css)
    ? text
    : inside(/<(em|i|cite)\b[^>]*>(.*?)<\/\1>/gisu, html);
  const cased = /text-transform:\s*(?:upper|lower|capital)/iu.test(css);
  const [roman, italic] = [drawnCodePoints(text, cased), drawnCodePoints(slanted, cased)];
  const code = drawnCodePoints(inside(/<(code|pre|kbd|samp|tt)\b[^>]*>(.*?)<\/\1>/gisu, html), cased);
  return uprightFaces(familiesIn(css)).flatMap((face): readonly FaceUse[] => {
    if (face.family === 'Cousine') return code.length > 0 ? [{ face, codePoints: code }] : [];
    const upright = { face, codePoints: roman };
    return italic.length > 0 ? [upright, { face: { ...face, italic: true }, codePoints: italic }] : [upright];
  });
}

/** Whether fonts must keep their tables for kerning and ligatures: not where the CSS switches kerning off. */
export function needsKerning(css: string): boolean {
  return !/font-kerning:\s*none/iu.test(css);
}

/** The texts of elements; the second group of the pattern is what stands inside. */
function inside(element: RegExp, html: string): string {
  return [...html.matchAll(element)].map((match) => visibleText(match[2] ?? '')).join('');
}

function visibleText(html: string): string {
  const body = html.replace(/<(style|script)\b[^>]*>.*?<\/\1>/gisu, (all) => generatedText(all));
  return decode(body.replace(/<[^>]*>/gu, ' '));
}

/** What `content` and `quotes` may print: the strings of the style sheet. */
function generatedText(css: string): string {
  const strings = [...css.matchAll(/(?:content|quotes|list-style(?:-type)?)\s*:([^;}]*)/giu)].map(
    (match) => match[1] ?? '',
  );
  return strings
    .join(' ')
    .replace(/\\([0-9a-f]{1,6})\s?/giu, (_, hex: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
    );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
};

function decode(html: string): string {
  return html.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return entities[name] ?? all;
      const codePoint = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : all;
    },
  );
}
