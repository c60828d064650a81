import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { hashOf, makeFolder, outline, root, run } from './command.js';

const formats = ['html', 'pdf', 'pptx', 'md', 'png'];

describe('build', () => {
  it('makes every outline of data/ and gives a PDF with one page a slide', async () => {
    const cwd = makeFolder();
    cpSync(join(root, 'data'), join(cwd, 'data'), { recursive: true });
    const { code, out } = run(['build', '--json', '--to', 'html,pdf,md'], cwd);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.version).toBe(1);
    expect(report.ok).toBe(true);
    for (const deck of report.decks) {
      const pdf = deck.outputs.find(({ format }: { format: string }) => format === 'pdf');
      const document = await PDFDocument.load(readFileSync(join(cwd, pdf.path)));
      expect(document.getPageCount()).toBe(deck.slides);
      expect(document.getTitle()).toBe(deck.title);
      for (const output of deck.outputs) expect(hashOf(join(cwd, output.path))).toBe(output.sha256);
    }
    expect(readdirSync(join(cwd, 'output')).some((name) => name.endsWith('.tmp'))).toBe(false);
  });

  it('gives the same bytes from another folder, time zone and locale', () => {
    const [one, two] = [makeFolder(), makeFolder()];
    const outline = readFileSync(join(root, 'data/russia-north-korea.yaml'));
    for (const [cwd, env] of [
      [one, { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8' }],
      [two, { TZ: 'America/Lima', LANG: 'C' }],
    ] as const) {
      writeFileSync(join(cwd, 'brief.yaml'), outline);
      expect(run(['build', 'brief.yaml', '--to', formats.join(','), '--scale', '1'], cwd, env).code).toBe(0);
    }
    const hashes = (cwd: string) =>
      readdirSync(join(cwd, 'output')).map((name) => [name, hashOf(join(cwd, 'output', name))]);
    expect(hashes(one).length).toBeGreaterThan(15);
    expect(hashes(two)).toEqual(hashes(one));
  });

  it('writes nothing and leaves the previous edition alone when the brief has errors', () => {
    const cwd = makeFolder();
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, 'output/bad.html'), 'previous');
    writeFileSync(
      join(cwd, 'bad.yaml'),
      'title: A\nlanguage: en\nslides:\n  - headlin: x\n    points: [a]\n',
    );
    const { code, err } = run(['build', 'bad.yaml', '--to', 'html,pdf'], cwd);
    expect(code).toBe(1);
    expect(err).toContain('bad.yaml:4:5');
    expect(err).toContain('Did you mean `headline`?');
    expect(readFileSync(join(cwd, 'output/bad.html'), 'utf8')).toBe('previous');
    expect(existsSync(join(cwd, 'output/bad.pdf'))).toBe(false);
  });

  it('refuses pictures that are missing, outside the folder or on a network', () => {
    const cwd = makeFolder();
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'secret.png'), Buffer.from('iVBORw0KGgo=', 'base64'));
    for (const [file, code] of [
      ['none.png', 'ASSET-1'],
      ['../secret.png', 'ASSET-2'],
      ['https://example.org/a.png', 'ASSET-3'],
    ]) {
      const slide = `  - {kind: image, headline: A picture, file: "${file}", alt: A}`;
      writeFileSync(join(cwd, 'in/x.yaml'), `title: A\nlanguage: en\nslides:\n${slide}\n`);
      const result = run(['build', 'in/x.yaml', '--to', 'html'], cwd);
      expect(result.code).toBe(1);
      expect(result.err).toContain(String(code));
      expect(result.err).toContain('in/x.yaml:4:');
    }
    expect(existsSync(join(cwd, 'output'))).toBe(false);
  });

  it('runs no configuration that lies in the working folder', () => {
    const cwd = makeFolder();
    for (const name of ['.puppeteerrc.cjs', 'marp.config.js', '.marprc', '.marprc.js']) {
      writeFileSync(
        join(cwd, name),
        `require('node:fs').writeFileSync(${JSON.stringify(join(cwd, 'ran'))}, '')`,
      );
    }
    writeFileSync(join(cwd, 'a.yaml'), 'title: A\nlanguage: en\nslides: [{headline: H, points: [p]}]\n');
    expect(run(['build', 'a.yaml', '--to', 'html,pdf'], cwd).code).toBe(0);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });

  it('makes the other decks when one of several cannot be read, and says which', () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'b.yaml': outline });
    const { code, out } = run(['build', 'a.yaml', 'none.yaml', 'b.yaml', '--to', 'html', '--json'], cwd);
    expect(code).toBe(4);
    const { ok, decks } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(decks.map(({ input }: { input: string }) => input)).toEqual(['a.yaml', 'none.yaml', 'b.yaml']);
    expect(decks[1]).toMatchObject({
      title: null,
      outputs: [],
      diagnostics: [{ code: 'FILE-1', severity: 'error', file: 'none.yaml', line: null }],
    });
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a.html', 'b.html']);
  });

  it('writes a deck with warnings, and fails with --strict alone', () => {
    const cwd = makeFolder({ 'a.yaml': 'title: A\nlanguage: en\nslides: [{headline: H, points: [བོད]}]\n' });
    const { code, err } = run(['build', 'a.yaml', '--to', 'html'], cwd);
    expect(err).toContain('warning FONT-1');
    expect(code).toBe(0);
    expect(run(['build', 'a.yaml', '--to', 'html', '--strict'], cwd).code).toBe(1);
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a.html']);
  });

  it('prints nothing but the document on standard output with --json, and nothing to people', () => {
    const cwd = makeFolder({ 'a.yaml': 'title: A\nslides: [{headline: H, points: [p]}]\n' });
    const { code, out, err } = run(['build', 'a.yaml', '--to', 'html', '--json'], cwd);
    expect(code).toBe(0);
    expect(err).toBe('');
    const [deck] = JSON.parse(out).decks;
    expect(Object.keys(deck)).toEqual(['input', 'title', 'slides', 'outputs', 'diagnostics', 'ignored']);
    expect(Object.keys(deck.outputs[0])).toEqual(['format', 'path', 'bytes', 'sha256', 'ms']);
    expect(deck.outputs[0].path).toBe('output/a.html');
    expect(deck.diagnostics[0]).toMatchObject({ code: 'LANG-1', severity: 'info', file: 'a.yaml', line: 1 });
  });

  it('tells people the title, the slides and the files, and with --quiet nothing where all is well', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const { out, err } = run(['build', 'a.yaml', '--to', 'html'], cwd);
    expect(out).toBe('');
    expect(err).toMatch(
      /^a\.yaml: A, 2 slides\n {2}output\/a\.html {2}\d+ kB {2}\d+ ms\n\n1 deck, 1 file\n$/u,
    );
    expect(run(['build', 'a.yaml', '--to', 'html', '--quiet'], cwd)).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('check', () => {
  it('finds what build would find and writes nothing', () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'bad.yaml': 'title: A\nslides: [{headlin: H}]\n' });
    expect(run(['check', 'a.yaml', '--quiet'], cwd)).toEqual({ code: 0, out: '', err: '' });
    const { code, err } = run(['check', 'bad.yaml'], cwd);
    expect(code).toBe(1);
    expect(err).toContain('Did you mean `headline`?');
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'bad.yaml']);
  });
});

describe('init', () => {
  it('writes an outline that builds without warnings, and never over a file', () => {
    const cwd = makeFolder();
    expect(run(['init', 'brief'], cwd).code).toBe(0);
    expect(run(['build', 'brief.yaml', '--strict', '--quiet'], cwd)).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(join(cwd, 'output'))).toEqual(['brief.html', 'brief.pdf', 'brief.pptx']);
    expect(run(['init', 'brief'], cwd).code).toBe(2);
  });
});

describe('schema', () => {
  it('prints what is committed as data/brief.schema.json', () => {
    expect(run(['schema'], root).out).toBe(readFileSync(join(root, 'data/brief.schema.json'), 'utf8'));
  });
});
