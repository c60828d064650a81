import type MarkdownIt from 'markdown-it';
import { readMarkers, stripMarkers } from '../markdown/markers.js';

type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * Takes the markers out of the token stream and sets `data-src` on the block that each stands in:
 * one pointer, or several divided by spaces in the order of the texts.
 */
export function sourceMapPlugin(md: MarkdownIt, pointers: readonly string[]): void {
  md.core.ruler.push('briefdeck_source_map', (state) => {
    state.tokens.forEach((token, index) => {
      const numbers = takeMarkers(token);
      if (numbers.length === 0) return;
      const places = [...new Set(numbers)]
        .map((number) => pointers[number])
        .filter((pointer) => pointer !== undefined);
      const block = token.type === 'inline' ? opening(state.tokens, index) : token;
      block?.attrJoin('data-src', places.map(encodePointer).join(' '));
    });
  });
}

/** Pointers stand in an attribute divided by spaces, so a space within one is written as `%20`. */
function encodePointer(pointer: string): string {
  return pointer.replace(/[\s%]/gu, encodeURIComponent);
}

/** The tag that a line of text is drawn by: a tight list's paragraph is hidden, so its item carries the pointer. */
export function opening(tokens: readonly Token[], inline: number): Token | null {
  let depth = 0;
  for (let at = inline - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token) return null;
    if (token.nesting === -1) depth += 1;
    if (token.nesting === 1 && depth > 0) depth -= 1;
    else if (token.nesting === 1 && !token.hidden) return token;
  }
  return null;
}

function takeMarkers(token: Token): readonly number[] {
  const found: number[] = [];
  if (token.type !== 'inline' || token.content) {
    const { text, numbers } = readMarkers(token.content);
    token.content = text;
    if (token.type !== 'inline') found.push(...numbers);
  }
  for (const attribute of token.attrs ?? []) {
    // Marpit puts booleans and numbers into attributes too.
    if (typeof attribute[1] === 'string') attribute[1] = stripMarkers(attribute[1]);
  }
  for (const child of token.children ?? []) found.push(...takeMarkers(child));
  return found;
}
