import type { DocumentSlide } from './check/loss/document-content.js';
import type { LossReport } from './check/loss/loss-report.js';
import type { Deck } from './deck/deck.js';
import { wordsOf } from './outline/inline.js';
import type { Output } from './output.js';
import type { MeasuredDeck } from './scene/scene.js';

/** Reads the outputs of a deck back and compares them with the document; null where none of them can be compared. */
export async function findLosses(
  deck: Deck,
  { scenes, media }: MeasuredDeck,
  outputs: readonly Output[],
): Promise<LossReport | null> {
  const bytesOf = (wanted: string) => outputs.find(({ format }) => format === wanted)?.bytes;
  const [pptx, pdf] = [bytesOf('pptx'), bytesOf('pdf')];
  if (!pptx && !pdf) return null;
  const [{ readPptxContent }, { readPdfContent }, { lossReport }] = await Promise.all([
    import('./pptx/read/read-content.js'),
    import('./pdf/read/read-content.js'),
    import('./check/loss/loss-report.js'),
  ]);
  const slides = scenes.map((scene, index): DocumentSlide => {
    const { notes, pointer } = deck.slides[index] ?? { notes: null, pointer: null };
    return { scene, notes: notes && wordsOf(notes), pointer };
  });
  return lossReport(slides, media, {
    ...(pptx ? { pptx: readPptxContent(pptx) } : {}),
    ...(pdf ? { pdf: readPdfContent(pdf) ?? 'its form is unknown' } : {}),
  });
}
