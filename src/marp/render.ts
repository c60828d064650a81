import { Marp } from '@marp-team/marp-core';
import type MarkdownIt from 'markdown-it';
import { stripMarkers } from '../markdown/markers.js';
import type { MarpMarkdown } from '../markdown/marp-markdown.js';
import { type ThemeSource, themeCss } from './load-theme.js';
import { sourceMapPlugin } from './source-map-plugin.js';

/** Slides as marp-core writes them, with places for the assets that the document needs. */
export interface RenderedDeck {
  /** `<div class="marpit">` with one `<svg>` a slide. */
  readonly html: string;
  readonly css: string;
  /** Addresses of images as written, each once; `assetPlace(index)` stands for it in `html` and `css`. */
  readonly assets: readonly string[];
  readonly slideCount: number;
  /** Comments that Marp takes for speaker notes, one entry a slide. */
  readonly comments: readonly (readonly string[])[];
}

/** What stands in the rendered deck for the asset of this number until its bytes are put in. */
function assetPlace(index: number): string {
  return `briefdeck-asset:${index}`;
}

/** Renders Marp Markdown with one theme. A new Marp each time: the instance remembers its last deck. */
export function renderMarp(input: MarpMarkdown, theme: Pick<ThemeSource, 'css' | 'parts'>): RenderedDeck {
  const marp = new Marp({
    script: false,
    slug: false,
    emoji: { shortcode: false, unicode: false },
    math: false,
    printable: false,
    minifyCSS: false,
  });
  marp.themeSet.add(themeCss(theme, input.markdown));
  const markdown: MarkdownIt = marp.markdown;
  const assets = collectImages(markdown);
  sourceMapPlugin(markdown, input.sourceMap);
  dropCopies(markdown);
  const { html, css, comments } = marp.render(input.markdown);
  const renumber = renumberScopes(html);
  return {
    html: renumber(stripMarkers(html)),
    css: renumber(css),
    assets,
    slideCount: comments.length,
    comments,
  };
}

/** Marpit names each `<style scoped>` and keyframe by chance; the same deck must give the same bytes. */
function renumberScopes(html: string): (source: string) => string {
  const names = new Map<string, string>();
  for (const [, name] of html.matchAll(/data-marpit-scope-([\w-]{8})/gu)) {
    if (name && !names.has(name)) names.set(name, `s${names.size + 1}`);
  }
  return (source) =>
    source.replace(
      /(data-marpit-scope-|-)([\w-]{8})(?=[^\w-]|$)/gu,
      (match, before: string, name: string) => {
        const stable = names.get(name);
        return stable ? before + stable : match;
      },
    );
}

/** Directives that Marpit copies into the attributes and the style of each slide; they carry whole texts and nothing reads them there. */
const copied = [
  'header',
  'footer',
  'style',
  'lang',
  'theme',
  'paginate',
  'class',
  'title',
  'author',
  'description',
];

function dropCopies(markdown: MarkdownIt): void {
  markdown.core.ruler.push('briefdeck_drop_copies', (state) => {
    for (const token of state.tokens.filter(({ type }) => type === 'marpit_slide_open')) {
      const style = token.attrGet('style') ?? '';
      token.attrSet(
        'style',
        copied.reduce(
          (text, name) => text.replace(new RegExp(`--${name}:.*?;(?=--|[a-z-]+:|$)`, 'su'), ''),
          style,
        ),
      );
      token.attrs = (token.attrs ?? []).filter(
        ([name, value]) => !(name === 'data-style' || (name === 'style' && !value)),
      );
      for (const name of ['data-header', 'data-footer'])
        if (token.attrGet(name) !== null) token.attrSet(name, '');
    }
  });
}

/** markdown-it writes addresses with percent signs. */
function asWritten(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Puts a place holder for each image's address before Marpit reads backgrounds out of the tokens. */
function collectImages(markdown: MarkdownIt): readonly string[] {
  const assets: string[] = [];
  const normalize = markdown.normalizeLink;
  markdown.validateLink = (url) => !/^\s*(?:javascript|vbscript|file):/iu.test(url);
  markdown.core.ruler.after('inline', 'briefdeck_assets', (state) => {
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'image') continue;
      const address = asWritten(stripMarkers(String(token.attrGet('src') ?? '')));
      if (!assets.includes(address)) assets.push(address);
      token.attrSet('src', assetPlace(assets.indexOf(address)));
    }
  });
  markdown.normalizeLink = (url) => (url.startsWith('briefdeck-asset:') ? url : normalize(url));
  return assets;
}
