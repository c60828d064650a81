import { describe, expect, it } from 'vitest';
import { findUncovered } from '../../src/fonts/coverage.js';
import { officeFallback, officeLines, officeTypefaces } from '../../src/fonts/office.js';
import { libraryHere } from './library.js';

const find = (text: string, language = 'en') =>
  findUncovered(
    libraryHere(language),
    ['Gelasio', 'Carlito'],
    [
      { text: 'Harbour talks', at: '/title' },
      { text, at: '/slides/0/headline' },
    ],
  );

describe('characters that no font has', () => {
  it.each([
    ['한국', 'en', '@fontsource/noto-sans-kr'],
    ['ひらがな', 'en', '@fontsource/noto-sans-jp'],
    ['中方', 'en', '@fontsource/noto-sans-sc'],
    ['中方', 'ja', '@fontsource/noto-sans-jp'],
    ['大韓民國', 'ko-KR', '@fontsource/noto-sans-kr'],
  ])('are a finding for %s in a deck in %s, which names %s', async (text, language, name) => {
    const findings = await find(text, language);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'FONT-1', severity: 'warning', pointer: '/slides/0/headline' });
    expect(findings[0]?.message).toContain(`${[...text][0]} (U+`);
    expect(findings[0]?.hint).toContain(`npm install ${name}`);
  });

  it('are one finding a package, not one a character', async () => {
    const [finding, ...others] = await find('가나다라마바사아자차카타파하');
    expect(others).toEqual([]);
    expect(finding?.message).toContain('and 6 more');
  });

  it('have other advice where no package is known', async () => {
    const findings = await find('ᚠ');
    expect(findings[0]?.hint).toContain('other characters');
  });

  it.each([
    'Łódź, Čapek, Đà Nẵng',
    'Привет, Ελλάδα',
    'سلام, שלום',
    '🚢 ✔ 👩‍🚀',
    'a\u202fb\u00adc\u200b\ufeff\u2060\n\t',
    '10\u00a0€ – “so” … § 5 ½',
  ])('are none in %s', async (text) => expect(await find(text)).toEqual([]));
});

describe('the faces of Office', () => {
  it('stand for the families that texts are set in, widths and lines', () => {
    expect(officeTypefaces).toMatchObject({
      Gelasio: 'Georgia',
      Carlito: 'Calibri',
      Arimo: 'Arial',
      Tinos: 'Times New Roman',
    });
    const { winAscent, winDescent } = officeLines.Carlito;
    expect(winAscent / (winAscent + winDescent)).toBeCloseTo(0.78, 3);
  });

  it('have the line of their twin where the twin kept it', async () => {
    const library = libraryHere();
    await library.load([{ family: 'Carlito', weight: 400, italic: false }], [0x61]);
    const metrics = library.metrics({ family: 'Carlito', weight: 400, italic: false });
    expect(metrics?.winAscent).toBeCloseTo(officeLines.Carlito.winAscent, 3);
    expect(metrics?.winDescent).toBeCloseTo(officeLines.Carlito.winDescent, 3);
    expect(metrics?.unitsPerEm).toBe(2048);
  });

  it('are named by script where the theme’s face has none of it', () => {
    const named = (character: string) => officeFallback(character, 'Noto Sans SC');
    expect(named('س')).toMatchObject({ slot: 'cs', typeface: 'Arial' });
    expect(named('ש')).toMatchObject({ slot: 'cs', typeface: 'Arial' });
    expect(named('한')).toMatchObject({ slot: 'ea', typeface: 'Malgun Gothic' });
    expect(named('か')).toMatchObject({ slot: 'ea', typeface: 'Yu Gothic' });
    expect(named('中')).toMatchObject({ slot: 'ea', typeface: 'Microsoft YaHei' });
    expect(officeFallback('中', 'Noto Sans JP')).toMatchObject({ slot: 'ea', typeface: 'Yu Gothic' });
    expect(named('🚢')).toMatchObject({ slot: 'ea', typeface: 'Segoe UI Emoji' });
    expect(named('✔')).toMatchObject({ slot: 'sym', typeface: 'Segoe UI Symbol' });
    expect(named('→')).toBeNull();
    expect(named('é')).toBeNull();
  });
});
