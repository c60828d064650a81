import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import type { Slide } from '../../src/deck/deck.js';
import { readOutline } from '../../src/outline/read-outline.js';

function sourcesSlide(sources: string, fields = ''): Slide {
  const yaml = `title: T\nsources:\n${sources}slides:\n  - {kind: sources${fields}}\n`;
  const { brief, diagnostics } = readOutline(new TextEncoder().encode(yaml), 'brief.yaml');
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const deck = composeDeck(brief, { name: 'briefing', palette: 'default', paletteColours: {} });
  const slide = deck.slides.find(({ kind }) => kind === 'sources');
  if (!slide) throw new Error('no sources slide');
  return slide;
}

/** A length of a rule's body, px. */
function length(slide: Slide, selector: string, property: string): number {
  const body = slide.rules.find((rule) => rule.selector === selector)?.body ?? '';
  return Number(new RegExp(`(?:^|; )${property}: (-?[\\d.]+)px`, 'u').exec(body)?.[1]);
}

const relayed = `  paper: {author: Paper}
  radio: {author: Radio, via: paper}
  chair: {author: Chair, via: radio}
  crew: {author: Crew, via: paper}
`;

describe('sources', () => {
  it('stand in columns by how they reached us', () => {
    const { view, classes } = sourcesSlide(relayed);
    expect(classes).toContain('lineage');
    expect(view.columns).toMatchObject([
      { boxes: [{ name: { text: 'Chair' }, via: { text: 'via 2' } }, { name: { text: 'Crew' } }] },
      { boxes: [{ name: { text: 'Radio' }, via: { text: 'via 1' } }] },
      { boxes: [{ name: { text: 'Paper' }, via: null }] },
    ]);
  });

  it('are joined by a level line where a relay stands beside what it passed on', () => {
    const slide = sourcesSlide(relayed);
    const item = '.said > ul > li:nth-child(1)';
    expect(length(slide, item, 'top')).toBe(length(slide, '.relayed > ul > li:nth-child(1)', 'top'));
    expect(slide.rules.some(({ selector }) => selector === `${item}::before`)).toBe(true);
    expect(slide.rules.some(({ selector }) => selector === `${item}::after`)).toBe(false);
  });

  it('lead along an upright line where the target is entered at another level', () => {
    const slide = sourcesSlide(relayed);
    const rows = ['.said > ul > li:nth-child(2)', '.relayed > ul > li:nth-child(1)'];
    const uprights = rows.filter((row) => slide.rules.some(({ selector }) => selector === `${row}::after`));
    expect(uprights).toHaveLength(1);
    expect(length(slide, `${uprights[0]}::after`, 'height')).toBeGreaterThan(20);
  });

  it.each([
    ['nothing was relayed', '  a: {author: A}\n  b: {author: B}\n'],
    ['a relay was itself relayed', `${relayed}  witness: {author: Witness, via: chair}\n`],
    ['there are more than six', `${relayed}  d: {author: D}\n  e: {author: E}\n  f: {author: F}\n`],
  ])('stand in a table where %s', (_, sources) => {
    const { view, classes } = sourcesSlide(sources);
    expect(classes).toContain('by-table');
    expect(view.columns).toBeNull();
    expect(view.rows).toHaveLength(sources.trimEnd().split('\n').length);
  });

  it('say in the table who passed each on, with its number', () => {
    const { view } = sourcesSlide(relayed, ', drawing: table');
    expect(view.rows).toMatchObject([
      { via: { text: 'Read by us' } },
      { via: { text: 'Paper (1)' } },
      { via: { text: 'Radio (2)' } },
      { via: { text: 'Paper (1)' } },
    ]);
  });

  it.each(['withheld', 'chatham_house', 'on_background'])('never name a source that is %s', (attribution) => {
    const slide = sourcesSlide(
      `  secret: {author: Jane Roe, title: Her memo, outlet: Her office, short: Roe, url: "https://roe.example/", descriptor: an official, attribution: ${attribution}}\n  leak: {author: Leak, via: secret}\n`,
    );
    const text = JSON.stringify(slide);
    expect(text).not.toMatch(/Roe|Her memo|Her office|roe\.example/u);
    expect(text).toContain('an official');
  });
});
