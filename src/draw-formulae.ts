import type { OpenDeck } from './browser/deck-page.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { MeasuredDeck, PictureItem, Scene } from './scene/scene.js';

/** Pixels of a formula's picture for each CSS px: sharp on a large screen. */
const density = 3;

/** A medium that is drawn only once everything is measured. */
const undrawn = /^formula:/u;

/** Draws the formulae of a deck, each once, into its list of media. */
export async function drawFormulae(measured: MeasuredDeck, page: OpenDeck): Promise<MeasuredDeck> {
  const { scenes, media } = measured;
  const places = media.flatMap(({ source }, index) =>
    undrawn.test(source) ? scenes.flatMap((scene) => firstOf(scene, index)).slice(0, 1) : [],
  );
  if (places.length === 0) return measured;
  const pictures = await page.cutOut('.katex', places, density);
  const drawn = new Map(places.map(({ media: index }, at) => [index, pictures[at]]));
  return {
    ...measured,
    media: media.map((medium, index) => {
      const png = drawn.get(index);
      return png
        ? { ...medium, source: `data:image/png;base64,${Buffer.from(png).toString('base64')}` }
        : medium;
    }),
  };
}

function firstOf({ number, items }: Scene, index: number) {
  const found = items.find((item): item is PictureItem => item.kind === 'picture' && item.media === index);
  return found ? [{ media: index, slide: number - 1, rect: found.rect }] : [];
}

/** Says which slides show formulae, which are pictures in a PPTX. */
export function formulaFindings({ scenes, media }: MeasuredDeck): readonly Diagnostic[] {
  const counts = scenes.flatMap(({ number, items }) => {
    const formulae = items.filter(
      (item) => item.kind === 'picture' && item.alt !== null && undrawn.test(media[item.media]?.source ?? ''),
    );
    return formulae.length > 0 ? [{ number, count: formulae.length }] : [];
  });
  if (counts.length === 0) return [];
  const sum = counts.reduce((all, { count }) => all + count, 0);
  const places = counts.map(({ number, count }) => `slide ${number} (${count})`).join(', ');
  const message = `In the PPTX ${sum === 1 ? '1 formula is a picture' : `${sum} formulae are pictures`}, with the TeX as alternative text: ${places}.`;
  return [diagnostic('PPTX-1', message)];
}
