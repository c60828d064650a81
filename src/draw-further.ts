import type { OpenDeck } from './browser/deck-page.js';
import { printWithPictures } from './browser/print-pictures.js';
import type { DrawFurther, FurtherRequest, FurtherSource } from './further-documents.js';
import { type Output, timed } from './output.js';
import { finishPdf } from './pdf/finish-pdf.js';
import { pdfFacts } from './pdf-facts.js';
import { pdfEnding } from './pdf-request.js';
import { pictureDocuments, type ReadyPicture } from './picture-documents.js';
import { documentPictureEnding, markPicture } from './picture-files.js';
import { type PrintedForm, printedForms } from './printed-forms.js';

/** Makes the further documents of a deck while the browser is busy with its own; what comes back draws them one by one. */
export async function prepareFurther(
  { deck, document, forms: partsOf }: FurtherSource,
  request: FurtherRequest,
  pictureScript: string,
): Promise<DrawFurther> {
  const { formats, pdf } = request;
  const parts = await partsOf();
  const forms = formats.includes('pdf') ? await printedForms(deck, document, parts, pdf) : [];
  const pictures = await pictureDocuments(deck, document, parts, request);
  const scripts = document.fitting === null ? ('none' as const) : ('by-policy' as const);
  const print = async (page: OpenDeck, { form, html, size }: PrintedForm) => {
    await page.show(html, size, form === 'summary' ? 'none' : scripts);
    const printed = await printWithPictures(page, pdf.pictures, pictureScript);
    return finishPdf(printed, pdfFacts(deck, form, pdf));
  };
  const photograph = async (page: OpenDeck, { html, size, scale }: ReadyPicture) => {
    await page.show(html, size, scripts);
    return markPicture(await page.photograph(size, scale));
  };
  return async (page) => {
    const outputs: Output[] = [];
    for (const form of forms) {
      outputs.push(await timed('pdf', () => print(page, form), pdfEnding(form.form)));
    }
    for (const picture of pictures) {
      const { format } = picture;
      outputs.push(await timed(format, () => photograph(page, picture), documentPictureEnding(format)));
    }
    return outputs;
  };
}
