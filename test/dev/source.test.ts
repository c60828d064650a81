import { chmodSync, existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { editorWords } from '../../src/dev/editors.js';
import { makeFolder } from '../cli/command.js';
import { closeWindows, openBrowser } from '../player/windows.js';
import { openPreview, outlineOf, serve } from './preview.js';

openBrowser();
afterEach(closeWindows);

/** A program that writes down what it was started with, one word a line. */
function fakeEditor(name: string): { readonly path: string; readonly words: () => readonly string[] } {
  const folder = makeFolder();
  const [path, log] = [join(folder, name), join(folder, 'log')];
  writeFileSync(
    path,
    `#!/bin/sh\nfor word in "$@"; do echo "$word"; done > '${log}.part'\nmv '${log}.part' '${log}'\n`,
  );
  chmodSync(path, 0o755);
  return { path, words: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

async function altClick(page: Page, selector: string): Promise<string> {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
  await page.keyboard.down('Alt');
  await page.click(selector);
  await page.keyboard.up('Alt');
  await page.waitForSelector('.dv-note:not([hidden])');
  return page.$eval('.dv-note', (note) => note.textContent ?? '');
}

describe('a click to the source', () => {
  it('opens the line of a text in the editor, without a shell, and shows the place', async () => {
    const editor = fakeEditor('code');
    const name = 'deck $(touch evil) & "x".yaml';
    const served = await serve({ [name]: outlineOf() }, [name, '--editor', `${editor.path} --wait`]);
    const page = await openPreview(served);
    const note = await altClick(page, '[data-src="/slides/1/points/0"]');
    await vi.waitFor(() => expect(editor.words()).not.toEqual([]), { timeout: 10_000 });
    const path = join(realpathSync(served.cwd), name);
    expect(editor.words()).toEqual(['--wait', '-g', `${path}:7:14`]);
    expect(existsSync(join(served.cwd, 'evil'))).toBe(false);
    expect(note).toContain(`${name}:7:14`);
    expect(note).toContain('points: [First point of 2., Second point of 2.]');
  });

  it('shows the place where no editor can be opened from here', async () => {
    const vim = fakeEditor('vim');
    const served = await serve({ 'deck.yaml': outlineOf() }, ['deck.yaml'], { EDITOR: vim.path });
    const page = await openPreview(served);
    const note = await altClick(page, '[data-src="/slides/0/headline"]');
    expect(note).toContain('deck.yaml:4:15');
    expect(note).toContain('headline: Headline number 1');
    expect(note).toContain('runs in a terminal');
    expect(vim.words()).toEqual([]);
  });

  it('says that a named editor is not there', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() }, ['deck.yaml', '--editor', 'no-such-editor']);
    const note = await altClick(await openPreview(served), '[data-src="/title"]');
    expect(note).toContain('--editor names "no-such-editor", which is not there.');
  });

  it('opens the place of a finding from the list', async () => {
    const editor = fakeEditor('subl');
    const deck = outlineOf().replace('language: en\n', '');
    const served = await serve({ 'deck.yaml': deck }, ['deck.yaml'], { BRIEFDECK_EDITOR: editor.path });
    const page = await openPreview(served);
    const place = await page.waitForSelector('.dv-list .dv-place ::-p-text(deck.yaml:1:1)');
    await place?.click();
    await vi.waitFor(() => expect(editor.words()).not.toEqual([]), { timeout: 10_000 });
    expect(editor.words()).toEqual([`${join(realpathSync(served.cwd), 'deck.yaml')}:1:1`]);
  });
});

describe('the words that an editor is started with', () => {
  const place = { path: '/a b/x.yaml', line: 41, column: 9 };

  it.each([
    ['code', ['-g', '/a b/x.yaml:41:9']],
    ['/usr/bin/codium', ['-g', '/a b/x.yaml:41:9']],
    ['C:\\Tools\\notepad++.exe', ['-n41', '-c9', '/a b/x.yaml']],
    ['subl', ['/a b/x.yaml:41:9']],
    ['emacsclient', ['-n', '+41:9', '/a b/x.yaml']],
    ['idea', ['--line', '41', '--column', '9', '/a b/x.yaml']],
    ['kate', ['-l', '41', '-c', '9', '/a b/x.yaml']],
  ])('%s is told the line in its way', (program, words) => {
    expect(editorWords(program, place)).toEqual({ kind: 'line', words });
  });

  it('are the file alone for an editor that is not known', () => {
    expect(editorWords('my-editor', place)).toEqual({ kind: 'file', words: ['/a b/x.yaml'] });
  });

  it.each(['vi', 'vim', 'nvim', 'nano', 'hx'])('%s needs a terminal', (program) => {
    expect(editorWords(program, place)).toEqual({ kind: 'terminal' });
  });
});
