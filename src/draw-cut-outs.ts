import type { OpenDeck } from './browser/deck-page.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { CutOut, MeasuredDeck, PictureItem, Scene } from './scene/scene.js';

/** A picture that the browser draws of an element. */
type CutPicture = PictureItem & { readonly cutOut: CutOut };

/** Draws the elements of a deck that no shape of Office says, each once, into its list of media. */
export async function drawCutOuts(measured: MeasuredDeck, page: OpenDeck): Promise<MeasuredDeck> {
  const { scenes, media } = measured;
  const all = scenes.flatMap((scene) =>
    cutOutsOf(scene).map((picture) => ({ picture, slide: scene.number - 1 })),
  );
  const places = new Map(all.toReversed().map((each) => [each.picture.media, each]));
  if (places.size === 0) return measured;
  const areas = [...places.values()].map(({ picture: { rect, cutOut }, slide }) => ({
    ...cutOut,
    rect,
    slide,
  }));
  const pictures = await page.cutOut(areas);
  const drawn = new Map([...places.keys()].map((index, at) => [index, pictures[at]]));
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

function cutOutsOf({ items }: Scene): readonly CutPicture[] {
  return items.filter((item): item is CutPicture => item.kind === 'picture' && item.cutOut !== null);
}

/** Says which slides show elements that are pictures in a PPTX, and why. */
export function cutOutFindings({ scenes }: MeasuredDeck): readonly Diagnostic[] {
  return [...formulaFindings(scenes), ...scenes.flatMap(elementFindings)];
}

/** One finding a slide and cause, at the first such element. */
function elementFindings(scene: Scene): readonly Diagnostic[] {
  const byCause = new Map<string, CutPicture[]>();
  for (const picture of cutOutsOf(scene)) {
    const { cause } = picture.cutOut;
    if (cause !== 'formula') byCause.set(cause, [...(byCause.get(cause) ?? []), picture]);
  }
  return [...byCause].map(([cause, pictures]) => {
    const what =
      pictures.length === 1 ? '1 element is a picture' : `${pictures.length} elements are pictures`;
    // Raw HTML knows no line of its own; the slide's first thing that does is near enough to find it.
    const pointer = [...pictures, ...scene.items].flatMap(({ pointers }) => pointers)[0] ?? null;
    const hint = 'Text stays text. What is drawn by colours, gradients, borders and shadows becomes shapes.';
    return diagnostic('PPTX-1', `On slide ${scene.number} ${what} in the PPTX: ${cause}.`, { pointer, hint });
  });
}

function formulaFindings(scenes: readonly Scene[]): readonly Diagnostic[] {
  const counts = scenes.flatMap((scene) => {
    const formulae = cutOutsOf(scene).filter(({ alt, cutOut }) => alt !== null && cutOut.cause === 'formula');
    return formulae.length > 0 ? [{ number: scene.number, count: formulae.length }] : [];
  });
  if (counts.length === 0) return [];
  const sum = counts.reduce((all, { count }) => all + count, 0);
  const places = counts.map(({ number, count }) => `slide ${number} (${count})`).join(', ');
  const message = `In the PPTX ${sum === 1 ? '1 formula is a picture' : `${sum} formulae are pictures`}, with the TeX as alternative text: ${places}.`;
  return [diagnostic('PPTX-1', message)];
}
