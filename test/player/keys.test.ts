import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  buildHtml,
  closeWindows,
  faults,
  fragments,
  openBrowser,
  openWindow,
  outline,
  place,
  press,
  shown,
  slideCount,
} from './windows.js';

let deck: string;
openBrowser();
beforeAll(() => {
  deck = buildHtml(outline);
});
afterEach(closeWindows);

describe('keys of the presented document', () => {
  it('turn one slide forth and back, whichever of them a hand or a clicker sends', async () => {
    const page = await openWindow(deck);
    expect(await shown(page)).toEqual(['Harbour talks']);
    await press(page, 'ArrowRight', 'ArrowDown', 'PageDown', 'Space', 'Enter');
    expect(place(page)).toBe('#6');
    expect(await shown(page)).toEqual(['What to do']);
    await press(page, 'ArrowLeft', 'ArrowUp', 'PageUp');
    expect(place(page)).toBe('#3');
    await page.keyboard.down('Shift');
    await press(page, 'Space');
    await page.keyboard.up('Shift');
    expect(place(page)).toBe('#2');
    expect(faults).toEqual([]);
  });

  it('stop at both ends', async () => {
    const page = await openWindow(deck);
    await press(page, 'End', 'ArrowRight');
    expect(place(page)).toBe(`#${slideCount}`);
    await press(page, 'Home', 'ArrowLeft');
    expect(place(page)).toBe('#1');
  });

  it('go to a slide by its number and Enter, and say so where there is none', async () => {
    const page = await openWindow(deck);
    await press(page, '5');
    expect(await page.$eval('.bd-note', (note) => note.textContent)).toContain('slide 5');
    await press(page, 'Enter');
    expect(place(page)).toBe('#5');
    await press(page, '4', '2', 'Enter');
    expect(place(page)).toBe('#5');
    expect(await page.$eval('.bd-note', (note) => note.textContent)).toContain('the last one is 7');
  });

  it('leave alone what belongs to the browser', async () => {
    const page = await openWindow(deck);
    await page.keyboard.down('Control');
    await press(page, 'ArrowRight', 'b');
    await page.keyboard.up('Control');
    expect(place(page)).toBe('#1');
    expect(await page.$eval('.bd-black', (black) => black.checkVisibility())).toBe(false);
  });

  it('make the screen black and bring it back', async () => {
    const page = await openWindow(deck);
    const black = () => page.$eval('.bd-black', (cover) => cover.checkVisibility());
    for (const key of ['b', '.'] as const) {
      await press(page, key);
      expect(await black()).toBe(true);
      await press(page, key);
      expect(await black()).toBe(false);
    }
    await press(page, 'b', 'ArrowRight');
    expect(await black()).toBe(false);
  });

  it('show a card of themselves, which Esc closes', async () => {
    const page = await openWindow(deck);
    await press(page, '?');
    expect(await page.$eval('dialog[open]', (card) => card.textContent)).toContain('presenter view');
    await press(page, 'ArrowRight');
    expect(place(page)).toBe('#1');
    await press(page, 'Escape');
    expect(await page.$('dialog[open]')).toBeNull();
    await press(page, 'ArrowRight');
    expect(place(page)).toBe('#2');
  });

  it('follow a link that has the focus, and go on from there', async () => {
    const page = await openWindow(`${deck}#strike`);
    expect(await shown(page)).toEqual(['The strike will probably end this week']);
    await press(page, 'Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('the offer');
    await press(page, 'Enter');
    expect(await shown(page)).toEqual(['The offer stands until Friday']);
    await press(page, 'ArrowLeft');
    expect(await shown(page)).toEqual(['What to do']);
  });

  it('show the parts of a slide one after the other', async () => {
    const page = await openWindow(buildHtml(fragments, 'deck.md'));
    const seen = () =>
      page.$$eval('main svg[data-now] li', (items) =>
        items
          .filter((item) => item.checkVisibility({ visibilityProperty: true }))
          .map((item) => item.textContent?.trim()),
      );
    expect(await seen()).toEqual([]);
    await press(page, 'ArrowRight');
    expect(await seen()).toEqual(['first']);
    await press(page, 'ArrowRight', 'ArrowRight');
    expect(await shown(page)).toEqual(['Two']);
    await press(page, 'ArrowLeft');
    expect(await seen()).toEqual(['first', 'second']);
    await press(page, 'ArrowLeft');
    expect(await seen()).toEqual(['first']);
  });

  it('are not taken by the wheel of the mouse', async () => {
    const page = await openWindow(deck);
    await page.mouse.move(600, 300);
    await page.mouse.wheel({ deltaY: 800 });
    await press(page, 'ArrowRight');
    expect(place(page)).toBe('#2');
  });
});

describe('the address', () => {
  it('names a slide by number or by the id of the outline', async () => {
    expect(await shown(await openWindow(`${deck}#4`))).toEqual(['The strike will probably end this week']);
    expect(await shown(await openWindow(`${deck}#offer`))).toEqual(['The offer stands until Friday']);
    expect(await shown(await openWindow(`${deck}#nowhere`))).toEqual(['Harbour talks']);
    expect(await shown(await openWindow(`${deck}#99`))).toEqual(['Harbour talks']);
  });

  it('goes back and forward with the browser', async () => {
    const page = await openWindow(deck);
    await press(page, 'ArrowRight', 'ArrowRight', 'End');
    await page.goBack();
    expect(await shown(page)).toEqual(['Where we are']);
    await page.goBack();
    expect(place(page)).toBe('#2');
    await page.goForward();
    expect(place(page)).toBe('#3');
    expect(await shown(page)).toEqual(['Where we are']);
  });

  it('is found again in the same window', async () => {
    const page = await openWindow(deck);
    await press(page, 'ArrowRight', 'ArrowRight');
    await page.reload();
    expect(await shown(page)).toEqual(['Where we are']);
    await page.goto('about:blank');
    await page.goto(deck);
    expect(await shown(page)).toEqual(['Where we are']);
  });
});
