import { Marp } from '@marp-team/marp-core';
import type MarkdownIt from 'markdown-it';
import { stripMarkers } from '../markdown/markers.js';
import type { MarpMarkdown } from '../markdown/marp-markdown.js';
import { collectImages } from './collect-images.js';
import { type ThemeSource, themeCss } from './load-theme.js';
import { sourceMapPlugin } from './source-map-plugin.js';
import { renumberScopes } from './stable-scopes.js';

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

/** Renders Marp Markdown with one theme. A new Marp each time: the instance remembers its last deck. */
export function renderMarp(input: MarpMarkdown, theme: Pick<ThemeSource, 'css' | 'parts'>): RenderedDeck {
  return marpRenderer(themeCss(theme, input.markdown))(input, true);
}

/** What renders one Markdown after the other; without styles the CSS is left empty, which PostCSS makes nearly all of the time. */
export type MarpRenderer = (
  input: Pick<MarpMarkdown, 'markdown' | 'sourceMap'>,
  styles: boolean,
) => RenderedDeck;

/** A Marp with one theme, for decks of which none leaves anything to the next: no directives of theirs change the instance. */
export function marpRenderer(css: string): MarpRenderer {
  const marp = new Marp({
    script: false,
    slug: false,
    emoji: { shortcode: false, unicode: false },
    math: false,
    printable: false,
    minifyCSS: false,
  });
  marp.themeSet.add(css);
  const markdown: MarkdownIt = marp.markdown;
  const images = collectImages(markdown);
  const pointers: string[] = [];
  sourceMapPlugin(markdown, pointers);
  dropCopies(markdown);
  return (input, styles) => {
    images.length = 0;
    pointers.splice(0, pointers.length, ...input.sourceMap);
    const made = styles
      ? marp.render(input.markdown)
      : { html: markdown.render(input.markdown), css: '', comments: [] };
    const renumber = renumberScopes(made.html);
    return {
      html: renumber(stripMarkers(made.html)),
      css: renumber(made.css),
      assets: [...images],
      slideCount: made.comments.length,
      comments: made.comments,
    };
  };
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
