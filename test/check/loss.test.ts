import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lossReport } from '../../src/check/loss/loss-report.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { readPptxContent } from '../../src/pptx/read/read-content.js';
import { writePptx } from '../../src/pptx/write-pptx.js';
import type { PictureItem, SceneMedia, TableItem } from '../../src/scene/scene.js';
import { deck, paragraph, run, slide, text, title } from '../pptx/scenes.js';

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const shared = { role: null, name: 'Text', fragment: null, turn: null } as const;

const picture: PictureItem = {
  kind: 'picture',
  id: 3,
  paint: 3,
  ...shared,
  pointers: ['/slides/0/file'],
  rect: { x: 700, y: 400, width: 200, height: 100 },
  media: 0,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
  alt: 'A plan of the harbour',
  alpha: 1,
  link: null,
  shape: null,
  border: null,
  shadow: null,
  cutOut: null,
};

const cell = (column: number, words: string): TableItem['cells'][number] => ({
  rect: { x: 260 + 200 * column, y: 300, width: 200, height: 40 },
  row: 0,
  column,
  rowSpan: 1,
  columnSpan: 1,
  header: false,
  fill: null,
  borders: { top: null, right: null, bottom: null, left: null },
  vertical: 'top',
  pointers: [`/slides/0/rows/0/${column}`],
  paragraphs: [paragraph([run(words)], 305)],
  ground: null,
});

const table: TableItem = {
  kind: 'table',
  id: 4,
  paint: 4,
  ...shared,
  pointers: [],
  rect: { x: 260, y: 300, width: 400, height: 40 },
  limit: { x: 0, y: 0, width: 1280, height: 720 },
  direction: 'ltr',
  columns: [200, 200],
  rows: [40],
  headerRows: 0,
  cells: [cell(0, 'Week six'), cell(1, 'Forty-three ships')],
  smallest: 24,
};

const link = run('the union', { link: 'https://example.org/union' });
const point = text(2, [paragraph([run('Both sides meet on Thursday.'), link], 150)], {
  pointers: ['/slides/0/points/0'],
});
const whole = slide([title(1, 'Talks'), point, picture, table], { notes: 'Say it slowly.' });
const media: readonly SceneMedia[] = [{ source: pixel, png: null }];

/** What is found when a deck of this slide, written and then changed, is read back. */
function find(shown = whole, change: (name: string, xml: string) => string | null = (_, xml) => xml) {
  const files = unzipSync(writePptx(deck([shown], { media: shownMedia(shown) })));
  const changed = Object.entries(files).flatMap(([name, bytes]) => {
    if (!/\.(?:xml|rels)$/u.test(name)) return change(name, '') === null ? [] : [[name, bytes] as const];
    const xml = change(name, strFromU8(bytes));
    return xml === null ? [] : [[name, strToU8(xml)] as const];
  });
  const { scene, notes, pointer } = shown;
  const pptx = readPptxContent(zipSync(Object.fromEntries(changed)));
  return lossReport([{ scene, notes, pointer }], shownMedia(shown), { pptx });
}

/** The picture that has no pixels is the second. */
function shownMedia({ scene }: typeof whole): readonly SceneMedia[] {
  const blind = scene.items.some((item) => item.kind === 'picture' && item.media === 1);
  return blind ? [...media, { source: 'data:image/svg+xml,<svg/>', png: null }] : media;
}

/** Takes something out of the slide's XML; throws where it is not there, for then nothing is tested. */
const without =
  (pattern: RegExp, of = 'ppt/slides/slide1.xml') =>
  (name: string, xml: string) => {
    if (name !== of) return xml;
    if (!pattern.test(xml)) throw new TypeError(`no ${pattern} in ${of}`);
    return xml.replace(pattern, '');
  };

const told = ({ code, message, pointer }: Diagnostic) => ({ code, message, pointer });

describe('the loss report', () => {
  it('counts a whole slide, and finds all of it in its PPTX', () => {
    const { held, diagnostics } = find();
    expect(diagnostics).toEqual([]);
    expect(held.document).toEqual({
      texts: 4,
      tables: 1,
      pictures: 1,
      formulae: 0,
      links: 1,
      alternativeTexts: 1,
      notes: 1,
    });
    expect(held.pptx).toEqual(held.document);
    expect(held.pdf).toBeUndefined();
  });

  it.each([
    [
      'a text',
      without(/Both sides meet/u),
      'LOSS-1',
      'the text “Both sides meet on Thursday. the union”',
      '/slides/0/points/0',
    ],
    ['a title', without(/<a:t>Talks<\/a:t>/u), 'LOSS-1', 'the text “Talks”', null],
    [
      'the text of a cell',
      without(/Forty-three/u),
      'LOSS-1',
      'the text “Forty-three ships”',
      '/slides/0/rows/0/1',
    ],
    [
      'a link',
      without(/<a:hlinkClick.*?<\/a:hlinkClick>/su),
      'LOSS-2',
      'the link to https://example.org/union on “the union”',
      '/slides/0/points/0',
    ],
    [
      'the target of a link',
      without(/<Relationship [^>]*example\.org[^>]*>/u, 'ppt/slides/_rels/slide1.xml.rels'),
      'LOSS-2',
      'the link to https://example.org/union on “the union”',
      '/slides/0/points/0',
    ],
    [
      'an alternative text',
      without(/ descr="[^"]*"/u),
      'LOSS-2',
      'the alternative text “A plan of the harbour”',
      '/slides/0/file',
    ],
    [
      'the file of a picture',
      (name: string, xml: string) => (name.startsWith('ppt/media/') ? null : xml),
      'LOSS-1',
      'the picture “A plan of the harbour”',
      '/slides/0/file',
    ],
    [
      'the words of notes',
      without(/Say it slowly\./u, 'ppt/notesSlides/notesSlide1.xml'),
      'LOSS-1',
      'the notes “Say it slowly.”',
      '/slides/0',
    ],
    [
      'the page of notes',
      (name: string, xml: string) => (name === 'ppt/notesSlides/notesSlide1.xml' ? null : xml),
      'LOSS-1',
      'the notes “Say it slowly.”',
      '/slides/0',
    ],
  ] as const)('finds %s that is not in the bytes', (_, change, code, words, pointer) => {
    const { diagnostics } = find(whole, change);
    expect(diagnostics.map(told)).toEqual([
      { code, message: `Of slide 1, the PPTX lacks ${words}.`, pointer },
    ]);
  });

  it('finds a table that is not in the bytes, with all that it says', () => {
    const { held, diagnostics } = find(whole, without(/<p:graphicFrame>.*<\/p:graphicFrame>/su));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Of slide 1, the PPTX lacks the table “Week six Forty-three ships”.',
      'Of slide 1, the PPTX lacks the text “Week six”.',
      'Of slide 1, the PPTX lacks the text “Forty-three ships”.',
    ]);
    expect({ ...held.pptx }).toMatchObject({ texts: 2, tables: 0, pictures: 1 });
  });

  it('finds a picture that could not be written, for Office draws none of its forms', () => {
    const blind = slide([title(1, 'Talks'), { ...picture, media: 1 }]);
    expect(find(blind).diagnostics.map(({ message }) => message)).toEqual([
      'Of slide 1, the PPTX lacks the picture “A plan of the harbour”.',
      'Of slide 1, the PPTX lacks the alternative text “A plan of the harbour”.',
    ]);
  });

  it('finds one of two that read the same', () => {
    const twice = [title(1, 'Talks'), point, { ...point, id: 5, paint: 5 }];
    const { held, diagnostics } = find(slide(twice), without(/Both sides meet on Thursday\./u));
    expect(diagnostics).toHaveLength(1);
    expect([held.document.texts, held.pptx?.texts]).toEqual([3, 2]);
  });

  it('finds a slide that is not in the presentation', () => {
    const { diagnostics } = find(whole, without(/<p:sldId [^>]*>/u, 'ppt/presentation.xml'));
    expect(diagnostics).toHaveLength(9);
  });

  it('passes over what lies beyond the slide, where nobody sees it', () => {
    const below = text(6, [paragraph([run('Out of sight')], 730)], { pointers: ['/slides/0/points/1'] });
    expect(find(slide([title(1, 'Talks'), below])).held.document.texts).toBe(1);
  });

  it('says of bytes that are no package that they cannot be read', () => {
    const pptx = readPptxContent(strToU8('no zip at all'));
    const { scene, notes, pointer } = whole;
    const { diagnostics } = lossReport([{ scene, notes, pointer }], media, { pptx });
    expect(diagnostics.map(({ message }) => message)).toEqual(['The PPTX cannot be read back: no zip.']);
  });
});
