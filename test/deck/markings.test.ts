import { describe, expect, test } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import { readOutline } from '../../src/outline/read-outline.js';

function read(yaml: string) {
  return readOutline(new TextEncoder().encode(`title: A\nlanguage: en\n${yaml}`), 'a.yaml');
}

function markings(yaml: string) {
  const { brief, diagnostics } = read(yaml);
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const deck = composeDeck(brief, { name: 'plain', palette: 'plain', paletteColours: {} });
  const labels = deck.slides.map(({ marking }) => marking?.label.text ?? null);
  return { deck: deck.marking?.label.text ?? null, slides: labels, keywords: deck.properties.keywords };
}

function findings(yaml: string): readonly string[] {
  return read(yaml).diagnostics.map(({ code, line, message }) => `${code} ${line}: ${message}`);
}

const levels = 'portions: [{mark: U, label: UNCLASSIFIED}, {mark: C, label: CONFIDENTIAL}, S]';

describe('markings roll up', () => {
  test('a brief without one shows the highest of its slides, and says it in its properties', () => {
    const slides =
      'slides: [{headline: H, marking: TLP:GREEN, points: [a]}, {headline: I, marking: TLP:RED, points: [a]}]';
    expect(markings(slides)).toEqual({
      deck: 'TLP:RED',
      slides: [null, 'TLP:GREEN', 'TLP:RED'],
      keywords: ['TLP:RED'],
    });
  });

  test('a slide whose texts are all marked shows the highest of its portions, with the restrictions of the brief', () => {
    const slides = `marking: {label: SECRET//NOFORN, ${levels}}
slides:
  - {headline: H, portion: U, points: [{text: a, portion: C}, {text: b, portion: U}]}
  - {headline: I, portion: U, points: [{text: a, portion: U}, not marked]}
  - {headline: J, portion: S, points: [{text: a, portion: U}]}`;
    expect(markings(slides).slides).toEqual([null, 'CONFIDENTIAL//NOFORN', null, null]);
  });

  test('portion marks are printed before their texts where the marking lists them', () => {
    const { brief } = read(`marking: {label: SECRET, ${levels}}
slides: [{headline: H, portion: U, points: [{text: a, portion: C, points: [{text: b, portion: S}]}]}]`);
    if (!brief) throw new Error('not read');
    const [, slide] = composeDeck(brief, { name: 'plain', palette: 'plain', paletteColours: {} }).slides;
    expect(slide?.headline.text).toBe('(U) H');
    expect(JSON.stringify(slide?.view)).toMatch(/\(C\) a.*\(S\) b/u);
  });
});

describe('a marking that is lower than what it covers is an error', () => {
  test.each([
    [
      'the brief’s, of a slide',
      'marking: TLP:GREEN\nslides: [{headline: H, marking: TLP:AMBER+STRICT, points: [a]}]',
      'MARK-1 3: The marking "TLP:GREEN" is lower than "TLP:AMBER+STRICT", which it covers in line 4.',
    ],
    [
      'a slide’s, of a statement on it',
      `marking: {label: SECRET, ${levels}}\nslides: [{headline: H, marking: CONFIDENTIAL, points: [\n  {text: a, portion: S}]}]`,
      'MARK-1 4: The marking "CONFIDENTIAL" is lower than "S", which it covers in line 5.',
    ],
    [
      'the brief’s, of a statement',
      `marking: {label: CONFIDENTIAL//REL, ${levels}}\nslides: [{headline: H, points: [{text: a, portion: S}]}]`,
      'MARK-1 3: The marking "CONFIDENTIAL//REL" is lower than "S", which it covers in line 4.',
    ],
    [
      'a portion mark that the order lacks',
      `marking: {label: SECRET, ${levels}}\nslides: [{headline: H, points: [{text: a, portion: SS}]}]`,
      'MARK-2 4: There is no portion mark "SS".',
    ],
  ])('%s', (_, yaml, finding) => {
    expect(findings(yaml)).toEqual([finding]);
  });

  test('equal and higher markings, hidden slides and labels of no order are silent', () => {
    expect(findings('marking: TLP:AMBER\nslides: [{headline: H, marking: TLP:AMBER, points: [a]}]')).toEqual(
      [],
    );
    expect(
      findings(
        'marking: TLP:GREEN\nslides: [{headline: G, points: [a]}, {headline: H, hidden: true, marking: TLP:RED, points: [a]}]',
      ),
    ).toEqual([]);
    expect(
      findings('marking: House only\nslides: [{headline: H, marking: Board only, points: [a]}]'),
    ).toEqual([]);
  });
});
