import { createHash } from 'node:crypto';
import type { Deck } from '../deck/deck.js';
import { dataBlock, type PlayerParts, presentedSlides } from '../player/player.js';
import { asciiCss } from './ascii-css.js';
import { htmlAttribute, htmlText } from './html-text.js';
import type { RenderedDeck } from './render.js';

/** The parts of the one HTML document. */
export interface DocumentParts {
  /** What the document says of itself. */
  readonly deck: {
    readonly properties: Pick<
      Deck['properties'],
      'title' | 'subject' | 'authors' | 'date' | 'edition' | 'generator'
    >;
    readonly language: Deck['language'];
    readonly direction: Deck['direction'];
  };
  readonly rendered: RenderedDeck;
  /** `@font-face` rules with the fonts inside. */
  readonly fontCss: string;
  /** `data:` URLs by number of `RenderedDeck.assets`. */
  readonly assets: readonly string[];
  /** Page size in px. */
  readonly size: { readonly width: number; readonly height: number };
  /** Marp's own script, which fits headings and code into their place; null in a deck that needs none. */
  readonly fitting: string | null;
}

/** Puts the deck into one HTML file that asks for nothing beyond itself; what is measured and printed has no player. */
export function assembleDocument(parts: DocumentParts, player: PlayerParts | null): string {
  const scripts = [parts.fitting, player?.script].filter((script) => typeof script === 'string');
  const css = [parts.fontCss, parts.rendered.css, pageCss(parts.size), player?.css ?? ''].join('\n');
  const { html } = parts.rendered;
  const body = putAssets(player ? presentedSlides(html, player.data) : html, parts.assets);
  const { properties, language, direction } = parts.deck;
  return `<!DOCTYPE html>
<html lang="${htmlAttribute(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(properties.title)}</title>
${metaTags(properties)}
<style>${asciiCss(putAssets(css, parts.assets)).replace(/<\/style/giu, '<\\/style')}</style>
</head>
<body>
${body}
${player ? dataBlock(player.data) : ''}
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

/** What the document says of itself; by these `briefdeck verify` knows an edition that lost its manifest. */
function metaTags({
  subject,
  authors,
  date,
  edition,
  generator,
}: DocumentParts['deck']['properties']): string {
  const rows = [
    ['author', authors.join(', ')],
    ['description', subject],
    ['dcterms.date', date],
    ['briefdeck.edition', edition],
    ['generator', generator],
  ] as const;
  return rows
    .flatMap(([name, value]) => (value ? [`<meta name="${name}" content="${htmlAttribute(value)}">`] : []))
    .join('\n');
}

/** Nothing may be fetched, and no script may run but ours and Marp's, named by their hashes. */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return `default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; script-src ${hashes.join(' ') || "'none'"}; base-uri 'none'; form-action 'none'`;
}

/** One page a slide, on paper and while measuring; the player's CSS changes the screen only. */
function pageCss({ width, height }: DocumentParts['size']): string {
  return `@page { size: ${width}px ${height}px; margin: 0; }
:root { --slide-width: ${width}px; --slide-height: ${height}px; --slide-ratio: calc(${width} / ${height}); }
html, body { margin: 0; padding: 0; }
/* Widths without hinting: else every machine breaks lines a little differently, and not as the PDF does. */
div.marpit section { text-rendering: geometricPrecision; }
div.marpit > svg { display: block; width: ${width}px; height: ${height}px; break-after: page; break-inside: avoid; }
div.marpit > svg:last-child { break-after: auto; }
@media print { * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }`;
}

function putAssets(source: string, assets: readonly string[]): string {
  return source.replace(/briefdeck-asset:(\d+)/gu, (place, number) => assets[Number(number)] ?? place);
}
