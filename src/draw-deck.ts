import type { DeckBrowser } from './browser/browser.js';
import type { OpenDeck } from './browser/deck-page.js';
import type { Format } from './build-types.js';
import { checkScenes } from './check/check-scenes.js';
import type { Deck } from './deck/deck.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { assembleDocument, type DocumentParts } from './marp/document.js';
import { wordsOf } from './outline/inline.js';
import { type Output, timed } from './output.js';
import { finishPdf } from './pdf/finish-pdf.js';
import type { PptxInput } from './pptx/pptx-input.js';
import { writePptx } from './pptx/write-pptx.js';
import { isMeasured, type MeasuredDeck } from './scene/scene.js';

/** A deck to lay out in the browser. */
export interface DrawableDeck {
  readonly deck: Deck;
  readonly document: DocumentParts;
  /** What a PPTX is aimed at and made from, beyond the deck. */
  readonly office: Pick<PptxInput, 'target' | 'layouts'>;
}

/** What came of a deck in the browser. */
export interface DrawnDeck {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays a deck out once in the browser: the PDF prints that layout, the PPTX rebuilds it, and what does not fit is found. */
export async function drawDeck(
  { deck, document, office }: DrawableDeck,
  formats: readonly Format[],
  browser: DeckBrowser,
  measureScript: string,
): Promise<DrawnDeck> {
  const shown = { html: assembleDocument(document, null), size: document.size };
  return browser.withDeck(shown, async (page) => {
    const measured = await measure(page, measureScript);
    // Node writes the PPTX while the browser prints.
    const printed = formats.includes('pdf') ? timed('pdf', () => print(page, deck)) : null;
    const written = formats.includes('pptx')
      ? timed('pptx', async () => writeDeck(deck, measured, office))
      : null;
    const outputs = await Promise.all([printed, written]);
    return {
      outputs: outputs.filter((output) => output !== null),
      diagnostics: checkScenes(measured.scenes),
    };
  });
}

async function measure(page: OpenDeck, script: string): Promise<MeasuredDeck> {
  const measured = await page.evaluate(`${script};__measure()`);
  if (!isMeasured(measured)) throw new TypeError('the page was not measured');
  return measured;
}

async function print(page: OpenDeck, deck: Deck): Promise<Uint8Array> {
  const { properties, language, direction, slides } = deck;
  const outline = slides.map((slide) => ({
    title: wordsOf(slide.headline),
    page: slide.number,
    level: slide.kind === 'section' || slide.section === 0 ? 1 : 2,
  }));
  const facts = { ...properties, language, direction, creator: 'briefdeck' };
  return finishPdf(await page.print(), { ...facts, slideCount: slides.length, outline });
}

function writeDeck(deck: Deck, { scenes, media }: MeasuredDeck, office: DrawableDeck['office']): Uint8Array {
  return writePptx({
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
  });
}
