import type MarkdownIt from 'markdown-it';
import { opening } from './source-map-plugin.js';

/** Puts a bar beside every block that holds inserted or deleted words: an element of its own, for the theme to place in the margin. */
export function changeBarsPlugin(md: MarkdownIt): void {
  md.core.ruler.push('briefdeck_change_bars', (state) => {
    // The class is the last of a slide's own; an author's `<ins>` in other decks is no change.
    if (!state.src.includes(' redline -->')) return;
    state.tokens.forEach((token, index) => {
      const children = token.type === 'inline' ? (token.children ?? []) : [];
      const isRevised = children.some(
        ({ type, content }) => type === 'html_inline' && /^<(?:ins|del)>$/u.test(content),
      );
      if (!isRevised) return;
      const bar = new state.Token('html_inline', '', 0);
      bar.content = '<span class="bar"></span>';
      token.children = [bar, ...children];
      opening(state.tokens, index)?.attrJoin('class', 'revised');
    });
  });
}
