import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DeckBrowser, startBrowser } from '../../src/browser/browser.js';
import { fontFaces } from '../../src/fonts/font-faces.js';
import { libraryHere } from './library.js';

const briefing = `section { --serif: Gelasio, Tinos, 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans KR', 'Noto Emoji', serif;
  --sans: Carlito, 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans KR', 'Noto Emoji', sans-serif; font-family: var(--sans); font-kerning: none }
h1 { font-family: var(--serif) }`;

/** The rules of a style sheet: family, weight, style and characters of each. */
function rulesOf(css: string) {
  const rule =
    /font-family: '([^']+)'; font-weight: ([\d ]+); font-style: (\w+); src: url\(data:font\/ttf;base64,([^)]+)\)[^;]*; unicode-range: ([^;]+);/gu;
  return [...css.matchAll(rule)].map(([, family = '', weight = '', style = '', font = '', range = '']) => ({
    face: `${family} ${weight} ${style}`,
    bytes: Buffer.from(font, 'base64').length,
    range,
  }));
}

const facesOf = (css: string) => rulesOf(css).map(({ face }) => face);

describe('the fonts of a document', () => {
  it('are the faces of the families that the style sheet sets texts in, cut down to the characters there', async () => {
    const rules = rulesOf(await fontFaces('<h1>Harbour</h1><p>talks</p>', briefing, libraryHere()));
    expect(rules.map(({ face }) => face)).toEqual([
      'Carlito 400 normal',
      'Carlito 700 normal',
      'Gelasio 400 normal',
      'Gelasio 700 normal',
    ]);
    expect(rules[0]?.range).toBe('U+20,U+2D,U+2F-39,U+48,U+61-62,U+6B-6C,U+6F,U+72-75');
    for (const { bytes } of rules) expect(bytes).toBeLessThan(8_000);
  });

  it('are the same bytes each time', async () => {
    const html = '<h1>Harbour talks</h1><p>سلام <em>Привет</em> 🚢</p>';
    expect(await fontFaces(html, briefing, libraryHere())).toBe(
      await fontFaces(html, briefing, libraryHere()),
    );
  });

  it('have italics for what is emphasised, and for no more', async () => {
    const rules = rulesOf(await fontFaces('<p>Harbour <em class="x">so</em></p>', briefing, libraryHere()));
    const italic = rules.filter(({ face }) => face.endsWith('italic'));
    expect(italic.map(({ face }) => face)).toEqual([
      'Carlito 400 italic',
      'Carlito 700 italic',
      'Gelasio 400 italic',
      'Gelasio 700 italic',
    ]);
    expect(italic[0]?.range).toBe('U+6F,U+73');
  });

  it('have what the style sheet prints by itself, and capitals where it makes them', async () => {
    const css = `${briefing} p::before { content: '§ \\2020' } p { text-transform: uppercase }`;
    const ranges = rulesOf(await fontFaces('<p>z&amp;&#x17C;</p>', css, libraryHere())).map(
      ({ range }) => range,
    );
    for (const character of ['U+A7', 'U+2020', 'U+5A', 'U+7A', 'U+26', 'U+17B-17C']) {
      expect(ranges.some((range) => range.split(',').includes(character) || range.includes(character))).toBe(
        true,
      );
    }
  });

  it('take a serif for Cyrillic and Greek under Gelasio, and Carlito’s own under Carlito', async () => {
    const faces = facesOf(await fontFaces('<p>Привет Ελλάδα</p>', briefing, libraryHere()));
    expect(new Set(faces)).toEqual(
      new Set([
        ...['Carlito', 'Gelasio', 'Tinos'].flatMap((family) => [
          `${family} 400 normal`,
          `${family} 700 normal`,
        ]),
      ]),
    );
  });

  it('come for Arabic, Hebrew and emoji from the families made for them', async () => {
    const faces = facesOf(await fontFaces('<p>سلام שלום 🚢</p>', briefing, libraryHere()));
    expect(faces).toContain('Noto Sans Arabic 700 normal');
    expect(faces).toContain('Noto Sans Hebrew 400 normal');
    expect(faces.filter((face) => face.startsWith('Noto Emoji'))).toEqual(['Noto Emoji 400 700 normal']);
  });

  it('keep the tables for kerning where the style sheet does not switch it off', async () => {
    const size = async (css: string) =>
      rulesOf(await fontFaces('<p>AVATAR</p>', css, libraryHere()))[0]?.bytes ?? 0;
    expect(await size('p { font-family: Carlito }')).toBeGreaterThan(
      await size('p { font-family: Carlito; font-kerning: none }'),
    );
  });

  it('are none for a style sheet that names none of them', async () => {
    expect(await fontFaces('<p>Harbour</p>', 'p { font-family: Helvetica }', libraryHere())).toBe('');
  });
});

describe('a package installed beside the outline', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  /** Stands in for the real package, which is too large for a test: files of its names with other bytes inside. */
  async function installKorean(bytes: Uint8Array): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'briefdeck-test-'));
    folders.push(folder);
    const target = join(folder, 'node_modules/@fontsource/noto-sans-kr');
    await mkdir(join(target, 'files'), { recursive: true });
    await writeFile(join(target, 'package.json'), '{"name":"@fontsource/noto-sans-kr"}');
    for (const weight of [400, 700])
      await writeFile(join(target, `files/noto-sans-kr-korean-${weight}-normal.woff`), bytes);
    return folder;
  }

  it('draws the characters that the deck’s own fonts lack', async () => {
    const packages = resolve(import.meta.dirname, '../../node_modules/@fontsource');
    const folder = await installKorean(
      await readFile(join(packages, 'noto-emoji/files/noto-emoji-emoji-400-normal.woff')),
    );
    expect(facesOf(await fontFaces('<p>🚢</p>', briefing, libraryHere('ko', [folder])))).toContain(
      'Noto Sans KR 700 normal',
    );
  });

  it.each([
    ['is no font', Buffer.from('not a font at all, but long enough to be looked into')],
    ['ends early', Buffer.from('774f4646000100000000ffff00200000', 'hex')],
  ])('is named where its file %s', async (_, bytes) => {
    const folder = await installKorean(bytes);
    const drawn = fontFaces('<p>가</p>', briefing, libraryHere('ko', [folder]));
    await expect(drawn).rejects.toMatchObject({
      name: 'BriefdeckError',
      exitCode: 4,
      message: expect.stringContaining('noto-sans-kr-korean'),
    });
  });
});

describe('in the browser', () => {
  let browser: DeckBrowser;
  beforeAll(() => {
    browser = startBrowser({ path: null, env: process.env, concurrency: 1, deadline: 60_000, say: () => {} });
  });
  afterAll(() => browser.close());

  it('every text is drawn with the embedded fonts, joined and composed', async () => {
    // Naming a family that is not there must change every width; one that stays was never drawn with the deck's own font.
    const samples = ['Harbour', 'Привет', 'ő', 'سلام', 'שלום', '🚢', '👩‍🚀', 'a\u202fb', 'Ho\u0300a', '†'];
    const spans = samples.map((text) => `<span>${text}</span>`).join(' ');
    const fonts = await fontFaces(spans, briefing, libraryHere());
    const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>${fonts} ${briefing} span { font-size: 100px } .none { font-family: Nothing }</style></head><body><div class="marpit"><section>${spans}</section></div></body></html>`;
    const script = `document.fonts.ready.then(() => [...document.querySelectorAll('span')].map((span) => {
      const own = span.getBoundingClientRect().width;
      span.className = 'none';
      const other = span.getBoundingClientRect().width;
      span.className = '';
      return { text: span.textContent, own, differs: Math.abs(own - other) > 0.01 };
    }))`;
    const drawn = await browser.withDeck({ html, size: { width: 1280, height: 720 } }, (deck) =>
      deck.evaluate(script),
    );
    expect(drawn).toEqual(
      expect.arrayContaining(samples.map((text) => expect.objectContaining({ text, differs: true }))),
    );
    const widthOf = (text: string) =>
      Array.isArray(drawn) ? drawn.find((each) => each.text === text)?.own : null;
    // One picture, not a woman and a rocket.
    expect(widthOf('👩‍🚀')).toBe(widthOf('🚢'));
  });
});
