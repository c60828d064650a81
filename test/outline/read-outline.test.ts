import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { Brief, BriefSlide } from '../../src/outline/brief.js';
import { isMappedText } from '../../src/outline/mapped-text.js';
import { type ReadOutline, readOutline } from '../../src/outline/read-outline.js';

function read(yaml: string, ownKinds: readonly string[] = []): ReadOutline {
  return readOutline(new TextEncoder().encode(yaml), 'brief.yaml', ownKinds);
}

function briefOf({ brief, diagnostics }: ReadOutline): Brief {
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return brief;
}

function onlySlide<K extends BriefSlide['kind']>(yaml: string, kind: K): Extract<BriefSlide, { kind: K }> {
  const [slide] = briefOf(read(`title: T\nslides:\n${yaml}`)).slides;
  if (slide?.kind !== kind) throw new Error(`not a slide of the kind ${kind}`);
  return slide as Extract<BriefSlide, { kind: K }>;
}

describe('the smallest outline', () => {
  const minimal = readOutline(readFileSync('data/minimal.yaml'), 'data/minimal.yaml');

  test('is read with one info, that no language is given', () => {
    expect(minimal.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['LANG-1', 'info']]);
  });

  test('gives a complete Brief, null or empty where nothing was written', () => {
    const brief = briefOf(minimal);
    expect(brief).toMatchObject({
      type: 'information',
      subtitle: null,
      authors: [],
      marking: null,
      fit: 'continue',
    });
    expect(brief.sources.size).toBe(0);
    expect(brief.slides).toMatchObject([
      { kind: 'points', id: null, notes: null, sources: [], appendix: false, numbered: false, lead: null },
    ]);
    expect(undefinedPlaces(brief)).toEqual([]);
  });
});

describe('texts', () => {
  test('of a bare statement are at the statement, of a mapping at its `text`', () => {
    const { points } = onlySlide('  - {headline: H, points: [a, {text: b}]}', 'points');
    expect(points.map(({ text }) => text)).toEqual([
      { text: 'a', at: '/slides/0/points/0', form: 'inline' },
      { text: 'b', at: '/slides/0/points/1/text', form: 'inline' },
    ]);
  });

  test('of rows that may be bare are at the row', () => {
    const { rows } = onlySlide('  - {kind: gaps, headline: H, rows: [a, {text: b, why: c}]}', 'gaps');
    expect(rows.map(({ text, why }) => [text.at, why?.at])).toEqual([
      ['/slides/0/rows/0', undefined],
      ['/slides/0/rows/1/text', '/slides/0/rows/1/why'],
    ]);
  });

  test('that are numbers in a table stay as they are written', () => {
    const table = onlySlide('  - {kind: table, headline: H, columns: [a, b], rows: [[4.50, null]]}', 'table');
    expect(table.rows[0]?.cells).toEqual([{ text: '4.50', at: '/slides/0/rows/0/0', form: 'inline' }, null]);
  });

  test('of notes are plain', () => {
    const slide = onlySlide('  - {headline: H, notes: "a *b*", points: [c]}', 'points');
    expect(slide.notes).toEqual({ text: 'a *b*', at: '/slides/0/notes', form: 'plain' });
  });

  test.each(['data/russia-north-korea.yaml', 'data/summer-time.yaml', 'test/outline/every-kind.yaml'])(
    'of %s are all in the Brief, each at its own pointer',
    (file) => {
      const bytes = readFileSync(file);
      const texts = textsOf(briefOf(readOutline(bytes, file)));
      const value = load(bytes.toString('utf8'));
      const ids = idsOf(value);
      const leaves = leavesOf(value, '').filter(({ at, text }) => !noTexts.test(at) && !ids.has(text));
      expect(leaves.length).toBeGreaterThan(100);
      expect(leaves.filter(({ at, text }) => texts.get(at) !== text)).toEqual([]);
    },
  );
});

describe('statements', () => {
  test('without a basis have that of their slide', () => {
    const { points } = onlySlide(
      '  - {headline: H, basis: judgement, points: [a, {text: b, basis: fact}]}',
      'points',
    );
    expect(points.map(({ basis }) => basis)).toEqual(['judgement', 'fact']);
  });

  test('name actors by id, with the name that stands in `actors`', () => {
    const yaml =
      'title: T\nactors: {us: {name: United States}}\nslides:\n  - {headline: H, points: [{text: a, by: us}, {text: b, by: The union}]}';
    const [slide] = briefOf(read(yaml)).slides;
    expect(slide).toMatchObject({
      points: [
        { by: { id: 'us', name: { text: 'United States', at: '/actors/us/name' } } },
        { by: { id: null, name: { text: 'The union', at: '/slides/0/points/1/by' } } },
      ],
    });
  });

  test.each([
    ['icd203', 'likely', 55, 80],
    ['phia', 'likely', 55, 75],
    ['ipcc', 'likely', 66, 100],
    ['icd203', 'realistic possibility', null, null],
    ['none', 'likely', null, null],
  ])('on the scale %s that are %s have the band %s to %s', (scale, word, from, to) => {
    const yaml = `title: T\nscale: ${scale}\nslides:\n  - {kind: bluf, headline: H, text: a, likelihood: ${word}}`;
    expect(briefOf(read(yaml)).slides).toMatchObject([{ likelihood: { word: { text: word }, from, to } }]);
  });
});

describe('dates', () => {
  test.each(['2017', '2017-11', '2017-11-27', '"2017"', '2020-02-29'])('%s is one', (date) => {
    const yaml = `title: T\ndate: ${date}\nslides: [{headline: H, points: [a]}]`;
    expect(briefOf(read(yaml)).date).toBe(date.replaceAll('"', ''));
  });

  test.each(['2017-02-29', '2017-13', '27.11.2017', '2017-1-1', 'soon', '17'])('%s is none', (date) => {
    const { diagnostics } = read(
      `title: T\nlanguage: en\ndate: ${date}\nslides: [{headline: H, points: [a]}]`,
    );
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['SCHEMA-2', 3, 7]]);
  });
});

describe('slides', () => {
  test('of the user’s own kinds hold any fields, strings as texts', () => {
    const yaml =
      'title: T\nslides:\n  - {kind: wheel, headline: H, spokes: [{name: a, width: 2}], round: true}';
    const [slide] = briefOf(read(yaml, ['wheel'])).slides;
    const name = { text: 'a', at: '/slides/0/spokes/0/name', form: 'inline' };
    expect(slide).toMatchObject({ kind: 'own:wheel', fields: { spokes: [{ name, width: 2 }], round: true } });
  });

  test('of a built-in kind keep its fields when a template of the user’s own draws it', () => {
    const { diagnostics } = read(
      'title: T\nlanguage: en\nslides: [{kind: quote, headline: H, txt: a, by: b}]',
      ['quote'],
    );
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([['SCHEMA-1', 'Did you mean `text`?']]);
  });

  test('of an own kind are checked by its schema, where it has one', () => {
    const schema = { type: 'object', properties: { spokes: { type: 'integer' } } };
    const yaml = 'title: T\nslides:\n  - {kind: wheel, headline: H, spokes: many}';
    const { diagnostics } = readOutline(
      new TextEncoder().encode(yaml),
      'brief.yaml',
      new Map([['wheel', schema]]),
    );
    expect(diagnostics.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['SCHEMA-2', '/slides/0/spokes'],
    ]);
  });

  test('of actors take the fields of the entry that they name, and their own before it', () => {
    const yaml =
      'title: T\nactors: {us: {name: US, wants: a, role: b}}\nslides: [{kind: actors, headline: H, rows: [us, {actor: us, wants: c}]}]';
    expect(briefOf(read(yaml)).slides).toMatchObject([
      {
        rows: [
          { wants: { text: 'a' } },
          { wants: { text: 'c' }, role: { text: 'b', at: '/actors/us/role' } },
        ],
      },
    ]);
  });
});

test('a source that another passed on is not held, unless it says so', () => {
  const sources = '{a: {author: A}, b: {author: B, via: a}, c: {author: C, via: a, held: true}}';
  const brief = briefOf(read(`title: T\nsources: ${sources}\nslides: [{headline: H, points: [a]}]`));
  expect([...brief.sources.values()].map(({ held }) => held)).toEqual([true, false, true]);
});

/** Every text of a Brief by its pointer. */
function textsOf(value: unknown): ReadonlyMap<string, string> {
  if (isMappedText(value)) return new Map(value.at === null ? [] : [[value.at, value.text]]);
  if (typeof value !== 'object' || value === null) return new Map();
  const children = value instanceof Map ? [...value.values()] : Object.values(value);
  return new Map(children.flatMap((child) => [...textsOf(child)]));
}

function leavesOf(value: unknown, at: string): readonly { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, `${at}/${key}`));
}

/** Fields whose strings are words of a list, dates, addresses, languages: read, but not shown as they stand. */
const noTexts =
  /\/(kind|id|basis|type|language|region|date|cutoff|previous|file|ground|ink|scheme|scale|version|show_range|palette|accent|pptx|fit|url|archive_url|accessed|attribution|grade|taken|size|crop|as_of|resolves_by|end|now|from|to|by_when|checked|horizon|status|trend|strength|direction|stance|firmness|align|show|drawing|spacing|layout|confidence|rule|why|theme|theme\/name)$|\/(columns|fields)\/\d+$|\/actors\/\w+\/of$/u;

/** Ids that the outline gives to sources, actors, terms, slides and others: a text that is one of them is a reference. */
function idsOf(value: unknown): ReadonlySet<string> {
  const top = Object.entries(value ?? {});
  const maps = top.filter(([key]) => ['sources', 'actors', 'glossary'].includes(key));
  const given = leavesOf(value, '').filter(({ at }) => at.endsWith('/id'));
  return new Set([...maps.flatMap(([, map]) => Object.keys(map ?? {})), ...given.map(({ text }) => text)]);
}

function undefinedPlaces(value: unknown, at = ''): readonly string[] {
  if (value === undefined) return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => undefinedPlaces(child, `${at}/${key}`));
}
