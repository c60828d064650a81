import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import { divide } from '../../src/deck/continue/divide.js';
import type { Deck, Slide } from '../../src/deck/deck.js';
import { fitFindings } from '../../src/deck/fit-findings.js';
import { readOutline } from '../../src/outline/read-outline.js';

function deckOf(yaml: string): Deck {
  const { brief, diagnostics } = readOutline(new TextEncoder().encode(yaml), 'brief.yaml');
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return composeDeck(brief, { name: 'briefing', palette: 'default', paletteColours: {} });
}

const partsOf = (deck: Deck, pointer: string) => deck.slides.filter((slide) => slide.pointer === pointer);
const headlinesOf = (slides: readonly Slide[]) => slides.map(({ headline }) => headline.text);

const sentence = 'Both sides meet on Thursday, and the union has cut its demand to four per cent.';
const points = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `      - Point ${from + index}. ${sentence} ${sentence}`).join(
    '\n',
  );

const long = `title: T
language: en
sources:
  radio: {title: Radio}
  paper: {title: Paper}
  gazette: {title: Gazette}
slides:
  - kind: agenda
  - headline: The strike will probably end this week
    id: end
    numbered: true
    lead: What we know
    notes: Say that it is early.
    minutes: 6
    sources: [radio, paper, gazette]
    points:
      - {text: "Early. ${sentence}", sources: [radio]}
${points(6)}
${points(6, 6)}
      - {text: "Late. ${sentence}", sources: [paper]}
  - {kind: section, headline: After the strike}
  - headline: Short
    see: [end]
    points: [{text: p, see: [end]}]
`;

describe('text that does not fit', () => {
  const deck = deckOf(long);
  const parts = partsOf(deck, '/slides/1');
  const [first, ...later] = parts;

  it('goes on on further slides, each with its place in the headline', () => {
    expect(parts.length).toBeGreaterThan(1);
    expect(headlinesOf(parts)).toEqual(
      parts.map((_, index) => `The strike will probably end this week\u00a0(${index + 1}/${parts.length})`),
    );
    expect(deck.slides.map(({ number }) => number)).toEqual(deck.slides.map((_, index) => index + 1));
  });

  it('is divided between statements, which all stay, in order and with their place in the outline', () => {
    const places = parts.flatMap(({ view }) =>
      JSON.stringify(view).match(/"at":"\/slides\/1\/points\/\d+/gu),
    );
    expect([...new Set(places)]).toEqual(
      Array.from({ length: 14 }, (_, index) => `"at":"/slides/1/points/${index}`),
    );
  });

  it('has one text step on all of them, and counts on', () => {
    expect(new Set(parts.map(({ classes }) => classes.find((name) => name.startsWith('step-')))).size).toBe(
      1,
    );
    const starts = parts.map(({ view }) => view['start']);
    expect(starts).toEqual(parts.map(({ part }) => part.from + 1));
  });

  it('has id, lead and notes on the first, and shares its minutes out', () => {
    expect(parts.map(({ id }) => id)).toEqual(['end', ...later.map(() => null)]);
    expect(first?.notes?.text).toBe('Say that it is early.');
    expect(later.map(({ notes }) => notes)).toEqual(later.map(() => null));
    expect(later.map(({ view }) => view['lead'])).toEqual(later.map(() => null));
    expect(parts.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBeCloseTo(6);
  });

  it('names the sources of the statements that stand there, and those of the slide as a whole', () => {
    const rows = parts.map(({ view }) => JSON.stringify(view['foot']));
    expect(rows.every((row) => row.includes('Gazette'))).toBe(true);
    expect(rows[0]).toContain('Radio');
    expect(rows[0]).not.toContain('Paper');
    expect(rows.at(-1)).toContain('Paper');
    expect(rows.at(-1)).not.toContain('Radio');
  });

  it('is followed by page numbers, agenda and sections', () => {
    const section = deck.slides.find(({ kind }) => kind === 'section');
    const [agenda] = partsOf(deck, '/slides/0');
    expect(section?.number).toBe(3 + parts.length);
    expect(deck.sections.map(({ firstSlide }) => firstSlide)).toEqual([section?.number]);
    expect(JSON.stringify(agenda?.view)).toContain(`p. ${section?.number}`);
    expect(JSON.stringify(partsOf(deck, '/slides/3')[0]?.view)).toContain(`p.\u00a0${first?.number}`);
  });

  it('is told of', () => {
    expect(fitFindings(deck).map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
      ['FIT-3', 'info', '/slides/1'],
    ]);
  });
});

describe('the fit policy', () => {
  it('keeps a slide whole that shall shrink', () => {
    const deck = deckOf(long.replace('    id: end', '    id: end\n    fit: shrink'));
    expect(headlinesOf(partsOf(deck, '/slides/1'))).toEqual(['The strike will probably end this week']);
    expect(partsOf(deck, '/slides/1')[0]?.classes).toContain('step-15');
    expect(fitFindings(deck)).toEqual([]);
  });

  it('neither shrinks nor divides where text that does not fit shall fail, and says how much is too much', () => {
    const deck = deckOf(long.replace('language: en', 'language: en\nfit: fail'));
    const [slide, ...others] = partsOf(deck, '/slides/1');
    expect(others).toEqual([]);
    expect(slide?.classes).toContain('step-24');
    const [finding, ...further] = fitFindings(deck);
    expect(further).toEqual([]);
    expect(finding?.severity).toBe('error');
    expect(finding?.pointer).toBe('/slides/1');
    expect(finding?.message).toMatch(
      /^On slide 3 the text is \d+ px tall at 24 pt and has \d+ px \(\d+ % too much\)\.$/u,
    );
  });

  it('of a slide goes before that of the deck', () => {
    const deck = deckOf(
      long
        .replace('language: en', 'language: en\nfit: fail')
        .replace('    id: end', '    id: end\n    fit: continue'),
    );
    expect(partsOf(deck, '/slides/1').length).toBeGreaterThan(1);
  });

  it('lets slides that briefdeck adds go on, whatever the deck says', () => {
    const sources = Array.from({ length: 40 }, (_, index) => `  s${index}: {title: Paper ${index}}`).join(
      '\n',
    );
    const deck = deckOf(
      `title: T\nlanguage: en\nfit: fail\nsources:\n${sources}\nslides: [{headline: H, points: [p]}]\n`,
    );
    const added = deck.slides.filter(({ kind }) => kind === 'sources');
    expect(added.length).toBeGreaterThan(1);
    expect(JSON.stringify(added.at(-1)?.view)).toContain('Paper 39');
    expect(fitFindings(deck).map(({ code }) => code)).toEqual(['FIT-3']);
  });
});

describe('tables that go on', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `      - [Port ${index}, "${index}", "${sentence}"]`);
  const deck = deckOf(
    `title: T\nlanguage: en\nslides:\n  - kind: table\n    headline: H\n    columns: [Port, Calls, Remark]\n    rows:\n${rows.join('\n')}\n`,
  );
  const parts = partsOf(deck, '/slides/0');

  it('repeat their head and keep the widths of their columns', () => {
    const heads = parts.map(({ view }) => JSON.stringify(view['columns']));
    expect(parts.length).toBeGreaterThan(2);
    expect(new Set(heads).size).toBe(1);
    const widths = parts.map(({ rules }) =>
      JSON.stringify(rules.filter(({ body }) => body.startsWith('width'))),
    );
    expect(new Set(widths).size).toBe(1);
  });
});

describe('items divided between slides', () => {
  it('fill them evenly, so that none is left with a last line', () => {
    const fullness = (from: number, to: number) => (to - from) / 10;
    expect(divide(11, [18, 15], fullness)?.parts.map(({ from, to }) => to - from)).toEqual([6, 5]);
  });

  it('are as large as the fewest slides allow', () => {
    const fullness = (from: number, to: number, step: number) => ((to - from) * step) / 100;
    expect(divide(9, [24, 20, 15], fullness)).toEqual({
      step: 20,
      parts: [
        { from: 0, to: 5 },
        { from: 5, to: 9 },
      ],
    });
  });

  it('stay together where one alone is too much for a slide', () => {
    expect(divide(3, [15], () => 2)).toBeNull();
  });

  it('leave one that is too much for a slide by itself', () => {
    const fullness = (from: number, to: number) => (from <= 1 && to > 1 ? 3 : (to - from) / 4);
    expect(divide(4, [15], fullness)?.parts).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 4 },
    ]);
  });
});
