import type { OpenDeck } from './browser/deck-page.js';
import type { BuildRequest } from './build-types.js';
import type { DrawableDeck } from './draw-deck.js';
import type { Output } from './output.js';
import type { PdfRequest } from './pdf-request.js';

/** Draws in a page that the deck no longer needs. */
export type DrawFurther = (page: OpenDeck) => Promise<readonly Output[]>;

/** What is asked for. */
export interface FurtherRequest extends Pick<BuildRequest, 'formats' | 'scale'> {
  readonly pdf: PdfRequest;
}

/**
 * Makes ready what is drawn beside the deck's own document: further forms of the PDF, the contact sheet and the social picture.
 * Null where nothing of it is asked for, so that none of its code is loaded.
 */
export function furtherDocuments(
  ready: DrawableDeck,
  request: FurtherRequest,
  pictureScript: string,
): Promise<DrawFurther> | null {
  const { formats, pdf } = request;
  const forms = formats.includes('pdf') && pdf.forms.some((form) => form !== 'slides');
  if (!forms && !formats.includes('sheet') && !formats.includes('social')) return null;
  return import('./draw-further.js').then(({ prepareFurther }) => prepareFurther(ready, request, pictureScript));
}
