import type { OpenDeck } from './browser/deck-page.js';
import type { BuildRequest } from './build-types.js';
import type { Deck } from './deck/deck.js';
import type { DocumentParts } from './marp/document.js';
import type { Output } from './output.js';
import type { PdfRequest } from './pdf-request.js';
import type { FormParts } from './printed-forms.js';

/** Draws in a page that the deck no longer needs. */
export type DrawFurther = (page: OpenDeck) => Promise<readonly Output[]>;

/** A deck of which further documents can be made. */
export interface FurtherSource {
  readonly deck: Deck;
  readonly document: DocumentParts;
  /** What further documents are made with; asked for only where one is wanted. */
  readonly forms: () => Promise<FormParts>;
}

/** What is asked for. */
export interface FurtherRequest extends Pick<BuildRequest, 'formats' | 'scale'> {
  readonly pdf: PdfRequest;
}

/**
 * Makes ready what is drawn beside the deck's own document: further forms of the PDF, the contact sheet and the social picture.
 * Null where nothing of it is asked for, so that none of its code is loaded.
 */
export function furtherDocuments(
  ready: FurtherSource,
  request: FurtherRequest,
  pictureScript: string,
): Promise<DrawFurther> | null {
  const { formats, pdf } = request;
  const forms = formats.includes('pdf') && pdf.forms.some((form) => form !== 'slides');
  if (!forms && !formats.includes('sheet') && !formats.includes('social')) return null;
  return import('./draw-further.js').then(({ prepareFurther }) =>
    prepareFurther(ready, request, pictureScript),
  );
}
