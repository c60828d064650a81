import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltDeck, buildDecks, goldenOutlines } from '../pptx/decks.js';
import {
  becomes,
  buildHtml,
  closeWindows,
  openBrowser,
  opened,
  openWindow,
  outline,
  place,
  press,
  slideCount,
} from './windows.js';

const axe = axeScript();
let decks: readonly BuiltDeck[];
let deck: string;
openBrowser();
beforeAll(async () => {
  deck = buildHtml(outline);
  decks = await buildDecks(goldenOutlines, ['html']);
});
afterEach(closeWindows);

/** axe-core's script, which judges pages; null where it is not installed. With BRIEFDECK_CI set that is a failure. */
function axeScript(): string | null {
  const require = createRequire(import.meta.url);
  try {
    return readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  } catch (error) {
    if (process.env.BRIEFDECK_CI) throw error;
    console.warn('Skipped what needs axe-core: not installed.');
    return null;
  }
}

/** What axe finds in the page as it is now: rule, and the elements, all slides that are shown included. */
async function findings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe ?? '');
  const found: unknown =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`);
  return Array.isArray(found) ? found.map(String) : ['axe gave nothing'];
}

describe.runIf(axe)('axe finds nothing', () => {
  it('on the slides of any golden deck, on a screen and on paper', async () => {
    const found: string[] = [];
    for (const { name, path } of decks) {
      // Held upright, a narrow screen shows all slides at once.
      const page = await openWindow(`file://${path('html')}`, (opening) =>
        opening.setViewport({ width: 600, height: 900 }),
      );
      found.push(...(await findings(page)).map((each) => `${name}: ${each}`));
      await page.emulateMediaType('print');
      found.push(...(await findings(page)).map((each) => `${name} on paper: ${each}`));
      await page.close();
    }
    expect([...new Set(found)]).toEqual([]);
  }, 300_000);

  it('in any view of the player', async () => {
    const page = await openWindow(deck);
    const views = [['o'], ['Escape', '/', 'x', 'q'], ['Escape', '?'], ['Escape', 'b'], ['b', '9']] as const;
    for (const keys of views) {
      await press(page, ...keys);
      expect(await findings(page), keys.join(' ')).toEqual([]);
    }
    await page.mouse.move(300, 300);
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector('.bd-controls') ?? document.body).opacity === '1',
    );
    expect(await findings(page)).toEqual([]);
    const presenter = await opened(() => press(page, 's'));
    await presenter.waitForSelector('[data-link="linked"]');
    expect(await findings(presenter)).toEqual([]);
    await page.close();
    await presenter.waitForSelector('[data-link="lost"]');
    expect(await findings(presenter)).toEqual([]);
  });

  it('on a phone', async () => {
    const page = await openWindow(deck, (opening) =>
      opening.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true }),
    );
    expect(await findings(page)).toEqual([]);
  });
});

describe('a screen reader', () => {
  it('is told of slides by number, headline and language', async () => {
    const page = await openWindow(deck);
    const names = await page.$$eval('main svg[data-marpit-svg]', (slides) =>
      slides.map((slide) => [
        slide.getAttribute('role'),
        slide.getAttribute('aria-roledescription'),
        slide.getAttribute('aria-label'),
      ]),
    );
    expect(names[3]).toEqual([
      'group',
      'slide',
      `Slide 4 of ${slideCount}: The strike will probably end this week`,
    ]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('finds one slide, in one landmark, with one heading of the first level', async () => {
    const page = await openWindow(`${deck}#3`);
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    const roles = JSON.stringify(tree).match(/"role":"main"/gu);
    expect(roles).toHaveLength(1);
    expect(
      await page.$$eval('h1', (headings) => headings.filter((heading) => heading.checkVisibility()).length),
    ).toBe(1);
  });

  it('hears each new slide', async () => {
    const page = await openWindow(deck);
    const heard = () => page.$eval('[aria-live="polite"]', (live) => live.textContent);
    expect(await heard()).toBe('');
    await press(page, 'PageDown');
    expect(await heard()).toBe(`Slide 2 of ${slideCount}: What this brief covers`);
    await press(page, 'b');
    expect(await heard()).toContain('The screen is black');
  });
});

describe('a keyboard alone', () => {
  it('goes through everything', async () => {
    const page = await openWindow(deck);
    // The controls, one by one, though no mouse has moved.
    const names: string[] = [];
    for (let stop = 0; stop < 7; stop += 1) {
      await press(page, 'Tab');
      names.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
    }
    expect(names).toContain('Presenter view');
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector('.bd-controls') ?? document.body).opacity === '1',
    );
    // The overview by its button, a slide by the arrows, back by Esc.
    await page.focus('[aria-label="Overview"]');
    await press(page, 'Enter', 'ArrowRight', 'Enter');
    expect(place(page)).toBe('#2');
    await page.focus('[aria-label="Search"]');
    await press(page, 'Space');
    await page.keyboard.type('offer');
    await press(page, 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Search');
    // The presenter view, its list of slides, and its way back.
    await page.focus('[aria-label="Presenter view"]');
    const presenter = await opened(() => press(page, 'Enter'));
    await presenter.waitForSelector('[data-link="linked"]');
    await presenter.setViewport({ width: 1280, height: 800 });
    await presenter.focus('.bd-jump [tabindex="0"]');
    await press(presenter, 'ArrowDown', 'ArrowDown', 'Enter');
    await becomes(() => place(page), '#4');
  });
});
