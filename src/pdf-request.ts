import type { PictureDetail } from './browser/print-pictures.js';
import type { Paper } from './deck/paper.js';
import type { PerPage } from './marp/forms/form.js';

/** What a PDF shows: the slides, slides with their notes, several to a page, or the brief as running text. */
export type PdfForm = 'slides' | 'notes' | 'handout' | 'summary';

/** Which PDFs are made of a deck, and how. */
export interface PdfRequest {
  readonly forms: readonly PdfForm[];
  /** Null for what the region of the outline prints on. */
  readonly paper: Paper | null;
  /** Slides on a page of the handout. */
  readonly perPage: PerPage;
  readonly pictures: PictureDetail;
}

/** What is made where nothing else is asked for. */
export const plainPdf: PdfRequest = { forms: ['slides'], paper: null, perPage: 3, pictures: 'print' };

/** What the name of a PDF ends with behind the deck's own. */
export function pdfEnding(form: PdfForm): string {
  return form === 'slides' ? '.pdf' : `-${form}.pdf`;
}
