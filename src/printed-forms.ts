import type { SlideSize } from './browser/deck-page.js';
import type { Deck } from './deck/deck.js';
import { papers } from './deck/paper.js';
import type { DocumentParts } from './marp/document.js';
import type { Form, FormSource } from './marp/forms/form.js';
import { documentCss, printedDocument } from './marp/forms/form-document.js';
import { handoutForm } from './marp/forms/handout-form.js';
import { notesForm } from './marp/forms/notes-form.js';
import { pageCss } from './marp/forms/page-css.js';
import { frameCss, splitSlides } from './marp/forms/split-slides.js';
import { formTitle } from './pdf-facts.js';
import type { PdfForm, PdfRequest } from './pdf-request.js';

/** What documents beside the deck's own are made with. */
export interface FormParts {
  /** The theme's tokens as rules for `:root`. */
  readonly tokens: string;
  /** `@font-face` rules for what a document draws. */
  readonly faces: (html: string, css: string) => Promise<string>;
  /** What stands for the deck as a whole: its title, set large, or its first slide. */
  readonly cover: 'title' | 'first-slide';
  /** The summary and the pictures that it shows; null where a deck has none. */
  readonly summary: (Omit<Form, 'sheet'> & { readonly assets: readonly string[] }) | null;
}

/** A form that is ready to be shown and printed. */
export interface PrintedForm {
  readonly form: PdfForm;
  readonly html: string;
  readonly size: SlideSize;
}

/** Forms that show slides. */
const slideForms: Readonly<Partial<Record<PdfForm, (source: FormSource) => Form>>> = {
  notes: notesForm,
  handout: handoutForm,
};

/** Makes the documents of all forms that were asked for but the slides, whose document there is already. */
export async function printedForms(
  deck: Deck,
  document: DocumentParts,
  parts: FormParts,
  request: PdfRequest,
): Promise<readonly PrintedForm[]> {
  const sheet = papers[request.paper ?? deck.paper];
  const source = { deck, sheet, perPage: request.perPage, slides: splitSlides(document.rendered.html) };
  const made = request.forms.map(async (form) => {
    const { summary } = parts;
    if (form === 'summary' && summary)
      return printed(form, { ...summary, sheet }, '', { assets: summary.assets, fitting: null });
    const drawn = slideForms[form]?.(source);
    const css = `${document.rendered.css}\n${frameCss(document.size)}`;
    return drawn ? printed(form, drawn, css, document) : null;
  });
  return (await Promise.all(made)).filter((each) => each !== null);

  /** The sheets come last: a theme's own `@page` is that of its slides. */
  async function printed(
    form: PdfForm,
    { html, css, pages, sheet: own }: Form,
    slideCss: string,
    { assets, fitting }: Pick<DocumentParts, 'assets' | 'fitting'>,
  ): Promise<PrintedForm> {
    const rules = [parts.tokens, documentCss, slideCss, css, pageCss(deck, own), pages].join('\n');
    const set = `${await parts.faces(html, rules)}\n${rules}`;
    const title = formTitle(deck, form);
    return {
      form,
      html: printedDocument({ deck, title, css: set, html, assets, fitting }),
      size: { width: toPx(own.width), height: toPx(own.height) },
    };
  }
}

function toPx(mm: number): number {
  return Math.round((mm / 25.4) * 96);
}
