import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  becomes,
  buildHtml,
  closeWindows,
  openBrowser,
  openWindow,
  outline,
  place,
  press,
  slideCount,
} from './windows.js';

let deck: string;
openBrowser();
beforeAll(() => {
  deck = buildHtml(outline);
});
afterEach(closeWindows);

function cards(page: Page): Promise<readonly string[]> {
  return page.$$eval('.bd-cards > li > button', (buttons) =>
    buttons.filter((button) => button.checkVisibility()).map((button) => button.textContent?.trim() ?? ''),
  );
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

describe('the overview', () => {
  it('shows every slide with its headline and stands on the one that is shown', async () => {
    const page = await openWindow(`${deck}#4`);
    await press(page, 'o');
    expect(await cards(page)).toHaveLength(slideCount);
    expect(await focused(page)).toBe('4 The strike will probably end this week');
    expect(await page.$$eval('[aria-current="true"]', (current) => current.length)).toBe(1);
  });

  it('is walked through by the arrow keys, in two directions, with one stop of Tab', async () => {
    const page = await openWindow(deck);
    await press(page, 'o', 'ArrowRight', 'ArrowRight');
    expect(await focused(page)).toMatch(/^3 /u);
    await press(page, 'End');
    expect(await focused(page)).toMatch(/^7 /u);
    await press(page, 'ArrowUp');
    const above = Number.parseInt(await focused(page), 10);
    expect(above).toBeLessThan(6);
    expect(await page.$$eval('.bd-cards button[tabindex="0"]', (stops) => stops.length)).toBe(1);
    await press(page, 'Home', 'ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await press(page, 'ArrowDown', 'Enter');
    expect(await page.$('dialog[open]')).toBeNull();
    expect(place(page)).toBe('#1');
  });

  it('is left by Esc, with the focus back where it was', async () => {
    const page = await openWindow(`${deck}#strike`);
    await press(page, 'Tab');
    await press(page, 'o', 'Escape');
    await becomes(() => focused(page), 'the offer');
    expect(place(page)).toBe('#4');
  });

  it('takes a click anywhere on a card', async () => {
    const page = await openWindow(deck);
    await press(page, 'o');
    await page.click('.bd-cards > li:nth-child(3) .bd-frame');
    expect(place(page)).toBe('#3');
  });

  it('gives nothing of its pictures to Tab or to a screen reader', async () => {
    const page = await openWindow(deck);
    await press(page, 'o');
    const copies = await page.$$eval('.bd-cards .bd-frame', (frames) =>
      frames.map((frame) => [frame.hasAttribute('inert'), frame.getAttribute('aria-hidden')]),
    );
    expect(copies).toEqual(Array.from({ length: slideCount }, () => [true, 'true']));
    const ids = await page.$$eval('[id]', (named) => named.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('search', () => {
  it('finds any text of the slides, whatever its capitals and accents, and jumps to the first by Enter', async () => {
    const page = await openWindow(deck);
    await press(page, '/');
    await page.keyboard.type('BRULEE menu');
    expect(await cards(page)).toHaveLength(1);
    expect((await cards(page))[0]).toContain('Crème brûlée is back');
    expect(await page.$eval('.bd-count', (count) => count.textContent)).toBe(`1 of ${slideCount} slides`);
    await press(page, 'Enter');
    expect(place(page)).toBe('#5');
  });

  it('does not find what only the presenter should see', async () => {
    const page = await openWindow(deck);
    await press(page, '/');
    await page.keyboard.type('slowly');
    expect(await cards(page)).toEqual([]);
    expect(await page.$eval('.bd-none', (none) => none.checkVisibility())).toBe(true);
    await press(page, 'Enter');
    expect(await page.$('dialog[open]')).not.toBeNull();
  });

  it('begins anew each time', async () => {
    const page = await openWindow(deck);
    await press(page, '/');
    await page.keyboard.type('offer');
    await press(page, 'Escape');
    expect(await page.$('dialog[open]')).toBeNull();
    await press(page, '/');
    expect(await cards(page)).toHaveLength(slideCount);
  });

  it('takes the letters that are typed on a card', async () => {
    const page = await openWindow(deck);
    await press(page, 'o');
    await page.keyboard.type('friday');
    expect(await cards(page)).toHaveLength(1);
    expect(
      await page.$eval('dialog input', (field) => (field instanceof HTMLInputElement ? field.value : '')),
    ).toBe('friday');
  });
});
