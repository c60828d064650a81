import { compareWords, type Shifts } from '../pptx/words.js';
import { drawPage } from './grey.js';
import { ssim } from './ssim.js';

/** How near LibreOffice's drawing of a slide is to Chromium's page. */
export interface SlideFigures {
  readonly deck: string;
  readonly slide: number;
  /** 1 for equals, 0 for a slide that is not there. */
  readonly ssim: number;
  readonly shifts: Shifts;
}

/** How many times as large as they are compared pages are drawn. */
export const usualFineness = 2;

/** Compares a deck's PDF with LibreOffice's PDF of its PPTX, both drawn by the same rasteriser. */
export async function compareDeck(
  deck: string,
  chromium: string,
  libreoffice: string,
  fine: number = usualFineness,
): Promise<readonly SlideFigures[]> {
  const shifts = await compareWords(chromium, libreoffice);
  return shifts.map((each, index) => {
    const [page, other] = [chromium, libreoffice].map((pdf) => drawPage(pdf, index + 1, fine));
    return { deck, slide: index + 1, ssim: page && other ? ssim(page, other) : 0, shifts: each };
  });
}
