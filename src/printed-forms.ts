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
  /** The summary and the pictures that it shows; null where a deck has none. */
  readonly summary: { readonly form: Form; readonly assets: readonly string[] } | null;
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
  const paper = request.paper ?? deck.paper;
  const source = { deck, paper, perPage: request.perPage, slides: splitSlides(document.rendered.html) };
  const { width, height } = papers[paper];
  const size = { width: toPx(width), height: toPx(height) };
  const sheets = pageCss(deck, paper);
  const made = request.forms.map(async (form) => {
    const drawn = slideForms[form]?.(source);
    if (drawn) {
      const css = [document.rendered.css, frameCss(document.size), sheets].join('\n');
      const { assets, fitting } = document;
      return { form, size, html: await written(form, drawn, css, { assets, fitting }) };
    }
    const { summary } = parts;
    if (form !== 'summary' || summary === null) return null;
    return {
      form,
      size,
      html: await written(form, summary.form, sheets, { assets: summary.assets, fitting: null }),
    };
  });
  return (await Promise.all(made)).filter((each) => each !== null);

  /** The sheets come last: a theme's own `@page` is that of its slides. */
  async function written(
    form: PdfForm,
    { html, css: own, pages }: Form,
    css: string,
    shown: Pick<DocumentParts, 'assets' | 'fitting'>,
  ): Promise<string> {
    const rules = [parts.tokens, documentCss, css, own, pages].join('\n');
    const faces = await parts.faces(html, rules);
    return printedDocument({
      deck,
      title: formTitle(deck, form),
      css: `${faces}\n${rules}`,
      html,
      ...shown,
    });
  }
}

function toPx(mm: number): number {
  return Math.round((mm / 25.4) * 96);
}
