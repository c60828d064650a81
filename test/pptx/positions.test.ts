import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { has } from '../programs.js';
import { type BuiltDeck, buildDecks, goldenOutlines, makeFolder } from './decks.js';
import { compareWords, quantile, type Shifts } from './words.js';

const looked = goldenOutlines.filter((path) =>
  /\/(?:russia-north-korea|key-judgements|options)\.yaml$/u.test(path),
);

describe.runIf(has('soffice', 'pdftotext'))('words stand where the browser set them', () => {
  const found = new Map<string, Shifts>();
  beforeAll(async () => {
    for (const lines of ['libreoffice', 'powerpoint'] as const) {
      const decks = await buildDecks(looked, ['pdf', 'pptx'], lines);
      const drawn = drawByLibreOffice(decks);
      for (const { name, path } of decks)
        found.set(`${name} for ${lines}`, await compareWords(path('pdf'), join(drawn, `${name}.pdf`)));
    }
    for (const [name, { words, dx, dy, strays }] of found) {
      const figures = [dx, dy].map(
        (all) => `${quantile(all, 0.5).toFixed(2)} / ${quantile(all, 0.95).toFixed(2)}`,
      );
      console.info(
        `${name}: ${words} words, dx ${figures[0]} px, dy ${figures[1]} px (median / p95), ${strays.length} strays`,
      );
    }
  }, 240_000);

  it.each(['libreoffice', 'powerpoint'])('aimed at %s, on the same lines', (lines) => {
    const strays = [...found].flatMap(([name, shifts]) => (name.endsWith(lines) ? shifts.strays : []));
    expect(strays).toEqual([]);
  });

  it('aimed at libreoffice, within 3 px across and 1.5 px down', () => {
    const rows = [...found].filter(([name]) => name.endsWith('libreoffice'));
    expect(rows).toHaveLength(looked.length);
    for (const [name, { dx, dy }] of rows) {
      expect(quantile(dx, 0.95), name).toBeLessThan(3);
      expect(quantile(dy, 0.95), name).toBeLessThan(1.5);
    }
  });
});

/** Draws the decks in one run of LibreOffice, under a profile of its own, and gives the folder with the PDFs. */
function drawByLibreOffice(decks: readonly BuiltDeck[]): string {
  const out = makeFolder();
  const profile = `-env:UserInstallation=file://${makeFolder()}`;
  const files = decks.map(({ path }) => path('pptx'));
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files], {
    stdio: 'ignore',
  });
  return out;
}
