import type { MappedText } from './mapped-text.js';

/** A piece of an inline text: the only Markdown that a text of the outline may hold. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'strong' | 'emphasis' | 'inserted' | 'deleted';
      readonly children: readonly Inline[];
    }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** Schemes that a link may have; anything else stays text. */
const linkTarget = /^(?:https?:\/\/|mailto:|#)[^\s<>()\\]*$/iu;
const bareAddress = /^https?:\/\/[^\s<>()[\]"'`*]*[^\s<>()[\]"'`*.,;:!?]/iu;
const maxDepth = 8;

/** What stands around words that a redline inserts or deletes: characters of plane 16, which no outline may hold. */
export const revisionMarks = {
  inserted: { open: '\u{10FFF2}', close: '\u{10FFF3}' },
  deleted: { open: '\u{10FFF4}', close: '\u{10FFF5}' },
} as const;

interface Match {
  readonly node: Inline;
  readonly length: number;
}
type Rule = (text: string, at: number, depth: number) => Match | null;

const rules: Readonly<Record<string, Rule>> = {
  '\\': backslash,
  '`': code,
  '*': emphasis,
  _: emphasis,
  '[': link,
  '<': autolink,
  h: address,
  // The first half of the characters that mark what a redline inserts and deletes.
  [revisionMarks.inserted.open.charAt(0)]: revision,
};

/** Reads a text of the outline as inline Markdown: emphasis, strong, links, code; everything else is text. */
export function parseInline(text: string, depth = 0): readonly Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const match = depth < maxDepth ? rules[text.charAt(at)]?.(text, at, depth) : null;
    if (match?.node.type === 'text') {
      plain += match.node.text;
      at += match.length;
    } else if (match) {
      if (plain) nodes.push({ type: 'text', text: plain });
      plain = '';
      nodes.push(match.node);
      at += match.length;
    } else {
      plain += text.charAt(at);
      at += 1;
    }
  }
  if (plain) nodes.push({ type: 'text', text: plain });
  return nodes;
}

/** The words of a text alone, without marks: for outlines, titles and document properties. */
export function wordsOf({ text, form }: MappedText): string {
  return form === 'inline' ? plainText(parseInline(text)) : text;
}

function plainText(nodes: readonly Inline[]): string {
  const kept = nodes.filter(({ type }) => type !== 'deleted');
  return kept.map((node) => ('text' in node ? node.text : plainText(node.children))).join('');
}

function backslash(text: string, at: number): Match | null {
  const next = text.charAt(at + 1);
  return /[!-/:-@[-`{-~]/u.test(next) ? { node: { type: 'text', text: next }, length: 2 } : null;
}

function code(text: string, at: number): Match | null {
  const fence = /^`+/u.exec(text.slice(at))?.[0] ?? '`';
  let close = text.indexOf(fence, at + fence.length);
  while (close !== -1 && (text.charAt(close + fence.length) === '`' || text.charAt(close - 1) === '`')) {
    close = text.indexOf(fence, close + 1);
  }
  // The run stands for itself as a whole: to look on from its second character would cost the square of its length.
  if (close === -1) return { node: { type: 'text', text: fence }, length: fence.length };
  const body = text.slice(at + fence.length, close).trim();
  return body ? { node: { type: 'code', text: body }, length: close + fence.length - at } : null;
}

function emphasis(text: string, at: number, depth: number): Match | null {
  const character = text.charAt(at);
  const mark = text.startsWith(character + character, at) ? character + character : character;
  if (character === '_' && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return null;
  const close = closing(text, at + mark.length, mark);
  if (close === -1) return null;
  const children = parseInline(text.slice(at + mark.length, close), depth + 1);
  const type = mark.length === 2 ? 'strong' : 'emphasis';
  return { node: { type, children }, length: close + mark.length - at };
}

function revision(text: string, at: number, depth: number): Match | null {
  const type = (['inserted', 'deleted'] as const).find((each) =>
    text.startsWith(revisionMarks[each].open, at),
  );
  if (!type) return null;
  const { open, close } = revisionMarks[type];
  const end = text.indexOf(close, at);
  if (end === -1) return null;
  const children = parseInline(text.slice(at + open.length, end), depth + 1);
  return { node: { type, children }, length: end + close.length - at };
}

/** Where a mark closes: not after white space, not a longer run of the same character; `_` only at the end of a word. */
function closing(text: string, from: number, mark: string): number {
  const character = mark.charAt(0);
  if (/\s|^$/u.test(text.charAt(from)) || text.charAt(from) === character) return -1;
  if (from > lastClosing(text, mark)) return -1;
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (closes(text, at, mark)) return at;
  }
  return -1;
}

function closes(text: string, at: number, mark: string): boolean {
  const character = mark.charAt(0);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  const alone = after !== character && before !== character;
  const endsWord = character === '*' || !/[\p{L}\p{N}]/u.test(after);
  return alone && endsWord && !/\s|\\/u.test(before);
}

/** What was found last, for a text is asked about at each of its marks: without it, marks that never close cost the square of their number. */
let known: { readonly text: string; readonly places: Map<string, number> } = { text: '', places: new Map() };

function lastClosing(text: string, mark: string): number {
  if (known.text !== text) known = { text, places: new Map() };
  const found = known.places.get(mark);
  if (found !== undefined) return found;
  let at = text.lastIndexOf(mark);
  while (at > 0 && !closes(text, at, mark)) at = text.lastIndexOf(mark, at - 1);
  known.places.set(mark, at > 0 ? at : -1);
  return at > 0 ? at : -1;
}

function link(text: string, at: number, depth: number): Match | null {
  const match = /^\[((?:[^[\]\\]|\\.){1,500})\]\(([^\s()]{1,2000})\)/u.exec(text.slice(at));
  if (!match || !linkTarget.test(match[2] ?? '')) return null;
  const children = parseInline(match[1] ?? '', depth + 1).filter((node) => node.type !== 'link');
  return { node: { type: 'link', href: match[2] ?? '', children }, length: match[0].length };
}

function autolink(text: string, at: number): Match | null {
  const match = /^<([^<>\s]{1,2000})>/u.exec(text.slice(at, at + 2100));
  const href = match?.[1] ?? '';
  if (!match || !linkTarget.test(href) || href.startsWith('#')) return null;
  return { node: { type: 'link', href, children: [{ type: 'text', text: href }] }, length: match[0].length };
}

function address(text: string, at: number): Match | null {
  if (!text.startsWith('http', at) || /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return null;
  const href = bareAddress.exec(text.slice(at, at + 2100))?.[0];
  if (!href) return null;
  return { node: { type: 'link', href, children: [{ type: 'text', text: href }] }, length: href.length };
}
