import { Marp } from '@marp-team/marp-core';
import type MarkdownIt from 'markdown-it';
import { stripMarkers } from '../../markdown/markers.js';
import type { MarpMarkdown } from '../../markdown/marp-markdown.js';
import { collectImages } from '../collect-images.js';
import { sourceMapPlugin } from '../source-map-plugin.js';

/** A document as HTML, with places for the pictures that it shows. */
export interface RenderedDocument {
  readonly html: string;
  readonly assets: readonly string[];
}

/** Renders the Markdown of a document as Marp reads it, without slides around it. */
export function renderDocument({
  markdown,
  sourceMap,
}: Pick<MarpMarkdown, 'markdown' | 'sourceMap'>): RenderedDocument {
  const marp = new Marp({
    script: false,
    slug: false,
    emoji: { shortcode: false, unicode: false },
    math: false,
    inlineSVG: false,
  });
  const parser: MarkdownIt = marp.markdown;
  const assets = collectImages(parser);
  sourceMapPlugin(parser, sourceMap);
  const { html } = marp.render(markdown);
  // Marp's own `<div class="marpit"><section …>`, whose attributes are those of a slide.
  const body = html.replace(/<section\b[^>]*>/gu, '<main>').replace(/<\/section>/gu, '</main>');
  return { html: stripMarkers(body), assets };
}
