import type { OpenDeck } from './deck-page.js';

/** How finely pictures are kept in a PDF: for a screen, for a printer, or as they came. */
export type PictureDetail = 'screen' | 'print' | 'original';

/**
 * Pixels for each CSS px, of which the page has 96 to the inch: 240 to the inch for a printer, which are 300 where a slide is
 * scaled to A4, and 120 for a screen.
 */
const details = {
  print: { density: 2.5, quality: 0.85 },
  screen: { density: 1.25, quality: 0.75 },
} as const;

/** Prints the page with its pictures as fine as a reader needs them; afterwards they are as they were. */
export async function printWithPictures(
  page: OpenDeck,
  detail: PictureDetail,
  script: string,
): Promise<Uint8Array> {
  if (detail === 'original') return page.print();
  const changed = await page.evaluate(`${script};__thinPictures(${JSON.stringify(details[detail])})`);
  const printed = await page.print();
  if (changed !== 0) await page.evaluate('__restorePictures()');
  return printed;
}
