/** What a text may hold at the most to be rendered without a clock; all of it is far above what decks hold, and far below what hangs. */
interface Measure {
  /** In words, for the finding that names it. */
  readonly what: string;
  readonly most: number;
  readonly count: (text: string) => number;
}

/** Marks that parsers look ahead of: a paragraph of them costs the square of its length, or its cube. */
const ofMarkdown: readonly Measure[] = [
  { what: 'characters', most: 2_000_000, count: ({ length }) => length },
  { what: 'comments that do not close', most: 100, count: openComments },
  { what: 'comments in one paragraph', most: 100, count: (text) => densest(text, /<!--/gu) },
  { what: 'characters in one paragraph', most: 12_000, count: longestBlock },
  { what: 'tags that open in one paragraph', most: 800, count: (text) => densest(text, /</gu) },
  { what: 'columns in one table', most: 200, count: (text) => longestRun(text, /[^|\n]*\|/gu) },
  { what: 'levels of lists or quotations', most: 60, count: deepestIndent },
];

/** Rules within rules are written out, each selector with each. */
const ofStyles: readonly Measure[] = [
  { what: 'characters of styles', most: 400_000, count: ({ length }) => length },
  { what: 'levels of styles within styles', most: 4, count: (text) => nesting(text).depth },
  { what: 'selectors of styles within styles', most: 2000, count: (text) => nesting(text).selectors },
];

/**
 * What a Markdown or its style sheets hold that their parsers may take long over, in words; null where nothing is seen. There
 * are inputs of a few lines that take them minutes (a comment that never ends, styles within styles), so what is seen here is
 * rendered where a clock can end it. It costs a thousandth of the rendering.
 */
export function renderRisk(markdown: string, styles: readonly string[]): string | null {
  return (
    beyond(markdown, ofMarkdown) ??
    beyond(stylesIn(markdown), ofStyles) ??
    styles.reduce<string | null>((found, css) => found ?? beyond(css, ofStyles), null)
  );
}

/** Styles stand in elements and in front matter; a Markdown that has neither has no braces that count. */
function stylesIn(markdown: string): string {
  return /<style|^\s*(?:_?style|<!--)/imu.test(markdown) ? markdown : '';
}

function beyond(text: string, measures: readonly Measure[]): string | null {
  for (const { what, most, count } of measures) {
    const found = count(text);
    if (found > most) return `${found} ${what}`;
  }
  return null;
}

function counted(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

function openComments(text: string): number {
  return counted(text, /<!--/gu) - counted(text, /-->/gu);
}

function blocks(text: string): readonly string[] {
  return text.split(/\n[ \t\r]*\n/u);
}

function longestBlock(text: string): number {
  return blocks(text).reduce((most, block) => Math.max(most, block.length), 0);
}

function densest(text: string, pattern: RegExp): number {
  return blocks(text).reduce((most, block) => Math.max(most, counted(block, pattern)), 0);
}

function longestRun(text: string, cell: RegExp): number {
  return text.split('\n').reduce((most, line) => Math.max(most, counted(line, cell)), 0);
}

function deepestIndent(text: string): number {
  const indents = text.matchAll(/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/gmu);
  let most = 0;
  for (const [marks] of indents) most = Math.max(most, Math.ceil(marks.replace(/\t/gu, '    ').length / 2));
  return most;
}

let seen: { readonly text: string; readonly depth: number; readonly selectors: number } | null = null;

/** Strings, comments and escapes that hide a brace are counted as if none closed: whoever writes such a thing gets the clock. */
function nesting(text: string) {
  if (seen?.text === text) return seen;
  const hides = /\/\*[^*{}]{0,2000}[{}]|\\[{}]|\([^(){}\n]{0,200}[{}]/u.test(text);
  const open: number[] = [];
  let [depth, selectors, commas] = [0, 1, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 44) commas += 1;
    if (character !== 123 && character !== 125 && character !== 59) continue;
    if (character === 123) open.push((open.at(-1) ?? 1) * (commas + 1));
    else if (character === 125 && !hides) open.pop();
    depth = Math.max(depth, open.length);
    selectors = Math.max(selectors, open.at(-1) ?? 1);
    commas = 0;
  }
  seen = { text, depth, selectors };
  return seen;
}
