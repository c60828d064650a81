import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolve } from '../outputs/texts.js';
import { buildDecks, goldenOutlines } from './decks.js';
import { openPackage, type Package, related, relationshipsOf, slidePaths, xmlOf } from './package.js';
import { all, type Element, first, textIn } from './xml.js';

interface Deck {
  readonly outline: unknown;
  readonly file: Package;
  readonly slides: readonly Element[];
}

const decks = new Map<string, Deck>();
const sectioned = 'section';
beforeAll(async () => {
  const wanted = /\/(?:russia-north-korea|image|section|title)\.yaml$/u;
  for (const { name, input, bytes } of await buildDecks(
    goldenOutlines.filter((path) => wanted.test(path)),
    ['pptx'],
  )) {
    const file = openPackage(bytes('pptx'));
    const slides = slidePaths(file).map((path) => xmlOf(file, path));
    decks.set(name, { outline: load(readFileSync(input, 'utf8')), file, slides });
  }
});

function deck(name: string): Deck {
  const found = decks.get(name);
  if (!found) throw new Error(`no deck ${name}`);
  return found;
}

const brief = () => deck('russia-north-korea');

function fieldOf(value: unknown, pointer: string): string {
  const found = resolve(value, pointer);
  return typeof found === 'string' ? found : '';
}

/** Paragraphs of a part or a shape, line breaks as U+000B. */
function paragraphs(element: Element): readonly string[] {
  return all(element, 'a:p').map((each) =>
    each.children
      .map((child) =>
        typeof child === 'string'
          ? ''
          : child.name === 'a:br'
            ? '\u000b'
            : all(child, 'a:t').map(textIn).join(''),
      )
      .join(''),
  );
}

describe('notes', () => {
  it('are on the notes page of their slide, paragraph by paragraph', () => {
    const { file, outline } = brief();
    const made = slidePaths(file).map((path) => {
      const notes = related(file, path, 'notesSlide');
      return notes ? paragraphs(xmlOf(file, notes)) : [];
    });
    const written = Array.from({ length: 17 }, (_, index) =>
      fieldOf(outline, `/slides/${index}/notes`)
        .split(/\n+/u)
        .map((line) => line.trim())
        .filter(Boolean),
    );
    expect(written.flat().length).toBeGreaterThan(20);
    // briefdeck adds slides of its own, without notes; the others keep their order.
    expect(made.filter((lines) => lines.length > 0)).toEqual(written.filter((lines) => lines.length > 0));
  });

  it('belong to a notes page that knows its slide', () => {
    const { file } = brief();
    for (const path of slidePaths(file)) {
      const notes = related(file, path, 'notesSlide');
      if (notes) expect(related(file, notes, 'slide')).toBe(path);
    }
  });
});

describe('properties', () => {
  it('are those of the outline, and so are the dates', () => {
    const { file, outline } = brief();
    const core = xmlOf(file, 'docProps/core.xml');
    const value = (name: string) => all(core, name).map(textIn).join();
    expect(value('dc:title')).toBe(fieldOf(outline, '/title'));
    expect(value('dc:creator')).toBe(fieldOf(outline, '/authors/0/name'));
    expect(value('dc:language')).toBe('en');
    expect([value('dcterms:created'), value('dcterms:modified')]).toEqual(
      Array(2).fill('2026-11-23T00:00:00Z'),
    );
  });

  it('have no date where the outline has none', () => {
    expect(all(xmlOf(deck(sectioned).file, 'docProps/core.xml'), 'dcterms:created')).toEqual([]);
  });
});

describe('slides', () => {
  it('stand in the sections of the deck, each in one', () => {
    const { file, outline } = deck(sectioned);
    const presentation = xmlOf(file, 'ppt/presentation.xml');
    const sections = all(presentation, 'p14:section');
    expect(sections.map(({ attributes }) => attributes.get('name'))).toEqual([
      fieldOf(outline, '/title'),
      'The case',
      'The offer',
      'The outlook',
    ]);
    const ids = (name: string) => all(presentation, name).map(({ attributes }) => attributes.get('id'));
    expect(ids('p14:sldId')).toEqual(ids('p:sldId'));
  });

  it('say the language of every run', () => {
    for (const { slides, outline } of decks.values()) {
      const language = fieldOf(outline, '/language') || 'en';
      const said = slides.flatMap((slide) =>
        all(slide, 'a:rPr').map(({ attributes }) => attributes.get('lang')),
      );
      expect(new Set(said)).toEqual(new Set([language]));
    }
  });

  it('describe their pictures, and mark what is drawn for the eye alone', () => {
    const { slides, outline } = deck('image');
    const pictures = slides.flatMap((slide) =>
      all(slide, 'p:pic').map((picture) => first(picture, 'p:cNvPr')),
    );
    expect(pictures.map((each) => each?.attributes.get('descr'))).toEqual([
      fieldOf(outline, '/slides/1/alt'),
      fieldOf(outline, '/slides/2/alt'),
    ]);
    const drawn = brief().slides.flatMap((slide) =>
      all(slide, 'p:sp').filter((shape) => !first(shape, 'a:t') && !first(shape, 'p:ph')),
    );
    expect(drawn.length).toBeGreaterThan(50);
    expect(drawn.filter((shape) => first(shape, 'adec:decorative')?.attributes.get('val') !== '1')).toEqual(
      [],
    );
  });

  it('link to where the outline says', () => {
    const { file, slides } = brief();
    const targets = slidePaths(file).flatMap((path) =>
      relationshipsOf(file, path)
        .filter(({ type }) => type === 'hyperlink')
        .map(({ target }) => target),
    );
    expect(targets).toEqual([
      'https://valdaiclub.com/events/posts/articles/valdai-presser-seoul/',
      'http://today.az/news/regions/167194.html',
    ]);
    const linked = slides.flatMap((slide) => all(slide, 'a:r').filter((run) => first(run, 'a:hlinkClick')));
    expect(linked.length).toBeGreaterThanOrEqual(targets.length);
    expect(linked.every((run) => first(run, 'a:rPr')?.attributes.get('u') === 'sng')).toBe(true);
  });

  it('have real tables, the first row their header', () => {
    const tables = brief().slides.flatMap((slide) => all(slide, 'a:tbl'));
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      expect(first(table, 'a:tblPr')?.attributes.get('firstRow')).toBe('1');
      const columns = all(table, 'a:gridCol').length;
      expect(all(table, 'a:tr').map((row) => all(row, 'a:tc').length)).toEqual(
        all(table, 'a:tr').map(() => columns),
      );
    }
  });
});

describe('the manifest', () => {
  it('names the slide, the shape and the line of the outline behind every text', () => {
    for (const { file, slides, outline } of decks.values()) {
      const rows = all(xmlOf(file, 'customXml/item1.xml'), 'slide');
      expect(rows.map(({ attributes }) => attributes.get('number'))).toEqual(
        slides.map((_, index) => `${index + 1}`),
      );
      const pointers = rows.flatMap((row) => [
        row.attributes.get('pointer'),
        ...all(row, 'p').flatMap(({ attributes }) => attributes.get('src')?.split(' ')),
      ]);
      const named = pointers.filter((pointer) => pointer !== undefined);
      expect(named.length).toBeGreaterThan(slides.length);
      expect(named.filter((pointer) => resolve(outline, decodeURIComponent(pointer)) === undefined)).toEqual(
        [],
      );
    }
  });

  it('holds the paragraphs of every shape as they are on the slide', () => {
    for (const { file, slides } of decks.values()) {
      all(xmlOf(file, 'customXml/item1.xml'), 'slide').forEach((row, index) => {
        const slide = slides[index];
        const shapes = slide ? [...all(slide, 'p:sp'), ...all(slide, 'p:graphicFrame')] : [];
        for (const shape of all(row, 'shape')) {
          const built = shapes.find(
            (each) => first(each, 'p:cNvPr')?.attributes.get('id') === shape.attributes.get('id'),
          );
          const texts = built ? paragraphs(built).filter(Boolean) : [];
          expect(texts).toEqual(
            all(shape, 'p')
              .map((each) => textIn(each).replace(/\n/gu, '\u000b'))
              .filter(Boolean),
          );
        }
      });
    }
  });
});
