import type { SlideSize } from './browser/deck-page.js';
import type { BuildRequest } from './build-types.js';
import type { Deck } from './deck/deck.js';
import type { DocumentParts } from './marp/document.js';
import { contactSheet, type PictureDocument } from './marp/forms/contact-sheet.js';
import { documentCss, printedDocument } from './marp/forms/form-document.js';
import { firstSlidePicture, socialPicture } from './marp/forms/social-picture.js';
import { frameCss, splitSlides } from './marp/forms/split-slides.js';
import type { FormParts } from './printed-forms.js';

/** A picture that is ready to be shown and photographed. */
export interface ReadyPicture {
  readonly format: 'sheet' | 'social';
  readonly html: string;
  readonly size: SlideSize;
  readonly scale: number;
}

/** Chromium photographs no longer side than this many pixels, and no larger surface than memory is there for. */
const longest = 16_000;
const largest = 48_000_000;

/** Makes the documents of the contact sheet and the social picture, where they are asked for. */
export async function pictureDocuments(
  deck: Deck,
  document: DocumentParts,
  parts: FormParts,
  { formats, scale }: Pick<BuildRequest, 'formats' | 'scale'>,
): Promise<readonly ReadyPicture[]> {
  const slides = splitSlides(document.rendered.html);
  const cover = () =>
    parts.cover === 'title' ? socialPicture(deck) : firstSlidePicture(slides, document.size);
  const made = [
    ...(formats.includes('sheet') ? [await ready('sheet', contactSheet(deck, slides, document.size))] : []),
    ...(formats.includes('social') ? [await ready('social', cover())] : []),
  ];
  return made;

  async function ready(
    format: ReadyPicture['format'],
    { html, css, size }: PictureDocument,
  ): Promise<ReadyPicture> {
    const rules = [parts.tokens, documentCss, document.rendered.css, frameCss(document.size), css].join('\n');
    const set = `${await parts.faces(html, rules)}\n${rules}`;
    const { assets, fitting } = document;
    const { title } = deck.properties;
    return {
      format,
      html: printedDocument({ deck, title, css: set, html, assets, fitting }),
      size,
      scale: format === 'social' ? 1 : fittingScale(size, scale),
    };
  }
}

function fittingScale({ width, height }: SlideSize, scale: number): number {
  return Math.min(scale, longest / Math.max(width, height), Math.sqrt(largest / (width * height)));
}
