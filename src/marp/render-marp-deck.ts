import { Marp } from '@marp-team/marp-core';
import type MarkdownIt from 'markdown-it';
import { closeElements } from './close-elements.js';
import { assetPlace, collectImages } from './collect-images.js';
import { lineMapPlugin } from './line-map-plugin.js';
import type { RenderedDeck } from './render.js';
import { type DeckDirectives, deckDirectives, FactsCollector, type SlideFacts } from './slide-facts.js';
import { renumberScopes } from './stable-scopes.js';

/** A Marp deck of the user's own as marp-core renders it. */
export interface RenderedMarpDeck extends RenderedDeck {
  readonly slides: readonly SlideFacts[];
  readonly directives: DeckDirectives;
  /** Size of a slide in px, by the theme and the `size` directive. */
  readonly size: { readonly width: number; readonly height: number };
  /** The theme that the Markdown asks for; null where it asks for none. */
  readonly wantedTheme: string | null;
  /** Whether the theme that it asks for is there. */
  readonly hasTheme: boolean;
  /** Whether headings or code fit themselves into their place, which Marp's browser script does. */
  readonly scales: boolean;
}

/** A plugin of marp-core, such as that for mathematics. */
export type MarpPlugin = Parameters<Marp['use']>[0];

/** Renders any Marp Markdown as Marp does, less what asks for a network. */
export function renderMarpDeck(
  markdown: string,
  themes: readonly string[],
  plugins: readonly MarpPlugin[],
): RenderedMarpDeck {
  const marp = new Marp({ script: false, emoji: { shortcode: true, unicode: false }, minifyCSS: false });
  const added = themes.map((css) => marp.themeSet.add(css));
  const last = added.at(-1);
  if (last) marp.themeSet.default = last;
  for (const plugin of plugins) marp.use(plugin);
  Object.assign(marp.customDirectives.global, deckDirectives);
  const parser: MarkdownIt = marp.markdown;
  const assets = collectImages(parser);
  const facts = new FactsCollector();
  facts.plugin(parser);
  lineMapPlugin(parser);
  const { html: written, css, comments } = marp.render(markdown);
  const html = closeElements(written);
  const renumber = renumberScopes(html);
  const wantedTheme = themeAsked(markdown);
  return {
    html: renumber(holdInside(html, assets)),
    css: renumber(holdCss(css, assets)),
    assets,
    slideCount: facts.slides.length,
    comments,
    slides: facts.slides,
    directives: facts.directives,
    size: sizeOf(html),
    wantedTheme,
    hasTheme: wantedTheme === null || marp.themeSet.has(wantedTheme),
    scales: /\sdata-auto-scaling\b/u.test(html),
  };
}

function themeAsked(markdown: string): string | null {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/u.exec(markdown)?.[1] ?? '';
  const comments = [...markdown.matchAll(/<!--([\s\S]*?)-->/gu)].map(([, text = '']) => text);
  return /^\s*\$?theme:\s*["']?([\w.-]+)/mu.exec([front, ...comments].join('\n'))?.[1] ?? null;
}

function sizeOf(html: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(html) ?? [];
  return { width: Number(width ?? 1280), height: Number(height ?? 720) };
}

/** Pictures of raw HTML, and of styles on elements. */
function holdInside(html: string, assets: string[]): string {
  return html
    .replace(
      /(<(?:img|source|image|video|audio)\b[^>]*?\s(?:src|href|xlink:href|poster)=")([^"]*)(")/giu,
      (all, head, address, end) =>
        address.startsWith('briefdeck-asset:') || address.startsWith('#')
          ? all
          : head + place(decode(address), assets) + end,
    )
    .replace(/\ssrcset="[^"]*"/giu, '')
    .replace(/(\sstyle=")([^"]*)(")/giu, (_, head, style, end) => head + holdCss(style, assets) + end);
}

/** Addresses in style sheets; style sheets elsewhere are left out, for nothing is fetched. */
function holdCss(css: string, assets: string[]): string {
  return css
    .replace(/@import\s+(?:url\([^)]*\)|"[^"]*"|'[^']*')[^;]*;/giu, '')
    .replace(/@font-face\s*\{[^}]*\}/giu, (rule) => (/url\(\s*["']?(?!data:|["'])/iu.test(rule) ? '' : rule))
    .replace(/url\(\s*(&quot;|"|'|)(.*?)\1\s*\)/giu, (all, quote, address) =>
      /^(?:data:|briefdeck-asset:|#)/iu.test(address)
        ? all
        : `url(${quote}${place(decode(address), assets)}${quote})`,
    );
}

function place(address: string, assets: string[]): string {
  if (!assets.includes(address)) assets.push(address);
  return assetPlace(assets.indexOf(address));
}

function decode(text: string): string {
  return text
    .replace(/&amp;/gu, '&')
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'");
}
