import { type Inline, parseInline, revisionMarks } from './inline.js';

/** The plain words of a text, and where each character of them is written in it. */
export interface PlacedWords {
  readonly text: string;
  /** For each character of `text`, its offset in the text as written. */
  readonly places: readonly number[];
}

/** The plain words of an inline text with the place of each character behind its marks. */
export function placedWords(raw: string): PlacedWords {
  const found: { text: string; places: number[] } = { text: '', places: [] };
  walk(parseInline(raw), raw, 0, found);
  return found;
}

/** Every character of a plain text stands for itself. */
export function placedPlain(raw: string): PlacedWords {
  return { text: raw, places: Array.from({ length: raw.length }, (_, place) => place) };
}

interface Found {
  text: string;
  readonly places: number[];
}

function walk(nodes: readonly Inline[], raw: string, from: number, found: Found): number {
  return nodes.reduce((at, node) => walkNode(node, raw, at, found), from);
}

function walkNode(node: Inline, raw: string, at: number, found: Found): number {
  switch (node.type) {
    case 'text':
      return walkText(node.text, raw, at, found);
    case 'code': {
      const fence = /^`+/u.exec(raw.slice(at))?.[0].length ?? 1;
      const start = raw.indexOf(node.text, at + fence);
      verbatim(node.text, start, found);
      return raw.indexOf('`', start + node.text.length) + fence;
    }
    case 'inserted':
    case 'deleted':
      return (
        walk(node.children, raw, at + revisionMarks[node.type].open.length, found) +
        revisionMarks[node.type].close.length
      );
    case 'strong':
    case 'emphasis': {
      const mark = node.type === 'strong' ? 2 : 1;
      return walk(node.children, raw, at + mark, found) + mark;
    }
    case 'link':
      if (raw.charAt(at) === '[') return walk(node.children, raw, at + 1, found) + `](${node.href})`.length;
      if (raw.charAt(at) === '<') return verbatim(node.href, at + 1, found) + 1;
      return verbatim(node.href, at, found);
  }
}

function walkText(text: string, raw: string, from: number, found: Found): number {
  let at = from;
  for (let index = 0; index < text.length; index += 1) {
    const isEscape = raw.charAt(at) === '\\' && /[!-/:-@[-`{-~]/u.test(raw.charAt(at + 1));
    if (isEscape) at += 1;
    verbatim(text.charAt(index), at, found);
    at += 1;
  }
  return at;
}

function verbatim(text: string, at: number, found: Found): number {
  found.text += text;
  for (let index = 0; index < text.length; index += 1) found.places.push(at + index);
  return at + text.length;
}
