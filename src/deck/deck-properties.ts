import type { Brief } from '../outline/brief.js';
import { wordsOf } from '../outline/inline.js';
import type { MappedText } from '../outline/mapped-text.js';
import type { Deck } from './deck.js';
import type { KindContext } from './kind-view.js';
import type { Markings } from './markings.js';

/** What outputs say of the deck as a document. */
export function propertiesOf(brief: Brief, { deck }: Markings): Deck['properties'] {
  return {
    title: wordsOf(brief.title),
    subject: brief.subtitle ? wordsOf(brief.subtitle) : null,
    authors: brief.authors.map(({ name }) => wordsOf(name)),
    organisation: brief.organisation ? wordsOf(brief.organisation) : null,
    keywords: deck ? [deck.label.text] : [],
    date: brief.date,
    edition: brief.edition?.text.text ?? null,
  };
}

/** What stands at the foot of every slide. */
export function footerOf(brief: Brief, { labels, date }: KindContext): Deck['footer'] {
  const { short_title, title, edition, cutoff } = brief;
  const rows: readonly (readonly [Deck['footer'][number]['name'], MappedText | null])[] = [
    ['title', short_title ?? title],
    ['edition', edition && editionText(edition, labels.edition)],
    [
      'date',
      cutoff ? { text: `${labels.informationTo} ${date(cutoff)}`, at: '/cutoff', form: 'plain' } : null,
    ],
  ];
  return rows.flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

function editionText({ text, number }: NonNullable<Brief['edition']>, word: string): MappedText {
  return { ...text, text: number ? `${word} ${number}` : text.text };
}
