import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkTexts, load } from '../pdf/reading.js';
import { has } from '../programs.js';
import { hashOf, makeFolder, run } from './command.js';

interface PictureRow {
  readonly width: number;
  readonly form: string;
}

/** Pictures of a PDF as poppler lists them. */
function picturesIn(path: string): readonly PictureRow[] {
  const lines = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' }).split('\n').slice(2);
  return lines.flatMap((line) => {
    const [, , type, width, , , , , form] = line.trim().split(/\s+/u);
    return type === 'image' ? [{ width: Number(width), form: form ?? '' }] : [];
  });
}

/** A deck with a photograph and a lossless picture far larger than they are shown, and one drawn in lines. */
function folder(): string {
  const cwd = makeFolder({
    'a.md':
      '# A\n\n![w:600](photo.jpg) ![w:300](shot.png) ![w:100](lines.svg)\n\n---\n\n![bg right](photo.jpg)\n\n[back](#1)\n',
    'lines.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><path d="M0 0L90 90" stroke="red"/></svg>',
  });
  execFileSync('convert', [
    '-size',
    '3600x2400',
    '-seed',
    '7',
    'plasma:red-blue',
    '-quality',
    '90',
    join(cwd, 'photo.jpg'),
  ]);
  execFileSync('convert', ['-size', '3000x2000', 'gradient:red-blue', join(cwd, 'shot.png')]);
  return cwd;
}

const withTools = has('pdfimages', 'convert', 'pdftoppm');

describe.runIf(withTools)('pictures in a PDF', () => {
  const cwd = withTools ? folder() : '';
  const build = (...words: readonly string[]) => {
    expect(run(['build', 'a.md', '--to', 'pdf', ...words], cwd).code).toBe(0);
    return picturesIn(join(cwd, 'output/a.pdf'));
  };

  it('are as fine as a printer needs, each in its own kind, and the same at each run', () => {
    const pictures = build();
    // One picture for both places, fine enough for the background, which fills half the slide.
    expect(pictures.filter(({ form }) => form === 'jpeg').map(({ width }) => width)).toEqual([2700, 2700]);
    expect(pictures.find(({ form }) => form === 'image')?.width).toBe(750);
    const before = hashOf(join(cwd, 'output/a.pdf'));
    build();
    expect(hashOf(join(cwd, 'output/a.pdf'))).toBe(before);
  });

  it('are coarser for a screen, and as they came on request', () => {
    expect(build('--pdf-images', 'screen').find(({ form }) => form === 'image')?.width).toBe(375);
    expect(build('--pdf-images', 'original').map(({ width }) => width)).toEqual(
      expect.arrayContaining([3600]),
    );
  });

  it('stand where they stood', () => {
    const draw = (detail: string) => {
      build('--pdf-images', detail);
      const path = join(cwd, `${detail}.png`);
      writeFileSync(
        path,
        execFileSync('pdftoppm', ['-r', '48', '-l', '1', '-png', join(cwd, 'output/a.pdf')], {
          maxBuffer: 1e8,
        }),
      );
      return path;
    };
    const [fine, coarse] = [draw('original'), draw('print')];
    const shown = ['compare', '-metric', 'RMSE', fine, coarse, 'null:'];
    const { stderr } = spawnSync(shown[0] ?? '', shown.slice(1), { encoding: 'utf8' });
    expect(Number(/\(([\d.e-]+)\)/u.exec(stderr)?.[1])).toBeLessThan(0.02);
  });

  it('leave the pictures of slides as they are', () => {
    run(['build', 'a.md', '--to', 'png', '--scale', '1'], cwd);
    const before = hashOf(join(cwd, 'output/a-01.png'));
    run(['build', 'a.md', '--to', 'pdf,png', '--scale', '1', '--pdf-images', 'screen'], cwd);
    expect(hashOf(join(cwd, 'output/a-01.png'))).toBe(before);
  });

  it('and a link within the deck says which slide it leads to', async () => {
    build();
    expect(linkTexts(await load(readFileSync(join(cwd, 'output/a.pdf'))))).toEqual(['A']);
  });
});
