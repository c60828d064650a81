import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import type { Deck, Slide } from '../../src/deck/deck.js';
import type { Fitting } from '../../src/deck/kind-view.js';
import { readOutline } from '../../src/outline/read-outline.js';

/** Every character half an em wide: enough to make long texts step down. */
const fit: Fitting = {
  lines: (text, pt, width) =>
    Math.ceil(((typeof text === 'string' ? text : text.text).length * pt * 0.67) / width),
  height: (text, pt, width) => fit.lines(text, pt, width) * pt * 1.6,
  step: (steps, box, heightAt) => steps.find((pt) => heightAt(pt) <= box) ?? steps.at(-1) ?? 18,
};

function deckOf(yaml: string): Deck {
  const { brief, diagnostics } = readOutline(new TextEncoder().encode(yaml), 'brief.yaml');
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return composeDeck(brief, { name: 'briefing', palette: 'default', paletteColours: {} }, fit);
}

function slideOf(kind: string, yaml: string): Slide {
  const slide = deckOf(yaml).slides.find((each) => each.kind === kind);
  if (!slide) throw new Error(`no slide of the kind ${kind}`);
  return slide;
}

const rated = `title: T
scale: icd203
slides:
  - kind: key-judgements
    headline: H
    basis: judgement
    points:
      - {text: They settle., likelihood: likely, confidence: moderate, because: two sources agree}
      - They part.
`;

describe('key judgements', () => {
  it('draw a likelihood from its lower to its upper figure on a track of 270 px', () => {
    const { rules } = slideOf('key-judgements', rated);
    expect(rules[1]?.body).toMatch(
      /^--from: 148\.5px; --band: 67\.5px; --first: var\(--ink\); --second: var\(--ink\)$/u,
    );
  });

  it('say outright that a likelihood is not stated, and draw no track for it', () => {
    const { view } = slideOf('key-judgements', rated);
    expect(view).toHaveProperty('rows.1.likelihood', {
      word: expect.objectContaining({ text: 'not stated' }),
      range: null,
    });
    expect(view).toHaveProperty('rows.1.confidence.word.text', 'not stated');
  });

  it('take the whole width where there is nothing to read with them', () => {
    const slide = slideOf(
      'key-judgements',
      'title: T\nslides: [{kind: key-judgements, headline: H, points: [A., B.]}]',
    );
    expect(slide.classes).toContain('wide');
    expect(slide.view).toHaveProperty('heads', []);
  });

  it('carry a badge each where their bases differ, hollow where one was passed on', () => {
    const { view } = slideOf(
      'key-judgements',
      'title: T\nslides: [{kind: key-judgements, headline: H, points: [{text: A., basis: fact}, {text: B., basis: judgement, via: [Some One]}]}]',
    );
    expect(view).toHaveProperty('mark', null);
    expect(view).toHaveProperty('rows.0.badge.class.text', 'fact');
    expect(view).toHaveProperty('rows.1.badge.class.text', 'judgement passed-on');
  });

  it('step down together when their text is long', () => {
    const steps = ['Short.', 'Words that go on. '.repeat(9), 'Words that go on. '.repeat(14)].map((text) => {
      const points = Array.from({ length: 4 }, () => `      - ${text}\n`).join('');
      return slideOf(
        'key-judgements',
        `title: T\nslides:\n  - kind: key-judgements\n    headline: H\n    points:\n${points}`,
      ).classes[1];
    });
    expect(steps).toEqual(['step-21', 'step-18', 'step-15']);
  });
});

const sourced = (slide: string) => `title: T
sources: {radio: {author: Rosa Lindt, short: Lindt, outlet: Harbour Radio, date: 2026-11-16}}
slides:
  - ${slide}
`;

describe('positions', () => {
  it('show the chain with place and date of a source, and end where we read it', () => {
    const { view } = slideOf(
      'positions',
      sourced('{kind: positions, headline: H, rows: [{text: A., by: The union, via: [radio, the desk]}]}'),
    );
    expect(view).toHaveProperty('rows.0.chain.0.name.text', 'Lindt');
    expect(view).toHaveProperty('rows.0.chain.0.detail.text', 'Harbour Radio, 16 November 2026');
    expect(view).toHaveProperty('rows.0.chain.1', {
      name: expect.objectContaining({ text: 'the desk' }),
      detail: null,
    });
  });

  it('print that there is no source under the last link', () => {
    const { view } = slideOf(
      'positions',
      sourced('{kind: positions, headline: H, rows: [{text: A., via: [the desk], unsourced: true}]}'),
    );
    expect(view).toHaveProperty('rows.0.chain.0.detail.text', 'no source given');
    expect(view).toHaveProperty('rows.0.remark', null);
  });
});

describe('quotations', () => {
  it('carry the marks of their language, and a paraphrase carries none', () => {
    const text = (more: string) =>
      slideOf('quote', sourced(`{kind: quote, headline: H, text: Ja., by: A, ${more}}`)).view;
    expect(text('language: en')).toHaveProperty('text.text', '“Ja.”');
    expect(text('language: de')).toHaveProperty('text.text', '„Ja.“');
    expect(text('paraphrase: true')).toHaveProperty('text.text', 'Ja.');
  });

  it('say where and when, and not the name twice, when speaker and source are one', () => {
    const { view } = slideOf(
      'quote',
      sourced('{kind: quote, headline: H, text: A., by: Rosa Lindt, via: [Lindt, radio, the desk]}'),
    );
    expect(view).toHaveProperty('chain.0.text.text', 'Lindt');
    expect(view).toHaveProperty('chain.1.text.text', 'Harbour Radio, 16 November 2026');
  });
});

describe('the frame of a deck', () => {
  const parts =
    'title: T\nauthors: [Ann Lee, Omar Haddad]\ncutoff: 2026-11\nslides: [{kind: section, headline: A}, {kind: section, headline: B}, {kind: agenda}]';

  it('marks the present part in the tracker of each section', () => {
    const here = deckOf(parts)
      .slides.filter(({ kind }) => kind === 'section')
      .map(({ view }) => view.parts);
    expect(here[1]).toEqual([
      { text: expect.objectContaining({ text: 'A' }), here: null },
      { text: expect.objectContaining({ text: 'B' }), here: expect.objectContaining({ text: 'now' }) },
    ]);
  });

  it('lists the sections with their pages where the agenda has no items', () => {
    const { view } = slideOf('agenda', parts);
    expect(view).toHaveProperty('items.1.text.text', 'B');
    expect(view).toHaveProperty('items.1.details.0.text.text', 'p. 3');
  });

  it('sets two authors side by side and dates to the precision that is known', () => {
    const { view, rules } = slideOf('title', parts);
    expect(rules).toContainEqual({ selector: '.authors', body: '--across: 2' });
    expect(view).toHaveProperty('facts.0.text.text', 'November 2026');
  });
});

describe('the bottom line', () => {
  it('prints what it rests on with its page, and what is not stated', () => {
    const { view } = slideOf(
      'bluf',
      'title: T\nslides: [{kind: bluf, headline: H, text: A., rests_on: [b]}, {id: b, headline: The other, points: [C.]}]',
    );
    expect(view).toHaveProperty('restsOn.cells.0.text.text', 'The other');
    expect(view).toHaveProperty('restsOn.cells.0.page.text', 'p. 3');
    expect(view).toHaveProperty('sure.cells.1.text.text', 'not stated');
  });
});

describe('drivers and limits', () => {
  const headOf = (outcome: string): number => {
    const yaml = `title: T\nslides: [{kind: constraints, headline: H, outcome: ${outcome}, rows: [{name: N, text: T.}]}]`;
    const rule = slideOf('constraints', yaml).rules.find(({ selector }) => selector === '.ledger');
    return Number(/--head: (\d+)px/u.exec(rule?.body ?? '')?.[1]);
  };

  it('give their head as many lines as the outcome takes, so that the rule below strikes no words', () => {
    expect(headOf('A settlement')).toBe(24);
    expect(headOf('The state imposes terms')).toBe(48);
  });
});
