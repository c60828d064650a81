import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPackage, slidePaths, xmlOf } from '../pptx/package.js';
import { all, first } from '../pptx/xml.js';
import { hashOf, makeFolder, outline, run } from './command.js';

/** Builds a deck with these words on the command line, and gives the path of its PPTX. */
function buildPptx(...words: readonly string[]): string {
  const cwd = makeFolder({ 'a.yaml': outline });
  const { code, err } = run(['build', 'a.yaml', '--to', 'pptx', ...words], cwd);
  expect(code, err).toBe(0);
  return join(cwd, 'output/a.pptx');
}

/** How far from the top the shapes of a deck's slides begin, EMU, by slide and name; shapes that stand where their layout says are not in it. */
function tops(path: string): ReadonlyMap<string, number> {
  const file = openPackage(readFileSync(path));
  const shapes = slidePaths(file).flatMap((slide) =>
    all(xmlOf(file, slide), 'p:sp').map((shape) => [slide, shape] as const),
  );
  return new Map(
    shapes.flatMap(([slide, shape]) => {
      const y = first(shape, 'a:off')?.attributes.get('y');
      return y ? [[`${slide} ${first(shape, 'p:cNvPr')?.attributes.get('name')}`, Number(y)] as const] : [];
    }),
  );
}

describe('--pptx-for', () => {
  it('is powerpoint where it is not said', () => {
    expect(hashOf(buildPptx())).toBe(hashOf(buildPptx('--pptx-for', 'powerpoint')));
  });

  it('seats lines for LibreOffice, which draws them lower, by boxes that stand higher', () => {
    const powerpoint = tops(buildPptx('--pptx-for', 'PowerPoint'));
    const libreoffice = tops(buildPptx('--pptx-for', 'libreoffice'));
    const rises = [...libreoffice].flatMap(([name, top]) => (powerpoint.get(name) ?? top) - top);
    expect(Math.min(...rises)).toBeGreaterThanOrEqual(0);
    // The difference is 0.03 to 0.09 em.
    expect(Math.max(...rises)).toBeGreaterThan(0.3 * 9525);
    expect(Math.max(...rises)).toBeLessThan(5 * 9525);
  });
});
