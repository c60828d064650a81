import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isMeasured, type Scene } from '../../src/scene/scene.js';
import { browserIn, size } from '../browser/probes.js';
import { type BuiltDeck, buildDecks, goldenOutlines, makeFolder } from './decks.js';
import { type Compared, compareScene } from './simulator/scene-lines.js';
import { simulate, stretches } from './simulator/simulate.js';
import { quantile } from './words.js';

describe('PowerPoint sets the lines of the golden decks as the browser does', () => {
  /** By how much wider or narrower its text is than the font says. */
  const compared = new Map<number, readonly Compared[]>();
  const rows = (stretch = 1) => compared.get(stretch) ?? [];
  const ascending = (side: 'down' | 'across') =>
    rows()
      .flatMap((row) => row[side].map(Math.abs))
      .toSorted((a, b) => a - b);

  beforeAll(async () => {
    const decks = await buildDecks(goldenOutlines, ['html', 'pptx']);
    const scenes = await measureDecks(decks);
    for (const stretch of stretches) {
      const simulated = await Promise.all(decks.map(({ bytes }) => simulate(bytes('pptx'), stretch)));
      const found = decks.flatMap(({ name }, index) =>
        (scenes[index] ?? []).map((scene) => compareScene(name, scene, simulated[index] ?? [])),
      );
      compared.set(stretch, found);
    }
    const down = ascending('down');
    const figures = [0.5, 0.95, 1].map((share) => quantile(down, share).toFixed(2)).join(' / ');
    const foreign = rows().reduce((sum, row) => sum + row.foreign, 0);
    console.info(
      `${decks.length} decks, ${down.length} lines: baselines ${figures} px off (median / p95 / most); ${foreign} lines in other scripts and all cells of tables left out`,
    );
  }, 240_000);

  it('with the same words on every line', () => {
    expect(rows().flatMap(({ strays }) => strays)).toEqual([]);
  });

  it('also where its text is half a per cent wider or narrower, unless lines are balanced to less than a per cent', () => {
    const off = stretches.flatMap((stretch) => rows(stretch).flatMap(({ strays }) => strays));
    const balanced = rows().flatMap((row) => row.balanced);
    expect(off.filter((line) => !balanced.includes(line))).toEqual([]);
    // It is for titles, and few of them.
    expect(balanced.length).toBeLessThan(0.01 * ascending('down').length);
  });

  it('with baselines within 1.5 px and starts within a quarter of one', () => {
    const down = ascending('down');
    expect(down.length).toBeGreaterThan(2000);
    expect(Math.max(...down)).toBeLessThan(1.5);
    expect(Math.max(...ascending('across'))).toBeLessThan(0.25);
  });
});

/** The slides of decks as the browser lays them out, by the documents that were written. */
async function measureDecks(decks: readonly BuiltDeck[]): Promise<readonly (readonly Scene[])[]> {
  const script = readFileSync(resolve(import.meta.dirname, '../../dist/page/measure.js'), 'utf8');
  const browser = browserIn(makeFolder());
  const measured: (readonly Scene[])[] = [];
  try {
    for (const { bytes } of decks) {
      const html = new TextDecoder().decode(bytes('html'));
      const deck = await browser.withDeck({ html, size }, (page) => page.evaluate(`${script};__measure()`));
      if (!isMeasured(deck)) throw new TypeError('the page was not measured');
      measured.push(deck.scenes);
    }
  } finally {
    await browser.close();
  }
  return measured;
}
