import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf, makeFolder, outline, run } from './command.js';

/** Width and height stand at byte 16 of a PNG. */
function sizeOf(path: string): readonly number[] {
  const png = readFileSync(path);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('--to sheet and --to social', () => {
  it('make one picture each, at every run the same, and leave those of the slides alone', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const build = () => run(['build', 'a.yaml', '--to', 'png,sheet,social', '--scale', '1'], cwd);
    expect(build().code).toBe(0);
    const names = readdirSync(join(cwd, 'output'));
    expect(names).toEqual(['a-01.png', 'a-02.png', 'a-sheet.png', 'a-social.png']);
    expect(sizeOf(join(cwd, 'output/a-social.png'))).toEqual([1200, 630]);
    const [width = 0, height = 0] = sizeOf(join(cwd, 'output/a-sheet.png'));
    // Two slides beside each other.
    expect(width).toBe(820);
    expect(height).toBeLessThan(400);
    const before = names.map((name) => hashOf(join(cwd, 'output', name)));
    expect(build().code).toBe(0);
    expect(names.map((name) => hashOf(join(cwd, 'output', name)))).toEqual(before);
  });

  it('obey --scale where a size is not prescribed', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    expect(run(['build', 'a.yaml', '--to', 'sheet,social', '--scale', '3'], cwd).code).toBe(0);
    expect(sizeOf(join(cwd, 'output/a-sheet.png'))[0]).toBe(2460);
    expect(sizeOf(join(cwd, 'output/a-social.png'))).toEqual([1200, 630]);
    const { code, err } = run(['build', 'a.yaml', '--to', 'social', '--scale', '3'], cwd);
    expect(code).toBe(2);
    expect(err).toContain('Add png or sheet to --to.');
  });

  it('show all slides of a long deck, as large as a browser can photograph', () => {
    const slides = Array.from({ length: 140 }, (_, index) => `  - {headline: H${index}, points: [p]}\n`);
    const cwd = makeFolder({ 'a.yaml': `title: A\nlanguage: en\nslides:\n${slides.join('')}` });
    expect(run(['build', 'a.yaml', '--to', 'sheet', '--scale', '4'], cwd).code).toBe(0);
    const [width = 0, height = 0] = sizeOf(join(cwd, 'output/a-sheet.png'));
    expect(width).toBeGreaterThan(7000);
    expect(width * height).toBeLessThanOrEqual(48_500_000);
  }, 60_000);

  it('show the first slide of a Marp deck', () => {
    const cwd = makeFolder({ 'a.md': '---\ntheme: gaia\n---\n\n# A\n' });
    expect(run(['build', 'a.md', '--to', 'sheet,social'], cwd).code).toBe(0);
    expect(sizeOf(join(cwd, 'output/a-social.png'))).toEqual([1200, 630]);
  });

  it('replace no picture that briefdeck did not make', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, 'output/a-sheet.png'), 'mine');
    const { code, err } = run(['build', 'a.yaml', '--to', 'sheet'], cwd);
    expect(code).toBe(2);
    expect(err).toContain('output/a-sheet.png is refused: it is a picture that briefdeck did not make');
  });
});
