import { join } from 'node:path';
import { compareWords, type Shifts } from '../pptx/words.js';
import { rasterise, readGrey } from './grey.js';
import { ssim } from './ssim.js';

/** How near LibreOffice's drawing of a slide is to Chromium's page. */
export interface SlideFigures {
  readonly deck: string;
  readonly slide: number;
  /** 1 for equals, 0 for a slide that is not there. */
  readonly ssim: number;
  readonly shifts: Shifts;
}

const nothing: Shifts = { missing: [], elsewhere: [], besides: [], across: [], down: [] };

/** Compares a deck's PDF with LibreOffice's PDF of its PPTX, both drawn by the same rasteriser; pages go into the folder. */
export async function compareDeck(
  deck: string,
  chromium: string,
  libreoffice: string,
  folder: string,
): Promise<readonly SlideFigures[]> {
  const pages = rasterise(chromium, join(folder, 'pdf'));
  const others = rasterise(libreoffice, join(folder, 'pptx'));
  const shifts = await compareWords(chromium, libreoffice);
  return pages.map((page, index) => {
    const other = others[index];
    const likeness = other === undefined ? 0 : ssim(readGrey(page), readGrey(other));
    return { deck, slide: index + 1, ssim: likeness, shifts: shifts[index] ?? nothing };
  });
}
