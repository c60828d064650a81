import type { Deck } from './deck/deck.js';
import { english } from './deck/labels.js';
import { wordsOf } from './outline/inline.js';
import { isKindName } from './outline/kinds.js';
import type { PdfFacts } from './pdf/finish-pdf.js';
import type { PdfForm, PdfRequest } from './pdf-request.js';

/** Where the slides of a form are found in it. */
type Places = Pick<PdfFacts, 'pageCount' | 'counts' | 'outline'>;

const placesOf: Readonly<Record<PdfForm, (deck: Deck, perPage: number) => Places>> = {
  slides: (deck) => ({ pageCount: deck.slides.length, counts: 'pages', outline: slidesOf(deck, 1) }),
  notes: (deck) => ({ pageCount: null, counts: 'articles', outline: slidesOf(deck, 1) }),
  handout: (deck, perPage) => ({
    pageCount: Math.ceil(deck.slides.length / perPage),
    counts: 'pages',
    outline: slidesOf(deck, perPage),
  }),
  // Its headings are its outline.
  summary: () => ({ pageCount: null, counts: 'pages', outline: null }),
};

/** What the PDF of a form must say of itself. */
export function pdfFacts(deck: Deck, form: PdfForm, { perPage }: Pick<PdfRequest, 'perPage'>): PdfFacts {
  const { properties, language, direction } = deck;
  return {
    ...properties,
    title: formTitle(deck, form),
    language,
    direction,
    creator: properties.generator ?? 'briefdeck',
    claimsUa: isOurs(deck),
    ...placesOf[form](deck, perPage),
  };
}

/** Of a Marp deck, raw Markdown and templates of the user's own nobody knows that headings are headings and tables are tables. */
function isOurs({ title, slides }: Deck): boolean {
  return title.at !== null && slides.every(({ kind }) => isKindName(kind) && kind !== 'markdown');
}

/** What a window shows as the name of a PDF: that of the deck, and which form it is. */
export function formTitle({ properties: { title } }: Deck, form: PdfForm): string {
  return form === 'slides' ? title : `${title} (${english[form]})`;
}

/** A slide can be linked to by its number and by its id. */
function slidesOf({ slides }: Deck, perPage: number): PdfFacts['outline'] {
  return slides.map((slide) => ({
    title: wordsOf(slide.headline),
    page: Math.ceil(slide.number / perPage),
    level: slide.kind === 'section' || slide.section === 0 ? 1 : 2,
    names: [String(slide.number), ...(slide.id === null ? [] : [slide.id])],
  }));
}
