import type MarkdownIt from 'markdown-it';

/** Sets `data-src="#L12"` on each block, the line of the Markdown that it begins on; a cell has its row's. */
export function lineMapPlugin(markdown: MarkdownIt): void {
  markdown.core.ruler.push('briefdeck_line_map', (state) => {
    let row = 0;
    for (const token of state.tokens) {
      if (token.type === 'marpit_slide_open' || token.nesting === -1 || !token.block) continue;
      if (token.map) row = token.map[0] + 1;
      if (token.type !== 'inline' && !token.hidden && row > 0 && token.tag)
        token.attrSet('data-src', `#L${row}`);
    }
  });
}
