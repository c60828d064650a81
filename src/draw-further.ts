import type { OpenDeck } from './browser/deck-page.js';
import { printWithPictures } from './browser/print-pictures.js';
import type { DrawableDeck } from './draw-deck.js';
import type { DrawFurther, FurtherRequest } from './further-documents.js';
import { type Output, timed } from './output.js';
import { finishPdf } from './pdf/finish-pdf.js';
import { pdfFacts } from './pdf-facts.js';
import { pdfEnding } from './pdf-request.js';
import { type PrintedForm, printedForms } from './printed-forms.js';

/** Makes the further documents of a deck while the browser is busy with its own; what comes back draws them. */
export async function prepareFurther(
  { deck, document, forms: partsOf }: DrawableDeck,
  { formats, pdf }: FurtherRequest,
  pictureScript: string,
): Promise<DrawFurther> {
  const parts = await partsOf();
  const forms = formats.includes('pdf') ? await printedForms(deck, document, parts, pdf) : [];
  const scripts = document.fitting === null ? ('none' as const) : ('by-policy' as const);
  const print = async (page: OpenDeck, { form, html, size }: PrintedForm) => {
    await page.show(html, size, form === 'summary' ? 'none' : scripts);
    const printed = await printWithPictures(page, pdf.pictures, pictureScript);
    return finishPdf(printed, pdfFacts(deck, form, pdf));
  };
  return async (page) => {
    const outputs: Output[] = [];
    for (const form of forms) {
      outputs.push(await timed('pdf', () => print(page, form), pdfEnding(form.form)));
    }
    return outputs;
  };
}
