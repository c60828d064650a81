import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import type { Slide } from '../../src/deck/deck.js';
import { readOutline } from '../../src/outline/read-outline.js';

function slides(yaml: string): readonly Slide[] {
  const { brief, diagnostics } = readOutline(new TextEncoder().encode(yaml), 'brief.yaml');
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return composeDeck(brief, { name: 'briefing', palette: 'default', paletteColours: {} }).slides;
}

function slide(kind: string, fields: string, top = ''): Slide {
  const found = slides(`title: T\n${top}slides:\n  - kind: ${kind}\n    headline: H\n${fields}`).find(
    (each) => each.kind === kind,
  );
  if (!found) throw new Error(`no slide of the kind ${kind}`);
  return found;
}

const choice = `    id: choice
    criteria: [Cost]
    rows:
      - {name: Wait, cells: [none]}
      - {name: Act, id: act, recommended: true, risk: A walk-out}
`;

describe('options', () => {
  it('count their letters and mark the recommended row', () => {
    const { view, rules } = slide('options', choice);
    expect(view.rows).toMatchObject([
      { letter: { text: 'A' }, chosen: false },
      { letter: { text: 'B' }, chosen: true },
    ]);
    expect(rules.find(({ selector }) => selector === 'tbody > tr:nth-child(2) > td')?.body).toContain(
      'var(--accent)',
    );
  });

  it('get a column for what they say of themselves, and print what is absent', () => {
    const { view } = slide('options', choice);
    expect(view.columns).toMatchObject([{ text: { text: 'Cost' } }, { text: { text: 'Risk' } }]);
    expect(view.rows).toMatchObject([
      { cells: [{ text: { text: 'none' } }, { text: { text: 'not stated' } }] },
      { cells: [{ text: { text: 'not stated' } }, { text: { text: 'A walk-out' } }] },
    ]);
  });
});

describe('a recommendation', () => {
  it('names the option that it takes up by letter and page', () => {
    const yaml = `${choice}  - kind: recommendation\n    headline: R\n    text: Act.\n    option: act\n`;
    const deck = slides(`title: T\nslides:\n  - kind: options\n    headline: H\n${yaml}`);
    expect(deck.find(({ kind }) => kind === 'recommendation')?.view.rows).toMatchObject([
      { name: { text: 'Option taken' }, text: { text: '**B** Act, p. 2', at: '/slides/0/rows/1/name' } },
    ]);
  });
});

describe('implications', () => {
  const rows = '    rows: [{for: China, text: Less.}, {for: the Ministry, text: More.}]\n';

  it('draw large the audience that the brief is for', () => {
    const { view } = slide('implications', rows, 'audience: [The ministry]\n');
    expect(view.primary).toMatchObject({ name: { text: 'the Ministry' } });
    expect(view.others).toMatchObject([{ name: { text: 'China' } }]);
  });

  it('stand in rows where no audience comes first', () => {
    const { view } = slide('implications', rows);
    expect(view.primary).toBeNull();
    expect(view.rows).toHaveLength(2);
  });
});

describe('evidence', () => {
  it.each([
    ['    none_found: true\n', 'none found'],
    ['', 'none given'],
  ])('says whether contrary evidence was sought: %j', (fields, words) => {
    const { view } = slide('evidence', `    claim: C\n    support: [S]\n${fields}`);
    expect(view.sides).toMatchObject([{ none: null }, { none: { text: words }, items: [] }]);
  });

  it('shows the badge of its claim, hollow where the claim was passed on', () => {
    const claim = '{text: C, basis: judgement, by: Ann, via: [Ben]}';
    const { view } = slide('evidence', `    claim: ${claim}\n    support: [S]\n`);
    expect(view.badge).toMatchObject({ class: { text: 'judgement passed-on' } });
  });
});

describe('an outlook', () => {
  it('draws a likelihood to scale and none where the outline gives none', () => {
    const points = '    points: [{text: A, likelihood: likely}, B]\n';
    const { rules } = slide('outlook', points, 'scale: icd203\n');
    const bands = rules.filter(({ selector }) => selector.endsWith('::after'));
    expect(bands).toHaveLength(1);
    // 55 to 80 percent of a track of 270 px.
    expect(bands[0]?.body).toContain('inset-inline-start: 148.5px; width: 67.5px');
  });
});

describe('what is new', () => {
  it('says outright that nothing changed', () => {
    const { view } = slide('whats-new', '    none: true\n');
    expect(view.nothing).toMatchObject({ text: 'No judgement has changed since the last edition.' });
  });

  it('says of what is new that it was not there, and of what is gone that it was dropped', () => {
    const { view } = slide('whats-new', '    rows: [{name: A, now: b, direction: new}, {name: C, was: d}]\n');
    expect(view.rows).toMatchObject([{ was: { text: 'not there' } }, { now: { text: 'dropped' } }]);
  });
});

describe('back matter', () => {
  it('gives each of a few authors a row and many authors one', () => {
    const rowsOf = (authors: string) =>
      slide('back-matter', '', `authors: [${authors}]\n`).view.rows as readonly { name: { text: string } }[];
    expect(rowsOf('Ann, Ben').map(({ name }) => name.text)).toEqual(['Author', 'Author', 'Contact']);
    expect(rowsOf('Ann, Ben, Cy, Di').map(({ name }) => name.text)).toEqual(['Authors', 'Contact']);
  });
});
