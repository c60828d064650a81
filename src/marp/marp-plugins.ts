import type { MarpPlugin } from './render-marp-deck.js';

/** What of Marp a deck needs beyond its core, by what stands in its Markdown; each is loaded for the decks that need it alone. */
const plugins: readonly { readonly needs: RegExp; readonly load: () => Promise<MarpPlugin> }[] = [
  {
    needs: /^\s{0,3}(?:```|~~~)/mu,
    load: async () => (await import('@marp-team/marp-core/plugins/shiki')).default(),
  },
  {
    needs: /\$[^$\s]|\$\$/u,
    load: async () => (await import('@marp-team/marp-core/plugins/katex')).default(),
  },
];

/** The plugins of marp-core that a Markdown needs: code is coloured by shiki, mathematics set by KaTeX. */
export function marpPlugins(markdown: string): Promise<readonly MarpPlugin[]> {
  return Promise.all(plugins.filter(({ needs }) => needs.test(markdown)).map(({ load }) => load()));
}
