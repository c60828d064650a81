import { marpDocument, placeInMarp, startHint } from './build-marp-deck.js';
import type { Slide } from './deck/deck.js';
import { blocks } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import { marpPlugins } from './marp/marp-plugins.js';
import { marpThemes } from './marp/marp-themes.js';
import { renderMarpDeck } from './marp/render-marp-deck.js';
import { splitSlides } from './marp/split-slides.js';
import { decode } from './outline/decode.js';
import { wordsOf } from './outline/inline.js';
import type { PictureShelf } from './picture-shelf.js';
import type { Preview, PreviewDeck, PreviewRequest } from './preview.js';

/** The preview of a Marp deck of the user's own; it is rendered as a whole, for any line of it may reach all slides. */
export async function previewMarp(
  input: string,
  request: PreviewRequest,
  effects: Effects,
  pictures: PictureShelf,
): Promise<Preview> {
  const source = decode(await effects.files.read(input), input, startHint);
  const place = (findings: readonly Diagnostic[]) => placeInMarp(findings, input);
  const none = { placeOf: () => null, place, late: async () => [], sources: new Map<string, string>() };
  if (typeof source !== 'string') return { ...none, deck: null, diagnostics: [source] };
  const sources = new Map([[input, source]]);
  const themes = await marpThemes(request, effects);
  const found = themes.diagnostics.map((finding) => ({ ...finding, file: input }));
  if (themes.diagnostics.some(blocks)) return { ...none, sources, deck: null, diagnostics: found };
  const rendered = renderMarpDeck(source, themes.css, await marpPlugins(source));
  const drawn = await marpDocument(input, source, rendered, request, effects);
  return {
    deck: deckOf(drawn, rendered.scales, pictures),
    diagnostics: [...found, ...drawn.diagnostics],
    sources,
    placeOf: (pointer) => lineOf(pointer),
    place,
    late: async () => [],
  };
}

function deckOf(
  drawn: Awaited<ReturnType<typeof marpDocument>>,
  scales: boolean,
  pictures: PictureShelf,
): PreviewDeck {
  const { document } = drawn;
  const shelved = pictures.shelve(document.assets);
  const put = (text: string) =>
    text.replace(/briefdeck-asset:(\d+)/gu, (place, number) => shelved[Number(number)] ?? place);
  return {
    title: drawn.deck.properties.title,
    language: drawn.deck.language,
    direction: drawn.deck.direction,
    size: document.size,
    css: put(document.rendered.css),
    fontCss: document.fontCss,
    scales,
    slides: splitSlides(document.rendered.html).map((html, index) => ({
      html: put(html),
      css: '',
      title: titleOf(drawn.deck.slides[index], index),
      pointer: null,
      // Lines move down with every line that is written above.
      likeness: html.replace(/ (?:data-src|id|data-marpit-pagination(?:-total)?)="[^"]*"/gu, ''),
    })),
  };
}

function titleOf(slide: Slide | undefined, index: number): string {
  return slide ? wordsOf(slide.headline) : `Slide ${index + 1}`;
}

/** `#L12` is line 12. */
function lineOf(pointer: string) {
  const line = /^#L(\d+)$/u.exec(pointer)?.[1];
  return line ? { line: Number(line), column: 1 } : null;
}
