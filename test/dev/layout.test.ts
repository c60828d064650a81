import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { processesNaming } from '../browser/probes.js';
import { makeFolder } from '../cli/command.js';
import { closeWindows, openBrowser } from '../player/windows.js';
import { openPreview, outlineOf, serve, shows } from './preview.js';

openBrowser();
afterEach(closeWindows);

/** More than a slide can hold, in a raw slide, which nothing fits into its box. */
const overfull = `${outlineOf()}  - kind: markdown\n    headline: Overfull\n    markdown: |\n${'      Far too much text.\n\n'.repeat(60)}`;

async function listed(page: Page, code: string, timeout = 40_000): Promise<string> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.dv-list')?.textContent?.includes(wanted),
    { timeout },
    code,
  );
  return page.$eval('.dv-list', (list) => list.textContent ?? '');
}

describe('the layout of a deck that is previewed', () => {
  it('is checked in the background, listed and marked; a browser that is killed is replaced', async () => {
    const temporary = makeFolder();
    const served = await serve({ 'deck.yaml': overfull }, ['deck.yaml'], { TMPDIR: temporary });
    const page = await openPreview(served);
    expect(await listed(page, 'FIT-1')).toContain('slide 10');
    await page.click('.dv-list .dv-error .dv-finding');
    expect(await page.$eval(':focus', (element) => element.textContent)).toContain('Overfull');
    served.write('deck.yaml', outlineOf());
    await page.waitForFunction(() => !document.querySelector('.dv-list')?.textContent?.includes('FIT-1'));
    for (const pid of processesNaming(temporary)) process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(processesNaming(temporary)).toEqual([]), { timeout: 10_000 });
    served.write('deck.yaml', overfull.replaceAll('Far too much', 'Still too much'));
    await shows(page, 'Still too much');
    await listed(page, 'FIT-1');
  });

  it('is left where no browser can be used, which is said once, and everything else works', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() }, ['deck.yaml', '--browser', '/no/such/browser']);
    const page = await openPreview(served);
    await listed(page, 'The layout is not checked');
    served.write('deck.yaml', outlineOf('Without a browser'));
    await shows(page, 'Without a browser');
    await listed(page, 'The layout is not checked');
    expect(served.said().match(/Layout is not checked/gu)).toHaveLength(1);
  });
});

describe('the outputs of a deck that is previewed', () => {
  it('are written when the button is pressed', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const page = await openPreview(served);
    expect(existsSync(join(served.cwd, 'output'))).toBe(false);
    await page.click('.dv-make');
    await page.waitForFunction(() => document.querySelector('.dv-status')?.textContent?.includes('Written'), {
      timeout: 40_000,
    });
    expect(readdirSync(join(served.cwd, 'output'))).toEqual(['deck.html', 'deck.pdf', 'deck.pptx']);
  });

  it('are written after every edit where --to asks for it; a folder that cannot be written is a finding', async () => {
    const served = await serve({ 'deck.yaml': outlineOf(), blocked: '' }, [
      'deck.yaml',
      '--to',
      'html',
      '--out',
      'o',
    ]);
    const page = await openPreview(served);
    const written = () => readdirSync(join(served.cwd, 'o'));
    await vi.waitFor(() => expect(written()).toEqual(['deck.html']), { timeout: 40_000, interval: 50 });
    served.write('deck.yaml', outlineOf('Written anew'));
    const { readFileSync, rmSync, writeFileSync } = await import('node:fs');
    await vi.waitFor(
      () => expect(readFileSync(join(served.cwd, 'o/deck.html'), 'utf8')).toContain('Written anew'),
      { timeout: 40_000, interval: 50 },
    );
    rmSync(join(served.cwd, 'o'), { recursive: true });
    writeFileSync(join(served.cwd, 'o'), 'in the way');
    served.write('deck.yaml', outlineOf('Not written'));
    expect(await listed(page, 'FILE-1')).toContain('could not be written');
    await shows(page, 'Not written');
  });
});
