import type { CDPSession, Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  becomes,
  buildHtml,
  closeWindows,
  faults,
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

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const onItsSide = { ...phone, width: 844, height: 390 };

/** Where the slides that can be seen stand: left, top, width, height. */
function boxes(page: Page): Promise<readonly (readonly number[])[]> {
  return page.$$eval('body > main svg[data-marpit-svg]', (slides) =>
    slides
      .filter((slide) => slide.checkVisibility())
      .map((slide) => slide.getBoundingClientRect())
      .map(({ left, top, width, height }) => [left, top, width, height].map(Math.round)),
  );
}

async function swipe(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
  fingers = 1,
): Promise<void> {
  const session: CDPSession = await page.createCDPSession();
  const at = ([x, y]: readonly [number, number]) =>
    Array.from({ length: fingers }, (_, id) => ({ x: x + 60 * id, y, id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(to) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

describe('a window of any size', () => {
  it('shows the slide whole, as large as it can be, in the middle', async () => {
    const page = await openWindow(deck);
    expect(await boxes(page)).toEqual([[0, 0, 1280, 720]]);
    await page.setViewport({ width: 1000, height: 1000 });
    await becomes(() => boxes(page), [[0, 219, 1000, 563]]);
    await page.setViewport({ width: 1920, height: 400 });
    await becomes(() => boxes(page), [[604, 0, 711, 400]]);
    await page.setViewport({ width: 320, height: 240 });
    await becomes(() => boxes(page), [[0, 30, 320, 180]]);
  });

  it('does so from right to left too', async () => {
    const page = await openWindow(buildHtml(outline.replace('language: en', 'language: ar')));
    expect(await boxes(page)).toEqual([[0, 0, 1280, 720]]);
    await page.setViewport({ width: 1000, height: 1000 });
    await becomes(() => boxes(page), [[0, 219, 1000, 563]]);
    await page.setViewport(phone);
    await becomes(async () => (await boxes(page))[1]?.slice(0, 3).join(), '0,239,390');
  });
});

describe('a touch screen', () => {
  it('turns slides by swipes, and leaves two fingers to the browser', async () => {
    const page = await openWindow(deck, (opening) => opening.setViewport(onItsSide));
    await swipe(page, [600, 200], [300, 210]);
    expect(place(page)).toBe('#2');
    await swipe(page, [600, 200], [300, 210]);
    await swipe(page, [300, 200], [600, 190]);
    expect(place(page)).toBe('#2');
    await swipe(page, [600, 200], [300, 210], 2);
    await swipe(page, [600, 100], [590, 350]);
    expect(place(page)).toBe('#2');
  });

  it('shows the controls after a tap', async () => {
    const page = await openWindow(deck, (opening) => opening.setViewport(onItsSide));
    await page.touchscreen.tap(400, 100);
    await becomes(() => page.$eval('.bd-controls', (bar) => getComputedStyle(bar).opacity), '1');
    await page.tap('[aria-label="Overview"]');
    expect(await page.$('dialog[open]')).not.toBeNull();
  });

  it('lets people zoom', async () => {
    const page = await openWindow(deck, (opening) => opening.setViewport(onItsSide));
    expect(await page.$eval('meta[name=viewport]', (meta) => meta.getAttribute('content'))).not.toMatch(
      /user-scalable|maximum-scale/u,
    );
    expect(await page.$eval('body > main', (stage) => getComputedStyle(stage).touchAction)).toBe(
      'pinch-zoom',
    );
  });
});

describe('a phone', () => {
  it('held upright shows the slides one below the other, each as wide as the screen', async () => {
    const page = await openWindow(deck, (opening) => opening.setViewport(phone));
    const rows = await boxes(page);
    expect(rows).toHaveLength(slideCount);
    expect(rows.slice(0, 2)).toEqual([
      [0, 0, 390, 219],
      [0, 239, 390, 219],
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('turned on its side shows the one that was looked at', async () => {
    const page = await openWindow(deck, (opening) => opening.setViewport(phone));
    await page.evaluate(() => scrollTo(0, 3 * 239));
    await becomes(() => place(page), '#4');
    await page.setViewport(onItsSide);
    await becomes(() => shown(page), ['The strike will probably end this week']);
  });

  it('goes to the slide that is chosen in the overview', async () => {
    const page = await openWindow(deck, (opening) => opening.setViewport(phone));
    await page.tap('[aria-label="Overview"]');
    await page.tap('.bd-cards > li:nth-child(3) button');
    await becomes(async () => (await boxes(page))[2]?.[1], 0);
  });
});

describe('the document', () => {
  it('prints the pages of the PDF, wherever the talk is', async () => {
    const page = await openWindow(deck);
    await press(page, 'End', 'o');
    const paper = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      'latin1',
    );
    expect(paper.match(/\/Type \/Page\b/gu)).toHaveLength(slideCount);
    expect(paper.match(/\/MediaBox \[[^\]]*\]/gu)?.every((box) => box === '/MediaBox [0 0 960 540]')).toBe(
      true,
    );
    await page.emulateMediaType('print');
    expect(await shown(page)).toHaveLength(slideCount);
    expect(
      await page.$$eval('.bd, .bd-progress', (parts) => parts.filter((part) => part.checkVisibility())),
    ).toEqual([]);
  });

  it('is a page of slides where no script runs', async () => {
    const page = await openWindow(`${deck}#offer`, async (opening) => {
      await opening.setJavaScriptEnabled(false);
      await opening.setViewport({ width: 1000, height: 700 });
    });
    const rows = await boxes(page);
    expect(rows).toHaveLength(slideCount);
    expect(new Set(rows.map(([left, , width, height]) => `${left} ${width} ${height}`)).size).toBe(1);
    expect(await page.$eval('#offer', (slide) => slide.getBoundingClientRect().top < 700)).toBe(true);
  });

  it('works at a path with spaces, signs and Korean letters', async () => {
    const address = buildHtml(outline, 'my deck #1 100% 한국어/한 국.yaml');
    const page = await openWindow(address);
    await press(page, 'PageDown');
    expect(await shown(page)).toEqual(['What this brief covers']);
    await page.reload();
    expect(await shown(page)).toEqual(['What this brief covers']);
    expect(faults).toEqual([]);
  });

  it('asks for nothing beyond itself', async () => {
    const asked: string[] = [];
    const page = await openWindow(deck, async (opening) => {
      opening.on('request', (request) => asked.push(request.url()));
    });
    await press(page, 'o', 'Escape', '?');
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([deck]);
  });

  it('stands still for people who ask for that', async () => {
    const page = await openWindow(deck, (opening) =>
      opening.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]),
    );
    const times = await page.$$eval('.bd-progress, .bd-controls', (parts) =>
      parts.map((part) => getComputedStyle(part).transitionDuration),
    );
    expect(times).toEqual(['0s', '0s']);
  });

  it('shows how far the talk has come', async () => {
    const page = await openWindow(`${deck}#4`);
    expect(await page.$eval('.bd-progress', (bar) => getComputedStyle(bar).getPropertyValue('--part'))).toBe(
      '0.5',
    );
  });
});
