import { createHash } from 'node:crypto';
import { replaceMarkers, SourceMap } from '../markdown/markers.js';
import { joinSlides, type WrittenSlides } from '../markdown/write-markdown.js';
import { assetPlace } from './collect-images.js';
import type { ThemeSource } from './load-theme.js';
import { type MarpRenderer, marpRenderer, type RenderedDeck, renderMarp } from './render.js';
import { splitSlides } from './split-slides.js';

/** A slide that stands in no deck yet: its number, the count of slides and its place in the outline are put in by `placeSlide`. */
export interface LooseSlide {
  readonly html: string;
  /** Rules of its own. */
  readonly css: string;
  /** Addresses of its pictures as written, by number of their places in `html`. */
  readonly assets: readonly string[];
}

/** Slides rendered anew, and all in their order. */
export interface RenderedSlides {
  readonly slides: readonly LooseSlide[];
  /** Style sheet of the theme, for every kind there is. */
  readonly css: string;
}

/** What reaches beyond its slide: styles, directives, link definitions, further slides. */
const reaches =
  /<style|<!--|^ {0,3}\[[^\]]*\]:|^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/mu;

/** Renders a deck slide by slide and remembers those of the last deck, so that one edit costs one slide. */
export class SlideRenderer {
  #kept = new Map<string, LooseSlide>();
  #loose: { readonly theme: string; readonly render: MarpRenderer } | null = null;
  #css: { readonly theme: ThemeSource; readonly style: string; readonly css: string } | null = null;

  /** Null where a slide reaches beyond itself, so that the deck can only be rendered as a whole. */
  render(
    written: WrittenSlides,
    pointers: readonly (string | null)[],
    theme: ThemeSource,
  ): RenderedSlides | null {
    if (written.slides.some(({ body }) => reaches.test(body))) return null;
    const frame = loosen(written.front, written.sourceMap, null).replace(
      /^(?:title|author|description|style): .*\n/gmu,
      '',
    );
    const texts = written.slides.map(({ markdown }, index) =>
      loosen(markdown, written.sourceMap, pointers[index] ?? null),
    );
    const keyOf = (text: string) => `${frame}\n${text}`;
    const dirty = [...new Set(texts)].filter((text) => !this.#kept.has(keyOf(text)));
    const made = dirty.length > 0 ? renderLoose(frame, dirty, this.#renderer(theme.name)) : [];
    if (!made) return null;
    const fresh = new Map(dirty.map((text, index) => [keyOf(text), made[index]]));
    const kept = new Map<string, LooseSlide>();
    for (const text of texts) {
      const slide = this.#kept.get(keyOf(text)) ?? fresh.get(keyOf(text));
      if (slide) kept.set(keyOf(text), slide);
    }
    this.#kept = kept;
    const slides = texts.flatMap((text) => kept.get(keyOf(text)) ?? []);
    return { slides, css: this.#themeCss(theme, written.style) };
  }

  /** A theme of no rules, and a Marp that stays: making one takes far longer than a slide does. */
  #renderer(theme: string): MarpRenderer {
    if (this.#loose?.theme !== theme) this.#loose = { theme, render: marpRenderer(`/* @theme ${theme} */`) };
    return this.#loose.render;
  }

  #themeCss(theme: ThemeSource, style: string): string {
    const known = this.#css;
    if (known?.style === style && known.theme === theme) return known.css;
    const css = renderTheme(theme, style);
    this.#css = { theme, style, css };
    return css;
  }
}

/** The style sheet of a theme without a deck; every part is named, so that none is left out. */
function renderTheme(theme: ThemeSource, style: string): string {
  const front = `---\nmarp: true\ntheme: ${JSON.stringify(theme.name)}\nstyle: ${JSON.stringify(style)}\n---`;
  const names = theme.parts.map(({ name }) => name).join(' ');
  return renderMarp({ markdown: `${front}\n\n${names}\n`, notes: [], sourceMap: [] }, theme).css;
}

const open = '\u{10FFF0}';
const close = '\u{10FFF1}';

/** The Markdown of a slide with pointers in place of their numbers, and `@` for the slide itself: the same wherever it stands. */
function loosen(markdown: string, sourceMap: readonly string[], pointer: string | null): string {
  return replaceMarkers(markdown, (number) => {
    const full = sourceMap[number] ?? '';
    const own = pointer !== null && (full === pointer || full.startsWith(`${pointer}/`));
    return `${open}${own ? `@${full.slice(pointer.length)}` : full}${close}`;
  });
}

/** Renders loosened slides; null where they come out as more slides or fewer. */
function renderLoose(
  frame: string,
  texts: readonly string[],
  render: MarpRenderer,
): readonly LooseSlide[] | null {
  const map = new SourceMap();
  const numbered = [frame, ...texts].map((text) =>
    text.replace(/\u{10FFF0}([^\u{10FFF1}]*)\u{10FFF1}/gu, (_, pointer) => map.mark(pointer)),
  );
  const [front = '', ...slides] = numbered;
  const markdown = joinSlides(front, slides);
  const rendered = render({ markdown, sourceMap: map.pointers }, markdown.includes('<style'));
  const pieces = splitSlides(rendered.html);
  if (pieces.length !== texts.length) return null;
  return pieces.map((html, index) => looseSlide(html, rendered, texts[index] ?? ''));
}

function looseSlide(html: string, { css, assets }: RenderedDeck, text: string): LooseSlide {
  const scope = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const scopes = new Set([...html.matchAll(/data-marpit-scope-(\w+)/gu)].map(([, name]) => name));
  const rules = css
    .split(/(?<=\})/u)
    .filter((rule) => scopes.has(/\[data-marpit-scope-(\w+)\]/u.exec(rule)?.[1]))
    .map((rule) => rule.replace(/^\s*\/\*[\s\S]*?\*\//u, ''));
  const rescope = (source: string) => source.replace(/data-marpit-scope-\w+/gu, `data-marpit-scope-${scope}`);
  const used = [
    ...new Set([...html.matchAll(/briefdeck-asset:(\d+)/gu)].map(([, number]) => Number(number))),
  ];
  return {
    html: rescope(html).replace(/briefdeck-asset:(\d+)/gu, (_, number) =>
      assetPlace(used.indexOf(Number(number))),
    ),
    css: rescope(rules.join('\n')),
    assets: used.map((number) => assets[number] ?? ''),
  };
}

/** Where a slide stands in its deck. */
export interface SlidePlace {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** `/slides/3`; null for a slide that briefdeck added. */
  readonly pointer: string | null;
}

/** The HTML of a slide at its place, with the addresses of its pictures. */
export function placeSlide(
  { html }: Pick<LooseSlide, 'html'>,
  { number, count, pointer }: SlidePlace,
  pictures: readonly string[],
): string {
  return html
    .replace(/<section\b[^>]*>/gu, (tag) =>
      tag
        .replace(/ id="\d+"/u, ` id="${number}"`)
        .replace(/ data-marpit-pagination="\d+"/u, ` data-marpit-pagination="${number}"`)
        .replace(/ data-marpit-pagination-total="\d+"/u, ` data-marpit-pagination-total="${count}"`),
    )
    .replace(/ data-src="([^"]*)"/gu, (attribute, places: string) =>
      places.includes('@')
        ? ` data-src="${places
            .split(' ')
            .map((each) => (each.startsWith('@') ? `${pointer ?? ''}${each.slice(1)}` : each))
            .join(' ')}"`
        : attribute,
    )
    .replace(/briefdeck-asset:(\d+)/gu, (place, at) => pictures[Number(at)] ?? place);
}
