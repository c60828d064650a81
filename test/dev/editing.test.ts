import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeWindows, openBrowser } from '../player/windows.js';
import { headlines, openPreview, type Served, serve, shows } from './preview.js';

openBrowser();
afterEach(closeWindows);

const deck = `# The head, which stays.
title: Harbour talks
language: en
slides:
  - headline: 'It''s quiet'   # why?
    points:
      - A **bold** point.
      - {text: A fact., basis: fact}
  - headline: Second headline
    points: [Two words.]
  # Stands above the third.
  - headline: Third headline
    notes: |-
      One line.
    points: [Three words.]
sources:
  one: {title: The paper, date: 2026-01-02}
`;

const textOf = ({ cwd }: Served) => readFileSync(join(cwd, 'deck.yaml'), 'utf8');

async function doubleClick(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
  await page.click(selector, { count: 2 });
  await page.waitForSelector('.dv-sheet');
}

const at = (pointer: string) => `.dv-paper [data-src="${pointer}"]`;

async function press(page: Page, held: 'Alt' | 'Control', key: 'ArrowUp' | 'ArrowDown' | 'z' | 'y') {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

const noted = (page: Page, words: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.dv-note:not([hidden])')?.textContent?.includes(wanted),
    {},
    words,
  );
const gone = (page: Page) => page.waitForFunction(() => !document.querySelector('.dv-sheet'));
const field = (page: Page) =>
  page.$eval('.dv-words', (area) => (area instanceof HTMLTextAreaElement ? area.value : ''));
const fault = (page: Page) => page.$eval('.dv-sheet .dv-fault', (each) => each.textContent ?? '');

describe('a text of the preview', () => {
  it('is changed by a double click, in the file at that scalar alone, and on the slide', async () => {
    const served = await serve({ 'deck.yaml': deck });
    const page = await openPreview(served);
    await doubleClick(page, at('/slides/0/headline'));
    expect(await field(page)).toBe("It's quiet");
    expect(await page.$eval('.dv-sheet', (sheet) => sheet.textContent)).toContain('deck.yaml:5');
    await page.keyboard.press('End');
    await page.keyboard.type(' at **sea**');
    await page.keyboard.press('Enter');
    await shows(page, "It's quiet at sea");
    await gone(page);
    const edited = deck.replace("'It''s quiet'", "'It''s quiet at **sea**'");
    expect(textOf(served)).toBe(edited);

    await page.keyboard.press('F2');
    await page.waitForSelector('.dv-words');
    await page.keyboard.type('Thrown away');
    await page.keyboard.press('Escape');
    await gone(page);
    await noted(page, 'Thrown away');
    expect(textOf(served)).toBe(edited);

    await press(page, 'Control', 'z');
    await noted(page, 'deck.yaml:5');
    expect(textOf(served)).toBe(deck);
    await page.waitForFunction(() => !document.querySelector('.dv-slides')?.textContent?.includes('at sea'));
    await press(page, 'Control', 'y');
    await shows(page, 'at sea');
    expect(textOf(served)).toBe(edited);
  });

  it('is kept with its words when the file says something else there, and overwrites nothing', async () => {
    const served = await serve({ 'deck.yaml': deck });
    const page = await openPreview(served);
    await doubleClick(page, at('/slides/1/headline'));
    await page.keyboard.type('My headline');
    // A slide above it makes it another slide of the outline.
    const added = deck.replace('slides:\n', 'slides:\n  - {headline: New one, points: [x]}\n');
    served.write('deck.yaml', added);
    await shows(page, 'New one');
    await vi.waitFor(async () =>
      expect(await page.$eval('.dv-sheet .dv-where', (place) => place.textContent)).toBe('deck.yaml:10'),
    );
    expect([await field(page), await fault(page)]).toEqual(['My headline', '']);

    const theirs = added.replace('Second headline', 'Their headline');
    served.write('deck.yaml', theirs);
    await page.waitForSelector('.dv-fault pre');
    expect(await page.$eval('.dv-fault pre', (text) => text.textContent)).toBe('Their headline');
    expect(await field(page)).toBe('My headline');
    await page.$eval('.dv-fault pre', (text) => text.setAttribute('data-seen', ''));
    await page.keyboard.press('Enter');
    await page.waitForSelector('.dv-fault pre:not([data-seen])');
    expect(textOf(served)).toBe(theirs);
    expect(await field(page)).toBe('My headline');
    await page.click('.dv-choices button:last-child');
    await shows(page, 'My headline');
    await gone(page);
    expect(textOf(served)).toBe(theirs.replace('Their headline', 'My headline'));
  });

  it('that cannot be edited, or written, is refused with the reason; words of a slide that went are kept', async () => {
    const served = await serve({ 'deck.yaml': deck });
    const page = await openPreview(served);
    await page.$eval('.dv-paper h1', (heading) => heading.setAttribute('data-src', '/slides'));
    await doubleClick(page, '.dv-paper h1[data-src="/slides"]');
    expect(await fault(page)).toContain('put together from the outline’s fields');
    expect(await page.$('.dv-words')).toBeNull();
    await page.keyboard.press('Escape');
    await gone(page);

    await page.$eval('.dv-paper h1', (heading) => heading.setAttribute('data-src', '/title /slides/2/notes'));
    await doubleClick(page, '.dv-paper h1[data-src^="/title"]');
    const choices = await page.$$eval('.dv-choice', (all) => all.map((each) => each.textContent));
    expect(choices).toEqual(['Harbour talksdeck.yaml:2', 'One line.deck.yaml:14']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.dv-words');
    expect(await field(page)).toBe('One line.');
    await page.keyboard.press('Escape');
    await gone(page);

    chmodSync(join(served.cwd, 'deck.yaml'), 0o444);
    await doubleClick(page, at('/slides/2/headline'));
    await page.keyboard.type('Words to keep');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.dv-fault')?.textContent?.includes('write-protected'),
    );
    expect(await field(page)).toBe('Words to keep');
    expect(textOf(served)).toBe(deck);
    chmodSync(join(served.cwd, 'deck.yaml'), 0o644);
    served.write(
      'deck.yaml',
      deck.slice(0, deck.indexOf('  # Stands')) + deck.slice(deck.indexOf('sources:')),
    );
    await page.waitForSelector('.dv-adrift');
    expect(await field(page)).toBe('Words to keep');
    expect(await fault(page)).toContain('no longer in the deck');
  });
});

describe('the order of the slides', () => {
  it('is changed by the keyboard and by dragging; slides are hidden and shown again', async () => {
    const served = await serve({ 'deck.yaml': deck });
    const page = await openPreview(served);
    const focus = async (index: number) => {
      const rows = await page.$$('.dv-slot');
      await rows[index]?.focus();
    };
    await focus(1);
    await press(page, 'Alt', 'ArrowDown');
    await noted(page, "“It's quiet” is slide 3 of");
    expect((await headlines(page)).slice(1, 4)).toEqual(['Second headline', "It's quiet", 'Third headline']);
    const [first, second] = [deck.indexOf("  - headline: 'It"), deck.indexOf('  - headline: Second')];
    const third = deck.indexOf('  # Stands');
    const moved =
      deck.slice(0, first) + deck.slice(second, third) + deck.slice(first, second) + deck.slice(third);
    expect(textOf(served)).toBe(moved);

    await press(page, 'Alt', 'ArrowUp');
    await noted(page, "“It's quiet” is slide 2 of");
    expect(textOf(served)).toBe(deck);
    await press(page, 'Alt', 'ArrowUp');
    await noted(page, 'the first already');
    await focus(0);
    await press(page, 'Alt', 'ArrowDown');
    await noted(page, 'briefdeck adds this slide');
    expect(textOf(served)).toBe(deck);

    await focus(2);
    await page.keyboard.press('h');
    await page.waitForSelector('.dv-hidden');
    expect(await page.$eval('.dv-hidden', (row) => row.textContent)).toContain('Second headline');
    expect(await headlines(page)).not.toContain('Second headline');
    expect(textOf(served)).toContain('  - hidden: true\n    headline: Second headline\n');
    await page.reload();
    await page.waitForSelector('.dv-hidden button');
    await page.click('.dv-hidden button');
    await shows(page, 'Two words.');
    expect(textOf(served)).toBe(deck);
    await page.waitForFunction(() => !document.querySelector('.dv-hidden'));

    await page.keyboard.press('o');
    await page.evaluate(() => {
      const [, from, , to] = document.querySelectorAll('.dv-slot');
      const { right = 0, top = 0 } = to?.getBoundingClientRect() ?? {};
      const send = (target: Element | undefined, kind: string) =>
        target?.dispatchEvent(
          new DragEvent(kind, {
            bubbles: true,
            cancelable: true,
            dataTransfer: new DataTransfer(),
            clientX: right - 5,
            clientY: top + 5,
          }),
        );
      send(from, 'dragstart');
      send(to, 'dragover');
      send(to, 'drop');
      send(from, 'dragend');
    });
    await noted(page, "“It's quiet” is slide 4 of");
    expect((await headlines(page)).slice(1, 4)).toEqual(['Second headline', 'Third headline', "It's quiet"]);
  });
});
