import type { DeckBrowser } from './browser/browser.js';
import type { OpenDeck } from './browser/deck-page.js';
import { printWithPictures } from './browser/print-pictures.js';
import type { BuildRequest } from './build-types.js';
import { checkScenes, lossRules, sceneRules } from './check/check-scenes.js';
import type { HeldReport } from './check/loss/loss-report.js';
import type { Deck } from './deck/deck.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { cutOutFindings, drawCutOuts } from './draw-cut-outs.js';
import { findLosses } from './find-losses.js';
import { type FurtherSource, furtherDocuments } from './further-documents.js';
import { assembleDocument } from './marp/document.js';
import { measureDeck } from './measure-deck.js';
import { wordsOf } from './outline/inline.js';
import { type Output, timed } from './output.js';
import { pdfFacts } from './pdf-facts.js';
import { plainPdf } from './pdf-request.js';
import { markPicture, pictureEnding } from './picture-files.js';
import type { PptxInput } from './pptx/pptx-input.js';
import type { MeasuredDeck } from './scene/scene.js';

/** A deck to lay out in the browser. */
export interface DrawableDeck extends FurtherSource {
  /** What a PPTX is aimed at and made from, beyond the deck. */
  readonly office: Pick<PptxInput, 'target' | 'layouts' | 'fonts' | 'brand'>;
}

/** What came of a deck in the browser. */
export interface DrawnDeck {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /** Null where neither PDF nor PPTX was made. */
  readonly held: HeldReport | null;
}

/** Scripts that run beside the deck in its page. */
export interface DrawScripts {
  readonly measure: string;
  readonly pictures: string;
}

/** Lays a deck out once in the browser: the PDF prints that layout, the PPTX rebuilds it, and what does not fit is found. */
export async function drawDeck(
  ready: DrawableDeck,
  { formats, scale, pdf = plainPdf }: Pick<BuildRequest, 'formats' | 'scale' | 'pdf'>,
  browser: DeckBrowser,
  script: DrawScripts,
): Promise<DrawnDeck> {
  const { deck, document, office: aim } = ready;
  const scripts = document.fitting === null ? ('none' as const) : ('by-policy' as const);
  const shown = { html: assembleDocument(document, null), size: document.size, scripts };
  // The writers are loaded while the browser lays the deck out.
  const writers = Promise.all([import('./pdf/finish-pdf.js'), import('./pptx/write-pptx.js')]);
  const further = furtherDocuments(ready, { formats, scale, pdf }, script.pictures);
  return browser.withDeck(shown, async (page) => {
    const measured = await measureDeck(page, script.measure);
    const [{ finishPdf }, { writePptx }] = await writers;
    const office = formats.includes('pptx');
    // Before the printing, which takes the page for itself.
    const drawn = office ? await drawCutOuts(measured, page) : measured;
    const print = async () => {
      const printed = await printWithPictures(page, pdf.pictures, script.pictures);
      return finishPdf(printed, pdfFacts(deck, 'slides', pdf));
    };
    // Node writes the PPTX while the browser prints.
    const printed = formats.includes('pdf') && pdf.forms.includes('slides') ? timed('pdf', print) : null;
    const written = office ? timed('pptx', async () => writePptx(pptxInput(deck, drawn, aim))) : null;
    const outputs = await Promise.all([printed, written]);
    // Last, for the page is scrolled and scaled for them, and then shows other documents.
    const pictures = formats.includes('png') ? await drawPictures(page, measured.scenes.length, scale) : [];
    const made = outputs.filter((output) => output !== null);
    const others = further === null ? [] : await (await further)(page);
    const loss = await findLosses(deck, drawn, made);
    const found = office ? await officeFindings(measured, pptxInput(deck, drawn, aim)) : [];
    return {
      outputs: [...made, ...others, ...pictures],
      diagnostics: [...layoutFindings(deck, measured), ...found, ...(loss?.diagnostics ?? [])],
      held: loss?.held ?? null,
    };
  });
}

/** A Marp deck is of its author's own look: of it only what is lost is told. */
function layoutFindings({ slides }: Deck, { scenes, media }: MeasuredDeck): readonly Diagnostic[] {
  const places = slides.map(({ pointer }) => pointer);
  const rules = places.some((pointer) => pointer !== null) ? sceneRules : lossRules;
  return checkScenes(scenes, { media, rules, places });
}

/** What a PPTX says otherwise than the page: elements as pictures, and what its template lacks. */
async function officeFindings(measured: MeasuredDeck, input: PptxInput): Promise<readonly Diagnostic[]> {
  const pictures = cutOutFindings(measured);
  if (!input.brand) return pictures;
  const { brandFindings } = await import('./pptx/template/brand-findings.js');
  return [...pictures, ...brandFindings(input, input.brand)];
}

/** One picture a slide. */
async function drawPictures(page: OpenDeck, slides: number, scale: number): Promise<readonly Output[]> {
  const pictures: Output[] = [];
  for (let slide = 1; slide <= slides; slide += 1) {
    const draw = async () => markPicture(await page.screenshot(slide - 1, scale));
    pictures.push(await timed('png', draw, pictureEnding(slide, slides)));
  }
  return pictures;
}

function pptxInput(deck: Deck, { scenes, media }: MeasuredDeck, office: DrawableDeck['office']): PptxInput {
  return {
    ...office,
    slides: scenes.map((scene, index) => {
      const slide = deck.slides[index];
      return {
        scene,
        layout: slide?.layout ?? 'content',
        title: slide ? wordsOf(slide.headline) : '',
        notes: slide?.notes ? wordsOf(slide.notes) : null,
        pointer: slide?.pointer ?? null,
      };
    }),
    media,
    properties: deck.properties,
    language: deck.language,
    theme: deck.theme,
    sections: deck.sections.map(({ title, firstSlide }) => ({ title: wordsOf(title), firstSlide })),
  };
}
