import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf, makeFolder, outline, run } from './command.js';

/** An outline with so many slides behind its title. */
function outlineOf(slides: number): string {
  const rows = Array.from({ length: slides }, (_, index) => `  - {headline: H${index}, points: [p]}\n`);
  return `title: A\nlanguage: en\nslides:\n${rows.join('')}`;
}

const small = ['build', 'a.yaml', '--to', 'png', '--scale', '1'];

/** Width and height stand at byte 16 of a PNG. */
function sizeOf(path: string): readonly number[] {
  const png = readFileSync(path);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('--to png', () => {
  it('makes one picture a slide, twice as large as the slide, and reports each', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const { code, out } = run(['build', 'a.yaml', '--to', 'png,html', '--json'], cwd);
    expect(code).toBe(0);
    const [deck] = JSON.parse(out).decks;
    expect(deck.outputs.map(({ format, path }: { format: string; path: string }) => [format, path])).toEqual([
      ['html', 'output/a.html'],
      ['png', 'output/a-01.png'],
      ['png', 'output/a-02.png'],
    ]);
    for (const { path, sha256 } of deck.outputs) expect(hashOf(join(cwd, path))).toBe(sha256);
    expect(sizeOf(join(cwd, 'output/a-02.png'))).toEqual([2560, 1440]);
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a-01.png', 'a-02.png', 'a.html']);
  });

  it.each([
    ['1.5', [1920, 1080]],
    ['4', [5120, 2880]],
  ])('makes them at --scale %s %j pixels large', (scale, size) => {
    const cwd = makeFolder({ 'a.yaml': outline });
    expect(run(['build', 'a.yaml', '--to', 'png', '--scale', scale], cwd).code).toBe(0);
    expect(sizeOf(join(cwd, 'output/a-01.png'))).toEqual(size);
  });

  it('names them with as many digits as the deck needs, so that they sort as the slides do', () => {
    const cwd = makeFolder({ 'a.yaml': outlineOf(99) });
    expect(run(small, cwd).code).toBe(0);
    const names = readdirSync(join(cwd, 'output'));
    expect(names).toHaveLength(100);
    expect([names[0], names[99]]).toEqual(['a-001.png', 'a-100.png']);
  });

  it('leaves no picture of a deck that was longer before, and nothing else goes', () => {
    const cwd = makeFolder({ 'a.yaml': outlineOf(3), 'a-01.yaml': outline });
    expect(run([...small, 'a-01.yaml'], cwd).code).toBe(0);
    expect(readdirSync(join(cwd, 'output'))).toHaveLength(6);
    for (const name of ['a.png', 'a-chart.png', 'b-03.png']) writeFileSync(join(cwd, 'output', name), 'mine');
    writeFileSync(join(cwd, 'a.yaml'), outline);
    expect(run(small, cwd).code).toBe(0);
    expect(readdirSync(join(cwd, 'output'))).toEqual([
      ...['a-01-01.png', 'a-01-02.png', 'a-01.png', 'a-02.png', 'a-chart.png', 'a.png', 'b-03.png'],
    ]);
  });

  it('keeps the pictures where the brief has errors or no picture is asked for', () => {
    const cwd = makeFolder({ 'a.yaml': outlineOf(2) });
    expect(run(small, cwd).code).toBe(0);
    writeFileSync(join(cwd, 'a.yaml'), 'title: A\nslides: [{headlin: H}]\n');
    expect(run(small, cwd).code).toBe(1);
    writeFileSync(join(cwd, 'a.yaml'), outline);
    expect(run(['build', 'a.yaml', '--to', 'html'], cwd).code).toBe(0);
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a-01.png', 'a-02.png', 'a-03.png', 'a.html']);
  });

  it('replaces no picture that briefdeck did not make', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, 'output/a-07.png'), 'mine');
    const { code, err } = run(small, cwd);
    expect(code).toBe(2);
    expect(err).toContain('output/a-07.png is refused: it is a picture that briefdeck did not make');
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a-07.png']);
  });

  it.each<[string, string, (cwd: string) => void]>([
    ['is a folder', 'it is a folder', (cwd) => mkdirSync(join(cwd, 'output/a-01.png'))],
    ['is a symbolic link', 'symbolic link', (cwd) => symlinkSync('/dev/null', join(cwd, 'output/a-02.png'))],
  ])('is refused with exit code 2 where the path of a picture %s', (_, words, make) => {
    const cwd = makeFolder({ 'a.yaml': outline });
    mkdirSync(join(cwd, 'output'));
    make(cwd);
    const { code, err } = run(small, cwd);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('refuses two decks whose pictures would have the same names', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    mkdirSync(join(cwd, 'b'));
    writeFileSync(join(cwd, 'b/a.yaml'), outline);
    const { code, err } = run([...small, 'b/a.yaml'], cwd);
    expect(code).toBe(2);
    expect(err).toContain('would both be written to output/a-01.png');
  });

  it('tells people of all pictures in one line', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    expect(run(small, cwd).err).toMatch(
      /^a\.yaml: A, 2 slides\n {2}output\/a-01\.png … a-02\.png {2}\d+ kB {2}\d+ ms\n\n1 deck, 2 files\n$/u,
    );
  });
});
