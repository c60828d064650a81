import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { colourTokens } from '../../src/deck/colour-tokens.js';
import { chooseStep, lineHeight } from '../../src/deck/fit.js';
import { readTheme, type Theme } from '../../src/deck/theme.js';
import { catalogue, familyChain } from '../../src/fonts/catalogue.js';

const folder = resolve(import.meta.dirname, '../../templates/themes');
const tokens = (name: string) => readFileSync(`${folder}/${name}.json`, 'utf8');

function themeOf(name: string): Theme {
  const { theme, faults } = readTheme(tokens(name));
  expect(faults).toEqual([]);
  if (!theme) throw new Error('no theme');
  return theme;
}

/** Contrast of two colours as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each(['briefing', 'plain'])('the theme %s', (name) => {
  it('says in its tokens what it says in its CSS', () => {
    const css = readFileSync(`${folder}/${name}.css`, 'utf8');
    const theme = themeOf(name);
    for (const token of colourTokens) expect(css).toContain(`--${token}: ${theme.colours[token]};`);
    expect(css).toMatch(new RegExp(`--serif: ${theme.fonts.heading}, `, 'u'));
    expect(css).toMatch(new RegExp(`--sans: ${theme.fonts.body}, `, 'u'));
  });

  it('names every family that can fill a gap, so that the browser finds it', () => {
    const css = readFileSync(`${folder}/${name}.css`, 'utf8');
    const { fonts } = themeOf(name);
    const lists = { serif: fonts.heading, sans: fonts.body };
    for (const [list, family] of Object.entries(lists)) {
      const declaration = new RegExp(`--${list}: ([^;]+);`, 'u').exec(css)?.[1] ?? '';
      for (const { name: each } of familyChain(family, 'en')) expect(declaration).toContain(each);
    }
  });

  it('can be read in every palette: 4.5 : 1 for text, 3 : 1 for graphics', () => {
    const theme = themeOf(name);
    for (const palette of [{}, ...Object.values(theme.palettes)]) {
      const colours = { ...theme.colours, ...palette };
      const pairs = [
        ['ink', 'paper'],
        ['ink', 'tint'],
        ['ink', 'accent-tint'],
        ['ink-2', 'paper'],
        ['ink-2', 'tint'],
        ['accent', 'paper'],
        ['accent', 'accent-tint'],
        ['paper', 'deep'],
        ['on-deep', 'deep'],
      ] as const;
      for (const [ink, ground] of pairs)
        expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colours.strong, colours.tint)).toBeGreaterThanOrEqual(3);
    }
  });

  it('changes four colours in a palette, and no others', () => {
    const palettes = Object.values(themeOf(name).palettes);
    expect(palettes.length).toBeGreaterThan(0);
    for (const palette of palettes)
      expect(Object.keys(palette).sort()).toEqual(['accent', 'accent-tint', 'deep', 'on-deep']);
  });

  it('keeps every placeholder on the page', () => {
    const { layouts, page } = themeOf(name);
    const boxes = Object.values(layouts).flatMap(({ boxes: each }) => Object.values(each));
    expect(boxes.length).toBeGreaterThan(8);
    for (const { x, y, w, h } of boxes) {
      expect(x + w).toBeLessThanOrEqual(page.width);
      expect(y + h).toBeLessThanOrEqual(page.height);
    }
  });
});

describe('a theme’s tokens', () => {
  it('are refused with everything that is wrong, at its path', () => {
    const broken: unknown = JSON.parse(tokens('plain'));
    Object.assign(broken ?? {}, {
      fonts: { heading: 'Comic Sans', body: 'Arimo' },
      textSteps: 'large',
      colours: { paper: 'white' },
    });
    const { theme, faults } = readTheme(JSON.stringify(broken));
    expect(theme).toBeNull();
    expect(faults.join('\n')).toMatch(/`fonts\.heading` .*Carlito/u);
    expect(faults.join('\n')).toMatch(/`textSteps` .*a list/u);
    expect(faults.join('\n')).toMatch(/`colours\.paper` .*#0B5A66/u);
    expect(faults.join('\n')).not.toMatch(/fonts\.body/u);
  });

  it('are refused where they are no JSON at all', () => {
    expect(readTheme('{').faults[0]).toMatch(/not JSON/u);
  });
});

describe('a text step', () => {
  it('is the largest at which the content fits', () => {
    expect(chooseStep([24, 21, 18, 15], 100, (pt) => 3 * lineHeight(pt))).toEqual({ step: 18, fits: true });
  });

  it('is the last one where none fits, and says so', () => {
    expect(chooseStep([24, 21], 10, lineHeight)).toEqual({ step: 21, fits: false });
  });
});

describe('the catalogue of fonts', () => {
  it('depends on the packages that it calls bundled', () => {
    const manifest: unknown = JSON.parse(readFileSync(resolve(folder, '../../package.json'), 'utf8'));
    const bundled = catalogue.filter((family) => family.bundled).map((family) => family.package);
    expect(manifest).toHaveProperty(
      'dependencies',
      expect.objectContaining(Object.fromEntries(bundled.map((each) => [each, expect.any(String)]))),
    );
  });
});
