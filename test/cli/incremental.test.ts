import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, outline, root, run, start } from './command.js';

const kept = { BRIEFDECK_CACHE: 'kept' };
const unchanged = /nothing changed/u;

const build = (cwd: string, ...words: string[]) => run(['build', ...words], cwd, kept);
const html = (cwd: string, ...words: string[]) => build(cwd, 'a.yaml', '--to', 'html', ...words);

/** What tells whether a file was touched. */
function prints(cwd: string): readonly string[] {
  return readdirSync(join(cwd, 'output')).map((name) => {
    const { ino, mtimeNs, ctimeNs } = statSync(join(cwd, 'output', name), { bigint: true });
    return `${name} ${ino} ${mtimeNs} ${ctimeNs}`;
  });
}

function put(cwd: string, name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), content);
}

const entries = (cwd: string) => readdirSync(join(cwd, 'kept')).map((name) => join(cwd, 'kept', name));

describe('a build with nothing changed', () => {
  it('touches no file, starts no browser and says so', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const words = ['a.yaml', '--to', 'html,pdf,pptx,png', '--seal'];
    expect(build(cwd, ...words).err).not.toMatch(unchanged);
    const before = prints(cwd);
    expect(before).toHaveLength(6);
    // Where no temporary folder can be made, no browser could start.
    const env = { ...kept, TMPDIR: join(cwd, 'none') };
    expect(run(['build', ...words], cwd, env)).toEqual({
      code: 0,
      out: '',
      err: [
        'a.yaml: A, 2 slides',
        '  nothing changed: output/a.html, output/a.pdf, output/a.pptx, output/a.manifest.json, output/a-01.png … a-02.png',
        '',
        '1 deck, 1 unchanged',
        '',
      ].join('\n'),
    });
    expect(prints(cwd)).toEqual(before);
  });

  it('tells the same findings with their source lines, and ends with the same code', () => {
    const cwd = makeFolder({ 'a.yaml': outline.replace('[p]', '[བོད]') });
    const [first, second] = [html(cwd, '--strict'), html(cwd, '--strict')];
    expect(first.code).toBe(1);
    expect(second.code).toBe(1);
    expect(second.err).toMatch(unchanged);
    const findings = (err: string) => err.slice(0, err.indexOf('a.yaml: A'));
    expect(findings(first.err)).toContain('warning FONT-1');
    expect(findings(first.err)).toContain('བོད');
    expect(findings(second.err)).toBe(findings(first.err));
  });

  it('says so in --json, with the same outputs and counts', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const [first, second] = [1, 2].map(
      () => JSON.parse(build(cwd, 'a.yaml', '--to', 'html,pdf', '--json').out).decks[0],
    );
    expect(first.unchanged).toBe(undefined);
    expect(second).toEqual({
      ...first,
      unchanged: true,
      outputs: first.outputs.map((output: object) => ({ ...output, ms: 0 })),
    });
  });

  it('makes the other decks of the run', () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'b.yaml': outline });
    build(cwd, 'a.yaml', 'b.yaml', '--to', 'html');
    put(cwd, 'b.yaml', outline.replace('[p]', '[q]'));
    const { err } = build(cwd, 'a.yaml', 'b.yaml', '--to', 'html');
    expect(err).toMatch(/nothing changed: output\/a\.html\n.*\n.*output\/b\.html/u);
    expect(err).toContain('2 decks, 1 unchanged, 1 file');
  });

  it('does not write over outputs that came out the same after a change that does not show', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    html(cwd);
    const before = prints(cwd);
    put(cwd, 'a.yaml', `# a comment\n${outline}`);
    expect(html(cwd).err).toMatch(/output\/a\.html {2}\d+ kB {2}as it was/u);
    expect(prints(cwd)).toEqual(before);
  });
});

function damage(cwd: string, change: (bytes: Buffer) => Uint8Array): void {
  for (const path of entries(cwd)) writeFileSync(path, change(readFileSync(path)));
}

describe('a build makes anew', () => {
  const dot = (byte: number) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><!--${byte}--></svg>`);
  const brief = `${outline.replace('slides: [', 'slides: [{kind: image, headline: P, file: dot.svg, alt: A}, ')}`;

  let cwd = '';
  beforeAll(() => {
    cwd = makeFolder({ 'a.yaml': brief, 'dot.svg': dot(1) });
    expect(html(cwd).code).toBe(0);
    expect(html(cwd).err).toMatch(unchanged);
  });

  it.each([
    ['the outline', (cwd: string) => put(cwd, 'a.yaml', brief.replace('[p]', '[q]'))],
    ['a picture', (cwd: string) => put(cwd, 'dot.svg', dot(2))],
    [
      'a template that came into being',
      (cwd: string) =>
        cpSync(join(root, 'templates/slides/points.hbs'), join(cwd, 'templates/slides/points.hbs'), {
          recursive: true,
        }),
    ],
    [
      'a theme that came into being',
      (cwd: string) => put(cwd, 'templates/themes/briefing.css', '/* @theme briefing */ section {}'),
    ],
    [
      'a drawing that came into being',
      (cwd: string) => put(cwd, 'templates/themes/parts/points.css', 'section { color: red }'),
    ],
    [
      'a package of fonts beside it',
      (cwd: string) => put(cwd, 'node_modules/@fontsource/noto-sans-jp/package.json', '{"name":"x"}'),
    ],
    ['an output that is gone', (cwd: string) => rmSync(join(cwd, 'output/a.html'))],
    ['an output that was edited', (cwd: string) => put(cwd, 'output/a.html', 'edited')],
    ['a cut cache', (cwd: string) => damage(cwd, (bytes) => bytes.subarray(0, 90))],
    [
      'a cache with one byte changed',
      (cwd: string) => damage(cwd, (bytes) => bytes.fill(bytes.readUInt8(100) ^ 1, 100, 101)),
    ],
    ['an empty cache', (cwd: string) => damage(cwd, () => Buffer.alloc(0))],
    ['a cache that was deleted', (cwd: string) => rmSync(join(cwd, 'kept'), { recursive: true })],
  ])('%s', (_, change) => {
    change(cwd);
    const again = html(cwd);
    expect(again.code).toBe(0);
    expect(again.err).not.toMatch(unchanged);
    expect(readFileSync(join(cwd, 'output/a.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/u);
  });

  it('once, and not again', () => expect(html(cwd).err).toMatch(unchanged));

  it.each(['--no-notes', '--seal', '--no-cache'])('with %s', (word) => {
    expect(html(cwd, word).err).not.toMatch(unchanged);
  });

  it('under another date of the environment', () => {
    const env = { ...kept, SOURCE_DATE_EPOCH: '1764547200' };
    expect(run(['build', 'a.yaml', '--to', 'html'], cwd, env).err).not.toMatch(unchanged);
  });

  it('what had errors, once they are gone', () => {
    const cwd = makeFolder({ 'a.yaml': outline.replace('headline', 'headlin') });
    for (let time = 1; time <= 2; time += 1) expect(html(cwd)).toMatchObject({ code: 1 });
    put(cwd, 'a.yaml', outline);
    expect(html(cwd)).toMatchObject({ code: 0, err: expect.stringContaining('output/a.html') });
  });
});

describe('the cache', () => {
  it('holds no text of the brief that can be read', () => {
    const cwd = makeFolder({
      'a.yaml': outline.replace('title: A', 'title: Harbour').replace('[p]', '[བོད]'),
    });
    expect(html(cwd).err).toContain('FONT-1');
    expect(entries(cwd)).toHaveLength(1);
    for (const path of entries(cwd))
      for (const word of ['Harbour', 'FONT', 'བོད', 'yaml', cwd])
        expect(readFileSync(path).includes(word)).toBe(false);
  });

  it('never gives one brief what belongs to another', () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'b.yaml': outline.replace('title: A', 'title: B') });
    html(cwd);
    const [own] = entries(cwd);
    build(cwd, 'b.yaml', '--to', 'html');
    const other = entries(cwd).find((path) => path !== own);
    renameSync(own ?? '', other ?? '');
    const { err } = build(cwd, 'b.yaml', '--to', 'html');
    expect(err).not.toMatch(unchanged);
    expect(err).toContain('b.yaml: B');
  });

  it('lies in the packages’ folder of the project where there is one, and nowhere with `off`', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    mkdirSync(join(cwd, 'node_modules'));
    const words = ['build', 'a.yaml', '--to', 'html'];
    run(words, cwd);
    expect(readdirSync(join(cwd, 'node_modules'))).toEqual([]);
    run(words, cwd, { BRIEFDECK_CACHE: '' });
    expect(readdirSync(join(cwd, 'node_modules/.cache/briefdeck'))).toHaveLength(1);
    expect(run(words, cwd, { BRIEFDECK_CACHE: '' }).err).toMatch(unchanged);
  });

  it('serves two processes that build at once', async () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const words = ['build', 'a.yaml', '--to', 'html,md'];
    const ends = await Promise.all([1, 2, 3].map(() => start(words, cwd, kept).ended));
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(run(words, cwd, kept).err).toMatch(unchanged);
    expect(entries(cwd).every((path) => /[\da-f]{64}\.deck$/u.test(path))).toBe(true);
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a.html', 'a.md']);
  });

  it('can be named by an option, which must fit', () => {
    const cwd = makeFolder({ 'a.yaml': outline, file: '' });
    expect(html(cwd, '--cache', 'own').code).toBe(0);
    expect(existsSync(join(cwd, 'own'))).toBe(true);
    expect(existsSync(join(cwd, 'kept'))).toBe(false);
    expect(html(cwd, '--cache', 'own', '--no-cache').code).toBe(2);
    expect(html(cwd, '--cache', 'file')).toMatchObject({
      code: 2,
      err: expect.stringContaining('The cache file is no folder'),
    });
  });
});
