import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltDeck, buildDecks, goldenOutlines } from '../pptx/decks.js';
import { has } from '../programs.js';
import { lettersOf, readers, resolve, stringsOf } from './texts.js';

type Kind = keyof typeof readers;
const everyKind: readonly Kind[] = ['md', 'html', 'pdf', 'pptx'];

/** Texts that a kind of file leaves out on purpose, by their pointers. */
const leftOut: readonly { readonly at: RegExp; readonly from: readonly Kind[]; readonly why: string }[] = [
  {
    at: /^\/slides\/\d+\/notes$/u,
    from: ['html', 'pdf'],
    why: 'notes are for the speaker: Markdown has them as comments, PPTX as notes',
  },
  {
    at: /^\/(?:version|type|language|scale|theme)$/u,
    from: everyKind,
    why: 'a choice; the deck shows what it stands for',
  },
  {
    at: /\/(?:kind|drawing|fit)$|^\/(?:sources|actors)\/\w+\/type$/u,
    from: everyKind,
    why: 'a choice that templates read',
  },
  { at: /\/basis$/u, from: everyKind, why: 'a badge stands for it, in capitals' },
  {
    at: /(?:^|\/)(?:date|cutoff|accessed)$/u,
    from: everyKind,
    why: 'dates are written out: 27 November 2017',
  },
  { at: /\/id$/u, from: everyKind, why: 'a name for other fields to refer to' },
  {
    at: /\/(?:sources|via|see|rests_on|could_change|lanes|parties)\/\d+(?:\/(?:source|slide))?$/u,
    from: everyKind,
    why: 'a reference: what it refers to is shown',
  },
  {
    at: /^\/sources\/\w+\/via$|\/by$|^\/slides\/\d+\/(?:rows|columns)\/\d+$/u,
    from: everyKind,
    why: 'a reference: what it refers to is shown',
  },
  { at: /\/at$/u, from: everyKind, why: 'the place in the source, for who checks the brief' },
  {
    at: /^\/sources\/\w+\/url$/u,
    from: ['html', 'pdf', 'pptx'],
    why: 'an address that the source’s name leads to',
  },
  {
    at: /^\/sources\/\w+\/(?:interest|note|side)$/u,
    from: everyKind,
    why: 'a fact about a source for who keeps the brief; no kind shows it',
  },
];

describe.runIf(has('pdftotext'))('every text of an outline', () => {
  const looked = goldenOutlines.filter((path) => /\/data\/(?:russia-north-korea|minimal)\.yaml$/u.test(path));
  let decks: readonly { readonly outline: unknown; readonly deck: BuiltDeck }[] = [];
  let missing: readonly { readonly pointer: string; readonly kind: Kind }[] = [];
  beforeAll(async () => {
    const built = await buildDecks(looked, everyKind);
    decks = built.map((deck) => ({ deck, outline: load(readFileSync(deck.input, 'utf8')) }));
    missing = decks.flatMap(({ deck, outline }) =>
      everyKind.flatMap((kind) => {
        const letters = readers[kind](deck.path(kind));
        return stringsOf(outline)
          .filter(({ text }) => !letters.includes(lettersOf(text)))
          .map(({ pointer }) => ({ pointer, kind }));
      }),
    );
  }, 240_000);

  it('is in Markdown, HTML, PDF and PPTX, but for what a kind leaves out on purpose', () => {
    expect(decks.map(({ outline }) => stringsOf(outline).length > 2)).toEqual([true, true]);
    const isMeant = ({ pointer, kind }: (typeof missing)[number]) =>
      leftOut.some(({ at, from }) => at.test(pointer) && from.includes(kind));
    expect(missing.filter((each) => !isMeant(each))).toEqual([]);
  });

  it.each(leftOut)('is shown where nothing leaves it out: $why', ({ at }) => {
    expect(missing.some(({ pointer }) => at.test(pointer))).toBe(true);
  });

  it('is named by pointers of the HTML that all lead to the outline', () => {
    for (const { deck, outline } of decks) {
      const html = readFileSync(deck.path('html'), 'utf8');
      const found = [...html.matchAll(/ data-src="([^"]*)"/gu)].flatMap(([, value = '']) => value.split(' '));
      expect(found.length).toBeGreaterThan(1);
      expect(found.filter((pointer) => resolve(outline, decodeURIComponent(pointer)) === undefined)).toEqual(
        [],
      );
    }
  });
});
