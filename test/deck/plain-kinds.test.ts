import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import type { Slide } from '../../src/deck/deck.js';
import { readOutline } from '../../src/outline/read-outline.js';

function firstOf(kind: string, fields: string, top = ''): Slide {
  const yaml = `title: T\n${top}slides:\n  - kind: ${kind}\n    headline: H\n${fields}`;
  const { brief, diagnostics } = readOutline(new TextEncoder().encode(yaml), 'brief.yaml');
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const deck = composeDeck(brief, { name: 'briefing', palette: 'default', paletteColours: {} });
  const slide = deck.slides.find((each) => each.kind === kind);
  if (!slide) throw new Error(`no slide of the kind ${kind}`);
  return slide;
}

const long = 'of all that was said and written on the matter since the strike began, '.repeat(3);

describe('the foot of a slide', () => {
  const next = '  - {id: next, headline: N, points: [p]}\n  - {id: last, headline: L, points: [p]}\n';

  it('prints what to read with it by name and page', () => {
    const { view } = firstOf(
      'points',
      `    points: [p]\n    see: [{slide: next, text: Terms}, {slide: last, text: Votes}]\n${next}`,
    );
    expect(view.foot).toMatchObject([
      { label: { text: 'Read with' }, text: { text: 'Terms, p.\u00a03; Votes, p.\u00a04' } },
    ]);
  });

  it('keeps the dagger for a footnote', () => {
    const { view } = firstOf('points', `    points: [p]\n    footnote: Open.\n    see: [next]\n${next}`);
    expect(view.foot).toMatchObject([{ label: { text: '† Note' }, text: { text: 'Open. See page\u00a03' } }]);
  });
});

describe('points', () => {
  it('say beneath an assumption what follows if it fails, and how long a statement holds', () => {
    const { view } = firstOf(
      'points',
      '    points: [{text: Calm., basis: assumption, if_wrong: start anew, as_of: 2026-11, resolves_by: 2027-01-31}]\n',
    );
    expect(view.points).toMatchObject([
      { remark: { text: 'If wrong: start anew; as of November 2026; can be scored by 31 January 2027' } },
    ]);
  });
});

describe('indicators', () => {
  const row = (day: string) => `{text: Sign, status: seen, checked: ${day}}`;

  it('say once at the head when all were checked on one day', () => {
    const { view } = firstOf('indicators', `    rows: [${row('2026-11-20')}, ${row('2026-11-20')}]\n`);
    expect(view.heads).toMatchObject({ checked: { text: 'checked 20 November 2026' } });
    expect(view.rows).toMatchObject([{ checked: null }, { checked: null }]);
  });

  it('say it at each where the days differ', () => {
    const { view } = firstOf('indicators', `    rows: [${row('2026-11-20')}, ${row('2026-11-21')}]\n`);
    expect(view.heads).toMatchObject({ checked: null });
    expect(view.rows).toMatchObject([
      { checked: { text: 'checked 20 November 2026' } },
      { checked: { text: 'checked 21 November 2026' } },
    ]);
  });
});

describe('a figure', () => {
  const size = ({ rules }: Slide) =>
    Number(/--figure: (\d+)px/u.exec(rules.find(({ selector }) => selector === '.figure')?.body ?? '')?.[1]);

  it('gives way to long texts below it', () => {
    const few = firstOf('big-number', '    value: 84\n    text: of all\n');
    const many = firstOf(
      'big-number',
      `    value: 84\n    text: ${long}\n    compare: ${long}\n    points: ["${long}", "${long}", "${long}"]\n`,
    );
    expect(size(few)).toBe(160);
    expect(size(many)).toBeLessThan(size(few));
  });
});

describe('columns', () => {
  it('start their lists on one line, however many lines a head takes', () => {
    const { rules } = firstOf(
      'columns',
      '    columns: [{name: As now, points: [p]}, {name: Standard time all through the year, points: [p]}, {name: C, points: [p]}]\n',
    );
    // Two lines of 21 pt.
    expect(rules).toContainEqual({ selector: '.column > h2', body: 'min-height: 67px' });
  });
});

describe('a long list of sources', () => {
  const list = (count: number) =>
    `sources:\n${Array.from({ length: count }, (_, index) => `  s${index}: {author: Author, title: Title, outlet: Outlet, date: 2026}\n`).join('')}`;

  it.each([
    [7, false],
    [11, true],
  ])('runs name and details on in one line: %i sources, %s', (count, runsOn) => {
    expect(firstOf('sources', '', list(count)).classes.includes('run-on')).toBe(runsOn);
  });
});
