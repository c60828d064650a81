import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { briefRules } from '../../src/check/rules/brief-rules.js';
import { naughty } from '../markdown/naughty.js';
import { makeFolder, run } from './command.js';

/** Blank ends and runs of spaces are nobody's content; the long ones have a test of their own. */
const texts = naughty.filter((text) => text.length < 400).map((text) => text.trim());
/** One text a slide as its headline, and all of them as points, six a slide. */
const outline = JSON.stringify({
  title: 'Naughty',
  language: 'en',
  slides: [
    ...texts.map((headline) => ({ headline, points: ['p'] })),
    ...Array.from({ length: Math.ceil(texts.length / 6) }, (_, index) => ({
      headline: `Points ${index}`,
      points: texts.slice(index * 6, index * 6 + 6),
    })),
  ],
});

/** Two underscores on either side are the one mark of inline Markdown that is meant as such here. */
function shown(text: string): string {
  return text.replace('__init__', 'init');
}

/** Characters that count. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\u202e]+/gu, ' ')
    .trim();
}

/** Texts of the paragraphs of a part, as PowerPoint would show them. */
function paragraphs(xml: string): readonly string[] {
  return [...xml.matchAll(/<a:p>.*?<\/a:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<a:t>(.*?)<\/a:t>/gsu)].map((match) => decode(match[1] ?? '')).join(''),
  );
}

function decode(xml: string): string {
  return xml.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => {
    const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return characters[name] ?? '';
  });
}

describe('texts that mean something to YAML, Handlebars, Markdown, Marp or HTML', () => {
  let cwd = '';
  let outcome: ReturnType<typeof run>;
  beforeAll(() => {
    cwd = makeFolder({ 'a.yaml': outline });
    outcome = run(['build', 'a.yaml', '--to', 'html,pdf,pptx,md', '--json'], cwd);
  }, 120_000);

  it('build as all formats', () => {
    expect(outcome.err).toBe('');
    const [deck] = JSON.parse(outcome.out).decks;
    // Korean is an optional install, readers may lack the font of emoji, and no editor would like these headlines.
    const expected = ['FONT-1', 'FONT-3', ...briefRules.map(({ id }) => id)];
    const codes = deck.diagnostics.map(({ code }: { code: string }) => code);
    expect(codes.filter((code: string) => !expected.includes(code))).toEqual([]);
    expect(outcome.code).toBe(0);
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a.html', 'a.md', 'a.pdf', 'a.pptx']);
  });

  it('neither add a slide nor take one', async () => {
    const [deck] = JSON.parse(outcome.out).decks;
    expect(deck.slides).toBe(1 + texts.length + Math.ceil(texts.length / 6));
    const pdf = await PDFDocument.load(readFileSync(join(cwd, 'output/a.pdf')));
    expect(pdf.getPageCount()).toBe(deck.slides);
    const parts = Object.keys(unzipSync(readFileSync(join(cwd, 'output/a.pptx'))));
    expect(parts.filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))).toHaveLength(deck.slides);
  });

  it('stand on their slides in the PPTX as they were written', () => {
    const parts = unzipSync(readFileSync(join(cwd, 'output/a.pptx')));
    const missing = texts.filter((text, index) => {
      const xml = strFromU8(parts[`ppt/slides/slide${index + 2}.xml`] ?? new Uint8Array());
      return !paragraphs(xml).some((each) => plain(each) === plain(shown(text)));
    });
    expect(missing).toEqual([]);
  });
});

const all = ['--to', 'html,pdf,pptx'];
const written = ['a.html', 'a.pdf', 'a.pptx'];

describe('a headline of 5,000 characters', () => {
  it.each([
    ['words', `${'word '.repeat(1000)}`.trim()],
    ['one word', 'x'.repeat(5000)],
  ])('in %s is found with its place, and the deck is written for its author to see', (_, headline) => {
    const cwd = makeFolder({
      'a.yaml': `title: A\nlanguage: en\nslides:\n  - headline: ${headline}\n    points: [p]\n`,
    });
    const { code, out, err } = run(['build', 'a.yaml', ...all, '--json'], cwd);
    expect(err).toBe('');
    expect(code).toBe(1);
    const [{ diagnostics, outputs }] = JSON.parse(out).decks;
    const beyond = diagnostics.find(({ code: found }: { code: string }) => found === 'FIT-1');
    expect(beyond).toMatchObject({
      severity: 'error',
      file: 'a.yaml',
      line: 4,
      pointer: '/slides/0/headline',
      column: 15,
    });
    expect(outputs).toHaveLength(3);
    expect(readdirSync(join(cwd, 'output'))).toEqual(written);
  });
});

describe('right-to-left text and emoji', () => {
  it('are built in all formats, with nothing to warn of, in their own direction', async () => {
    const long =
      'خفضت النقابة مطلبها من 8 % إلى 4 % يوم الاثنين، ولن يفتح المرفأ قبل نهاية الأسبوع كما قال رئيس النقابة IUDW في 2024';
    const slides = `[{headline: "المرفأ مغلق 🚢", points: ["שלום 👩‍🚀 2024", "${long}"]}]`;
    const cwd = makeFolder({ 'a.yaml': `title: "مرفأ"\nlanguage: ar\nslides: ${slides}\n` });
    expect(run(['build', 'a.yaml', ...all, '--strict', '--quiet'], cwd)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(join(cwd, 'output/a.html'), 'utf8')).toContain('<html lang="ar" dir="rtl">');
    const pdf = await PDFDocument.load(readFileSync(join(cwd, 'output/a.pdf')));
    expect(pdf.catalog.getViewerPreferences()?.getReadingDirection()).toBe('R2L');
    const slide = unzipSync(readFileSync(join(cwd, 'output/a.pptx')))['ppt/slides/slide2.xml'];
    const xml = strFromU8(slide ?? new Uint8Array());
    expect(paragraphs(xml)).toContain('المرفأ مغلق 🚢');
    expect(paragraphs(xml)).toContain('שלום 👩‍🚀 2024');
    expect(paragraphs(xml)).toContain(long);
    expect(xml).not.toMatch(/spc="-\d{3}/u);
    expect(xml).toContain('rtl="1"');
  });
});
