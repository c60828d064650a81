import { beforeAll, describe, expect, it } from 'vitest';
import { compareDeck, type SlideFigures } from '../fidelity/compare.js';
import { drawByLibreOffice } from '../fidelity/libreoffice.js';
import { mean, tableOf } from '../fidelity/table.js';
import { has, hasOfficeFaces } from '../programs.js';
import { buildDecks, goldenOutlines, makeFolder } from './decks.js';
import { compareWords, distances, quantile } from './words.js';

const briefs = goldenOutlines.filter((path) => /\/data\/[\w-]+\.yaml$/u.test(path));

/** How like their pages slides must be, structural similarity: the goal for their mean, and for each what dense small text comes to. */
const least = { mean: 0.96, slide: 0.88 } as const;

/** Bullets are no words: their glyphs may be of another face and size. */
const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

describe.runIf(has('soffice', 'pdftotext', 'pdftoppm') && hasOfficeFaces())(
  'LibreOffice draws the briefs as the browser prints them',
  () => {
    let decks: readonly (readonly [string, readonly SlideFigures[]])[] = [];
    const strays: string[] = [];
    beforeAll(async () => {
      for (const target of ['libreoffice', 'powerpoint'] as const) {
        // Seats for PowerPoint are lower in LibreOffice by a share of the size, so that only text of usual sizes keeps its line.
        const looked = target === 'libreoffice' ? briefs : briefs.filter((path) => path.includes('russia'));
        const built = await buildDecks(looked, ['pdf', 'pptx'], target);
        const files = built.map(({ path }) => path('pptx'));
        const drawn = drawByLibreOffice(files, makeFolder());
        for (const [index, { name, path }] of built.entries()) {
          const pdf = drawn[index] ?? '';
          const shifts = await compareWords(path('pdf'), pdf);
          strays.push(
            ...shifts.flatMap(({ missing, elsewhere, besides }, at) =>
              [...missing, ...elsewhere, ...besides]
                .filter(isWord)
                .map((word) => `${name} for ${target}, page ${at + 1}: ${word}`),
            ),
          );
          if (target === 'powerpoint') continue;
          decks = [...decks, [name, await compareDeck(name, path('pdf'), pdf)]];
        }
      }
      console.info(tableOf(decks));
    }, 240_000);

    it('with every word on its line, whichever program the file is aimed at', () => {
      expect(strays).toEqual([]);
    });

    it('with words within 3 px across and 1.5 px down where it is aimed at LibreOffice', () => {
      const shifts = decks.flatMap(([, slides]) => slides.map((slide) => slide.shifts));
      const [across, down] = (['across', 'down'] as const).map((way) =>
        distances(shifts.flatMap((each) => each[way])),
      );
      expect(across?.length).toBeGreaterThan(4000);
      expect(quantile(across ?? [], 0.95)).toBeLessThan(3);
      expect(quantile(down ?? [], 0.95)).toBeLessThan(1.5);
    });

    it('with slides alike', () => {
      const slides = decks.flatMap(([, each]) => each);
      const unlike = slides
        .filter(({ ssim }) => ssim < least.slide)
        .map(({ deck, slide, ssim }) => [deck, slide, ssim]);
      expect(unlike).toEqual([]);
      expect(mean(slides.map(({ ssim }) => ssim))).toBeGreaterThan(least.mean);
    });
  },
);
