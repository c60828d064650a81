import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, vi } from 'vitest';
import { makeFolder, start } from '../cli/command.js';
import { openWindow } from '../player/windows.js';

/** An outline of some slides; the texts of the third can be told apart from all others. */
export function outlineOf(third = 'The strike will probably end', count = 8): string {
  const slides = Array.from({ length: count }, (_, index) => {
    const headline = index === 1 ? third : `Headline number ${index + 1}`;
    return `  - headline: ${headline}\n    points: [First point of ${index + 1}., Second point of ${index + 1}.]\n`;
  });
  return `title: Harbour talks\nlanguage: en\nslides:\n${slides.join('')}`;
}

/** A preview as a process of its own. */
export interface Served {
  readonly cwd: string;
  readonly url: string;
  readonly child: ReturnType<typeof start>['child'];
  readonly ended: ReturnType<typeof start>['ended'];
  /** What it has said to people until now. */
  readonly said: () => string;
  /** Writes a file of its folder, as a simple editor does. */
  readonly write: (name: string, text: string) => void;
}

const running: Served[] = [];

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});

/** Serves a folder with these files; `line` is what follows `dev`. */
export async function serve(
  files: Readonly<Record<string, string>>,
  line: readonly string[] = ['deck.yaml'],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const cwd = makeFolder();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const { child, ended } = start(['dev', ...line], cwd, { EDITOR: '', VISUAL: '', ...env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const url = await vi.waitFor(
    () => {
      const found = /^http:\S+$/mu.exec(out)?.[0];
      if (!found) throw new Error(`no address was printed: ${err}`);
      return found;
    },
    { timeout: 40_000, interval: 20 },
  );
  const served = { cwd, url, child, ended, said: () => err, write };
  running.push(served);
  return served;
}

/** Opens the page of a preview, and waits until it shows a slide. */
export async function openPreview({ url }: Served): Promise<Page> {
  const page = await openWindow(url);
  await page.waitForSelector('.dv-slot svg h1');
  return page;
}

/** The headlines on the page, in order. */
export function headlines(page: Page): Promise<readonly string[]> {
  return page.$$eval('.dv-slot h1', (all) => all.map((each) => each.textContent?.trim() ?? ''));
}

/** Waits until a text stands on a slide. */
export async function shows(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.dv-slides')?.textContent?.includes(wanted),
    { timeout: 30_000 },
    text,
  );
}
