import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { closeWindows, openBrowser } from '../player/windows.js';
import { headlines, openPreview, outlineOf, serve, shows } from './preview.js';

openBrowser();
afterEach(closeWindows);

describe('a preview that is open', () => {
  it('shows a save in place: same scroll, same elements, and no slide but the edited one is touched', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const page = await openPreview(served);
    await page.evaluate(() => {
      document.querySelector('.dv-stage')?.scrollTo(0, 700);
      const touched = new Set<string>();
      const slides = document.querySelector('.dv-slides');
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          // Marks are drawn over a slide, not on it.
          if (!element?.closest('.dv-marks')) touched.add(element?.closest('.dv-slot')?.id ?? 'the list');
        }
        document.body.dataset.touched = [...touched].join();
      }).observe(slides ?? document, { subtree: true, childList: true, characterData: true });
      document.querySelectorAll('.dv-slot svg').forEach((svg, index) => {
        svg.setAttribute('data-before', `${index}`);
      });
    });
    served.write('deck.yaml', outlineOf('The strike has ended'));
    await shows(page, 'The strike has ended');
    const after = await page.evaluate(() => ({
      top: document.querySelector('.dv-stage')?.scrollTop,
      touched: document.body.dataset.touched,
      edited: [...document.querySelectorAll('.dv-slot')].find((slot) =>
        slot.textContent?.includes('has ended'),
      )?.id,
      kept: document.querySelectorAll('svg[data-before]').length,
    }));
    expect(after.top).toBe(700);
    expect(after.touched).toBe(after.edited);
    expect(after.kept).toBe(8);
  });

  it('keeps what is looked at in its place when slides come and go above it', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const page = await openPreview(served);
    const topOf = (text: string) =>
      page.$$eval(
        '.dv-slot',
        (all, wanted) =>
          all.find((slot) => slot.textContent?.includes(wanted))?.getBoundingClientRect().top ?? Number.NaN,
        text,
      );
    await page.$$eval('.dv-slot', (all) => all[5]?.scrollIntoView());
    const before = await topOf('Headline number 5');
    const added = '  - headline: Quite new\n    points: [a]\n';
    served.write('deck.yaml', outlineOf().replace('slides:\n', `slides:\n${added}`));
    await shows(page, 'Quite new');
    expect(await topOf('Headline number 5')).toBeCloseTo(before, 0);
    expect(await headlines(page)).toHaveLength(10);
    served.write('deck.yaml', outlineOf());
    await page.waitForFunction(() => document.querySelectorAll('.dv-slot').length === 9);
    expect(await topOf('Headline number 5')).toBeCloseTo(before, 0);
  });

  it('follows editors that write beside and rename, and a file that goes and comes back', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const page = await openPreview(served);
    const [path, beside] = [join(served.cwd, 'deck.yaml'), join(served.cwd, '.deck.yaml.swp')];
    for (const words of ['Renamed once', 'Renamed twice']) {
      writeFileSync(beside, outlineOf(words));
      renameSync(beside, path);
      await shows(page, words);
    }
    rmSync(path);
    await page.waitForSelector('.dv-trouble:not([hidden])');
    expect(await page.$eval('.dv-trouble', (each) => each.textContent)).toContain('it is not there');
    expect(await headlines(page)).toContain('Renamed twice');
    served.write('deck.yaml', outlineOf('Back again'));
    await shows(page, 'Back again');
    await page.waitForSelector('.dv-trouble[hidden]');
  });

  it('follows templates, the theme and pictures, several files at once', async () => {
    const picture = (colour: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="${colour}"/></svg>`;
    const served = await serve({
      'deck.yaml': `title: T\nlanguage: en\ntheme: house\nslides:\n  - kind: hello\n    headline: Own kind\n    words: of mine\n  - kind: image\n    headline: A picture\n    file: p.svg\n    alt: a square\n`,
      'p.svg': picture('red'),
      'templates/slides/hello.hbs': '# {{headline}}\n\nBefore {{words}}\n',
      'templates/themes/house.css': '/* @theme house */\nsection { outline-offset: 3px; }\n',
    });
    const page = await openPreview(served);
    await shows(page, 'Before of mine');
    const address = () => page.$eval('.dv-slot img', (image) => image.getAttribute('src'));
    const first = await address();
    served.write('templates/slides/hello.hbs', '# {{headline}}\n\nAfter {{words}}\n');
    served.write('templates/themes/house.css', '/* @theme house */\nsection { outline-offset: 6px; }\n');
    served.write('p.svg', picture('blue'));
    await shows(page, 'After of mine');
    await page.waitForFunction(
      (before) => document.querySelector('.dv-slot img')?.getAttribute('src') !== before,
      {},
      first,
    );
    await page.waitForFunction(() => {
      const section = document.querySelector('.dv-slot section');
      return section && getComputedStyle(section).outlineOffset === '6px';
    });
    const isLoaded = () =>
      page.$eval('.dv-slot img', (image) => image instanceof HTMLImageElement && image.naturalWidth > 0);
    await page.waitForFunction(() => {
      const image = document.querySelector('.dv-slot img');
      return image instanceof HTMLImageElement && image.complete;
    });
    expect(await isLoaded()).toBe(true);
  });

  it('keeps the last good deck on screen when the outline breaks, with the error over it, and recovers', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const page = await openPreview(served);
    const before = await headlines(page);
    served.write('deck.yaml', `${outlineOf()}bogus: [1\n`);
    await page.waitForSelector('.dv-trouble:not([hidden])');
    const trouble = await page.$eval('.dv-trouble', (each) => each.textContent ?? '');
    expect(trouble).toContain('A bracket is not closed.');
    expect(trouble).toContain('20 | bogus: [1');
    expect(trouble).toMatch(/\|\s+\^/u);
    expect(trouble).toContain('deck.yaml:20:9');
    expect(await headlines(page)).toEqual(before);
    expect(served.said()).toContain('deck.yaml:20:9');
    served.write('deck.yaml', outlineOf('Mended'));
    await shows(page, 'Mended');
    await page.waitForSelector('.dv-trouble[hidden]');
  });

  it('starts with a broken outline too', async () => {
    const served = await serve({ 'deck.yaml': 'title: [\n' });
    const { openWindow } = await import('../player/windows.js');
    const page = await openWindow(served.url);
    await page.waitForSelector('.dv-trouble:not([hidden])');
    served.write('deck.yaml', outlineOf('Now it is good'));
    await shows(page, 'Now it is good');
  });

  it('brings a page that is loaded again, and a second one, up to date', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const page = await openPreview(served);
    served.write('deck.yaml', outlineOf('Edited before'));
    await shows(page, 'Edited before');
    await page.reload();
    await shows(page, 'Edited before');
    await shows(await openPreview(served), 'Edited before');
  });

  it('draws the slides as the document has them, whatever the preview itself looks like', async () => {
    const served = await serve({ 'deck.yaml': outlineOf('Crème brûlée, café') });
    const page = await openPreview(served);
    const sizes = () =>
      page.$$eval('.dv-slot section h1', (all) => all.map((each) => getComputedStyle(each).fontFamily));
    expect((await sizes())[1]).toContain('Gelasio');
    const faces = await page.evaluate(() =>
      [...document.fonts].map(({ family, status }) => `${family} ${status}`),
    );
    expect(new Set(faces)).toContain('Gelasio loaded');
    served.write('deck.yaml', outlineOf('Ősz és žluť'));
    await shows(page, 'Ősz és žluť');
    const has = await page.evaluate(() => document.fonts.check('700 28px Gelasio', 'Ősz és žluť'));
    expect(has).toBe(true);
  });

  it('shows a Marp deck', async () => {
    const served = await serve({ 'deck.md': '# One\n\n---\n\n# Two\n' }, ['deck.md']);
    const page = await openPreview(served);
    expect(await headlines(page)).toEqual(['One', 'Two']);
    served.write('deck.md', '# One\n\n---\n\n# Zwei\n\n---\n\n# Drei\n');
    await shows(page, 'Drei');
    expect(await headlines(page)).toEqual(['One', 'Zwei', 'Drei']);
  });
});
