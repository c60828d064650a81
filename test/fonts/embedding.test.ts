import { describe, expect, it } from 'vitest';
import { embedFonts } from '../../src/fonts/embedding.js';
import { whyNot } from '../../src/fonts/font-rights.js';
import { glyphFinder } from '../../src/fonts/font-tables.js';
import { readNames } from '../../src/fonts/rename-font.js';
import { readSfnt, tableOf, viewOf, writeSfnt } from '../../src/fonts/sfnt.js';
import { facesUsed } from '../../src/fonts/used-faces.js';
import type { FontFile } from '../../src/fonts/woff.js';
import { libraryHere } from './library.js';

const css = "section { font-family: Carlito, 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Emoji' }";

async function embed(html: string) {
  const library = libraryHere();
  const uses = facesUsed(html, css);
  await library.load(
    uses.map(({ face }) => face),
    uses[0]?.codePoints ?? [],
  );
  return embedFonts(library, uses);
}

/** The font inside an Embedded OpenType file, as the sizes in its header say. */
function fontIn(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  expect(view.getUint32(0, true)).toBe(bytes.length);
  return bytes.slice(bytes.length - view.getUint32(4, true));
}

function fontFile(bytes: Uint8Array): FontFile {
  const tables = readSfnt(bytes);
  return { tags: [...tables.keys()], table: (tag) => viewOf(tableOf(tables, tag)) };
}

describe('the fonts that a PPTX carries', () => {
  it('are those of scripts that Office’s text faces lack, regular and bold', async () => {
    const { fonts, refused } = await embed('<p>Ships سفينة אונייה 🚢</p>');
    expect(fonts.map(({ family, bold }) => `${family}${bold ? ' bold' : ''}`)).toEqual([
      'Noto Emoji',
      'Noto Sans Arabic',
      'Noto Sans Arabic bold',
      'Noto Sans Hebrew',
      'Noto Sans Hebrew bold',
    ]);
    expect(refused).toEqual([]);
  });

  it('are none for text that every Office can draw', async () => {
    expect((await embed('<p>Ships, корабли, πλοία → 4 %</p>')).fonts).toEqual([]);
  });

  it('are Embedded OpenType whose header says what the font inside says', async () => {
    const { fonts } = await embed('<p>سفينة</p>');
    for (const { bold, bytes } of fonts) {
      const view = viewOf(bytes);
      const tables = readSfnt(fontIn(bytes));
      const os2 = viewOf(tableOf(tables, 'OS/2'));
      expect(view.getUint32(8, true)).toBe(0x00020002);
      expect(view.getUint32(12, true)).toBe(0);
      expect(view.getUint16(34, true)).toBe(0x504c);
      expect(view.getUint32(28, true)).toBe(bold ? 700 : 400);
      expect(os2.getUint16(4)).toBe(bold ? 700 : 400);
      expect(view.getUint32(60, true)).toBe(viewOf(tableOf(tables, 'head')).getUint32(8));
      expect([36, 40, 44, 48].map((at) => view.getUint32(at, true))).toEqual(
        [42, 46, 50, 54].map((at) => os2.getUint32(at)),
      );
      const size = view.getUint16(82, true);
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(84, 84 + size));
      expect(name).toBe('Noto Sans Arabic');
    }
  });

  it('are named for their family and style, and keep copyright and licence', async () => {
    const { fonts } = await embed('<p>סירה</p>');
    const names = fonts.map(({ bytes }) => readNames(tableOf(readSfnt(fontIn(bytes)), 'name')));
    expect(names.map((each) => [1, 2, 4, 6].map((id) => each.get(id)))).toEqual([
      ['Noto Sans Hebrew', 'Regular', 'Noto Sans Hebrew', 'NotoSansHebrew-Regular'],
      ['Noto Sans Hebrew', 'Bold', 'Noto Sans Hebrew Bold', 'NotoSansHebrew-Bold'],
    ]);
    for (const each of names) expect(each.get(0)).toMatch(/Noto Project Authors/);
  });

  it('sum up to what the specification asks of a whole font', async () => {
    const { fonts } = await embed('<p>سفينة אונייה</p>');
    for (const { bytes } of fonts) {
      const font = fontIn(bytes);
      const view = viewOf(font);
      let sum = 0;
      for (let at = 0; at < font.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
      expect(sum).toBe(0xb1b0afba);
      expect(writeSfnt(readSfnt(font))).toEqual(font);
    }
  });

  it('have the letters of the whole script, so that colleagues can go on writing, and the tables that join them', async () => {
    const { fonts } = await embed('<p>س</p>');
    for (const { bytes } of fonts) {
      const font = fontFile(fontIn(bytes));
      const glyphOf = glyphFinder(font);
      for (const letter of 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي، ؟') {
        expect(glyphOf(letter.codePointAt(0) ?? 0), letter).toBeGreaterThan(0);
      }
      expect(font.tags).toContain('GSUB');
      expect(font.tags).not.toContain('fvar');
    }
  });

  it('are the same bytes each time', async () => {
    const [one, other] = [await embed('<p>سفينة 🚢</p>'), await embed('<p>سفينة 🚢</p>')];
    expect(one.fonts.map(({ bytes }) => bytes)).toEqual(other.fonts.map(({ bytes }) => bytes));
  });
});

describe('a font that must not or cannot be carried', () => {
  const font = (fsType: number, ...tags: readonly string[]): FontFile => {
    const os2 = new DataView(new ArrayBuffer(96));
    os2.setUint16(8, fsType);
    return { tags, table: () => os2 };
  };

  it.each([
    [0x0000, null],
    [0x0008, null],
    [0x0002, /licence/],
    [0x0004, /licence/],
    [0x0108, /licence/],
    [0x0200, /licence/],
  ])('is told by its rights: %i', (fsType, reason) => {
    const found = whyNot(font(fsType, 'glyf'));
    if (reason) expect(found).toMatch(reason);
    else expect(found).toBeNull();
  });

  it('is told by its outlines', () => {
    expect(whyNot(font(0, 'CFF '))).toMatch(/CFF/);
  });
});
