import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeckBrowser } from '../../src/browser/browser.js';
import {
  browserIn,
  document,
  processesNaming,
  removeTemporaryFolders,
  size,
  temporaryFolder,
} from './probes.js';

let browser: DeckBrowser;
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  browser = browserIn(folder);
});
afterAll(async () => {
  await browser.close();
  await removeTemporaryFolders();
});

describe('an open deck', () => {
  it('prints one page a slide', async () => {
    const html = document(['<h1>One</h1>', '<h1>Two</h1>', '<h1>Three</h1>']);
    const pdf = await browser.withDeck({ html, size }, (deck) => deck.print());
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type \/Page\b/gu),
    ).toHaveLength(3);
  });

  it('gives what a script in the page measures, also when it is a promise', async () => {
    const html = document(['<h1>One</h1>', '<h1>Two</h1>']);
    const script = `(async () => [...document.querySelectorAll('section')].map((it) => it.getBoundingClientRect().top))()`;
    expect(await browser.withDeck({ html, size }, (deck) => deck.evaluate(script))).toEqual([0, 720]);
  });

  it('photographs the slide that is asked for, at the scale that is asked for', async () => {
    const html = document(['<h1>One</h1>', '<h1>One</h1>', '<h1>Other</h1>']);
    const pictures = await browser.withDeck({ html, size }, async (deck) => [
      Buffer.from(await deck.screenshot(0, 1)),
      Buffer.from(await deck.screenshot(1, 1)),
      Buffer.from(await deck.screenshot(2, 1)),
      Buffer.from(await deck.screenshot(2, 2)),
    ]);
    // Width and height stand at byte 16 of a PNG.
    expect(pictures.map((png) => [png.readUInt32BE(16), png.readUInt32BE(20)])).toEqual([
      [1280, 720],
      [1280, 720],
      [1280, 720],
      [2560, 1440],
    ]);
    const [first, second, third] = pictures.map((png) => createHash('sha256').update(png).digest('hex'));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('refuses a slide that is not there', async () => {
    const html = document(['<h1>One</h1>']);
    await expect(browser.withDeck({ html, size }, (deck) => deck.screenshot(1, 1))).rejects.toThrow(
      'no slide with index 1',
    );
  });

  it('runs no script of the deck', async () => {
    const html = document([
      '<h1>One</h1><script>document.title = "run"</script><img src="data:," onerror="document.title = \'run\'">',
    ]);
    expect(await browser.withDeck({ html, size }, (deck) => deck.evaluate('document.title'))).toBe(
      'Harbour talks',
    );
  });

  it('runs only the script that the policy of the deck names when the deck needs one', async () => {
    const script = 'document.body.dataset.named = "run"';
    const hash = createHash('sha256').update(script).digest('base64');
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">`;
    const html = document(
      [`<script>${script}</script><script>document.body.dataset.other = "run"</script>`],
      policy,
    );
    const seen = await browser.withDeck({ html, size, scripts: 'by-policy' }, (deck) =>
      deck.evaluate('({ ...document.body.dataset })'),
    );
    expect(seen).toEqual({ named: 'run' });
  });

  it('waits for the fonts and pictures of the deck', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>').toString(
      'base64',
    );
    const html = document([`<img src="data:image/svg+xml;base64,${svg}">`]);
    const script =
      '[document.fonts.status, ...[...document.images].map((image) => [image.complete, image.naturalWidth])]';
    expect(await browser.withDeck({ html, size }, (deck) => deck.evaluate(script))).toEqual([
      'loaded',
      [true, 40],
    ]);
  });

  it('fails with the message of the script, once, when a script in the page fails', async () => {
    let runs = 0;
    const failing = browser.withDeck({ html: document(['']), size }, (deck) => {
      runs += 1;
      return deck.evaluate('(() => { throw new Error("no such slide") })()');
    });
    await expect(failing).rejects.toThrow('no such slide');
    expect(runs).toBe(1);
  });

  it('sees no font of the machine', async () => {
    const script = `['serif', 'monospace'].map((family) => {
      const heading = document.querySelector('h1');
      heading.style.fontFamily = family;
      return heading.getBoundingClientRect().width;
    })`;
    const [serif, mono] = (await browser.withDeck(
      { html: document(['<h1 style="display:inline-block;font-size:32px">iiiiWWWW</h1>']), size },
      (deck) => deck.evaluate(script),
    )) as [number, number];
    expect(serif).toBe(mono);
  });
});

describe('the browser', () => {
  it('says which it is and why', async () => {
    const { source, version, executable, reason } = await browser.describe();
    expect(source).toBe('embedded');
    expect(version).toMatch(/^HeadlessChrome\/147\./u);
    expect(executable).toMatch(/chromium-147\.0\.0/u);
    expect(reason).not.toBe('');
  });

  it('leaves no file and no process', async () => {
    const own = await temporaryFolder();
    const other = browserIn(own);
    await other.withDeck({ html: document(['<h1>Canary</h1>']), size }, (deck) => deck.print());
    expect(processesNaming(own)).not.toEqual([]);
    await other.close();
    expect(await readdir(own)).toEqual([]);
    expect(processesNaming(own)).toEqual([]);
  });

  it('draws as many decks at once as it was told, each its own', async () => {
    const own = browserIn(folder, { concurrency: 4 });
    const titles = Array.from({ length: 9 }, (_, index) => `Deck ${index}`);
    let open = 0;
    let most = 0;
    const seen = await Promise.all(
      titles.map((title) =>
        own.withDeck({ html: document([`<h1>${title}</h1>`]), size }, async (deck) => {
          open += 1;
          most = Math.max(most, open);
          const text = await deck.evaluate('document.querySelector("h1").textContent');
          await deck.print();
          await deck.screenshot(0, 1);
          open -= 1;
          return text;
        }),
      ),
    );
    await own.close();
    expect(seen).toEqual(titles);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });
});
