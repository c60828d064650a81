import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { browserIn, removeTemporaryFolders, temporaryFolder } from '../browser/probes.js';
import { run } from '../cli/command.js';

/** A deck with all that presenting knows: parts, minutes, ids, links, and notes that try to get out. */
export const outline = `title: Harbour talks
language: en
minutes: 20
slides:
  - kind: agenda
    items: [{text: Where we are, slide: part-1, minutes: 5}, {text: What to do, slide: part-2, minutes: 15}]
  - {kind: section, id: part-1, headline: Where we are}
  - id: strike
    headline: The strike will probably end this week
    points: ["Both sides meet on Thursday, see [the offer](#offer).", The union cut its demand to 4 %.]
    notes: |-
      Say it slowly.

      Evil --> and </script><script>document.title = 'run'</script> & <!-- more
  - {headline: The café reopens, points: [Crème brûlée is back on the menu.], notes: Only the third note.}
  - {kind: section, id: part-2, headline: What to do}
  - {id: offer, headline: The offer stands until Friday, points: [Four per cent over two years.]}
`;

/** Slides of the deck: the title is added. */
export const slideCount = 7;

/** A Marp deck whose points come one after the other. */
export const fragments = '# One\n\n* first\n* second\n\n---\n\n# Two\n\n- all at once\n';

let browser: Browser;
const folders: string[] = [];
const pages: Page[] = [];

/** Starts a browser that shows windows as people have them, for the tests of a file. */
export function openBrowser(): void {
  beforeAll(async () => {
    const finder = browserIn(await temporaryFolder());
    const { executable, sandboxed } = await finder.describe();
    await finder.close();
    const args = sandboxed ? [] : ['--no-sandbox'];
    browser = await puppeteer.launch({ executablePath: executable, headless: 'shell', args });
  });
  afterAll(async () => {
    await browser.close();
    await removeTemporaryFolders();
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  });
}

/** Builds a deck as the command does, at a path of the caller's, and gives the address of its HTML. */
export function buildHtml(source: string, name = 'deck.yaml', words: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefdeck-player-'));
  folders.push(folder);
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), source);
  const out = dirname(join(folder, name));
  const { code, err } = run(['build', name, '--to', 'html', '--out', out, ...words], folder);
  if (code !== 0) throw new Error(err);
  return pathToFileURL(join(folder, name.replace(/\.(?:yaml|md)$/u, '.html'))).href;
}

/** Opens an address in a window of its own; what its scripts throw fails the test that asks for `faults`. */
export async function openWindow(address: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await prepare?.(page);
  watch(page);
  await page.goto(address);
  return page;
}

/** What the scripts of all windows have thrown. */
export const faults: string[] = [];

function watch(page: Page): void {
  pages.push(page);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
}

/** Closes every window that is open. */
export async function closeWindows(): Promise<void> {
  for (const page of pages.splice(0)) await page.close().catch(() => {});
}

/** The window that an action opens. */
export async function opened(action: () => Promise<unknown>): Promise<Page> {
  const [target] = await Promise.all([
    new Promise<Awaited<ReturnType<typeof browser.waitForTarget>>>((resolve) => {
      browser.once('targetcreated', resolve);
    }),
    action(),
  ]);
  const page = await target.page();
  if (!page) throw new Error('no window was opened');
  watch(page);
  await page.waitForSelector('body[data-player]');
  return page;
}

/** Presses keys one after the other. */
export async function press(
  page: Page,
  ...keys: readonly Parameters<Page['keyboard']['press']>[0][]
): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The headings that can be seen now on the slides themselves. */
export function shown(page: Page): Promise<readonly string[]> {
  return page.$$eval('body > main > div.marpit > svg', (slides) =>
    slides
      .filter((slide) => slide.checkVisibility())
      .map((slide) => slide.querySelector('h1')?.textContent?.trim() ?? ''),
  );
}

/** The part of the address after `#`. */
export function place(page: Page): string {
  return new URL(page.url()).hash;
}

/** Waits until a question has this answer; fails with the last answer where it never has. */
export async function becomes<T>(ask: () => Promise<T> | T, wanted: T): Promise<void> {
  const key = JSON.stringify(wanted);
  let last: T | undefined;
  for (let round = 0; round < 200; round += 1) {
    last = await ask();
    if (JSON.stringify(last) === key) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`expected ${key}, is ${JSON.stringify(last)}`);
}
