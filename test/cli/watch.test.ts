import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { processesNaming } from '../browser/probes.js';
import { makeFolder, outline, stackLine, start } from './command.js';

let running: ReturnType<typeof start> | null = null;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
});

const patience = { timeout: 50_000, interval: 20 };

/** Starts a watch and waits until it waits; `lines` gives what it said since. */
async function watch(cwd: string, words: readonly string[], env = {}) {
  let said = '';
  const { child, ended } = start(['build', ...words, '--watch'], cwd, env);
  running = { child, ended };
  child.stderr.on('data', (data) => {
    said += data;
  });
  const until = (pattern: RegExp) =>
    vi.waitFor(() => {
      expect(said).toMatch(pattern);
      const found = said;
      said = '';
      return found;
    }, patience);
  await until(/watching; Ctrl-C ends\n/u);
  return { child, ended, until };
}

function put(cwd: string, name: string, text: string): void {
  writeFileSync(join(cwd, name), text);
}

/** As most editors save: beside the file, then in its place. */
function save(cwd: string, name: string, text: string): void {
  put(cwd, `${name}~`, text);
  renameSync(join(cwd, `${name}~`), join(cwd, name));
}

const html = (cwd: string, name = 'a') => readFileSync(join(cwd, `output/${name}.html`), 'utf8');

describe('build --watch', () => {
  it('makes a deck again when it is saved, and no other', async () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'b.yaml': outline });
    const { until } = await watch(cwd, ['a.yaml', 'b.yaml', '--to', 'html']);
    const other = statSync(join(cwd, 'output/b.html')).ino;
    for (const word of ['first', 'second']) {
      save(cwd, 'a.yaml', outline.replace('[p]', `[${word}]`));
      const said = await until(/slides to html in/u);
      expect(said).toMatch(
        /^\d\d:\d\d:\d\d {2}saved: a\.yaml\n\d\d:\d\d:\d\d {2}a\.yaml {2}2 slides to html in \d+ ms\n$/u,
      );
      expect(html(cwd)).toContain(word);
    }
    expect(statSync(join(cwd, 'output/b.html')).ino).toBe(other);
  });

  it('shows what is wrong with a broken outline, keeps the last outputs and goes on', async () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const { until } = await watch(cwd, ['a.yaml', '--to', 'html']);
    const before = html(cwd);
    put(cwd, 'a.yaml', outline.replace('headline', 'headlin'));
    expect(await until(/nothing written; what was there before stays/u)).toContain('a.yaml:3:11');
    expect(html(cwd)).toBe(before);
    put(cwd, 'a.yaml', outline.replace('[p]', '[mended]'));
    await until(/slides to html in/u);
    expect(html(cwd)).toContain('mended');
  });

  it('sees templates and outlines that come into being, and pictures that were missing', async () => {
    const cwd = makeFolder();
    mkdirSync(join(cwd, 'data'));
    put(cwd, 'data/a.yaml', outline);
    const { until } = await watch(cwd, ['--to', 'html']);
    mkdirSync(join(cwd, 'templates/slides'), { recursive: true });
    put(cwd, 'templates/slides/points.hbs', '# {{headline}}\n\nfrom a template\n');
    await until(/saved: templates\/slides/u);
    await vi.waitFor(() => expect(html(cwd)).toContain('from a template'), patience);
    const slide = '{kind: image, headline: P, file: dot.svg, alt: A}';
    put(cwd, 'data/new.yaml', `title: N\nlanguage: en\nslides: [${slide}]\n`);
    await until(/ASSET-1[\s\S]*data\/new\.yaml {2}nothing written/u);
    put(cwd, 'data/dot.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
    await until(/saved: .*dot\.svg\n.*data\/new\.yaml {2}\d slides to html/u);
    expect(existsSync(join(cwd, 'output/new.html'))).toBe(true);
  });

  it('draws in one browser all along, and ends with 130 by Ctrl-C leaving no process', async () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const temporary = makeFolder();
    const { child, ended, until } = await watch(cwd, ['a.yaml', '--to', 'pdf,pptx'], { TMPDIR: temporary });
    const browser = processesNaming(temporary);
    expect(browser.length).toBeGreaterThan(0);
    save(cwd, 'a.yaml', outline.replace('[p]', '[again]'));
    await until(/slides to pdf, pptx in/u);
    expect(processesNaming(temporary)).toEqual(expect.arrayContaining([browser[0]]));
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).not.toMatch(stackLine);
    await vi.waitFor(() => expect(processesNaming(temporary)).toEqual([]), patience);
  });
});
