import { createHash } from 'node:crypto';
import type { Deck } from '../deck/deck.js';
import { wordsOf } from '../outline/inline.js';
import type { DeckData, SectionData } from './deck-data.js';

/** What the player is told of a deck. */
export function describeDeck(deck: Deck): DeckData {
  const slides = deck.slides.map(({ headline, id, section, notes }) => ({
    title: wordsOf(headline),
    id,
    section,
    notes: notes ? wordsOf(notes) : null,
  }));
  const sections = deck.sections.map(
    ({ title, number, minutes }): SectionData => ({
      title: wordsOf(title),
      minutes:
        minutes ?? sum(deck.slides.filter(({ section }) => section === number).map((slide) => slide.minutes)),
    }),
  );
  const minutes = deck.minutes ?? sum(deck.slides.map((slide) => slide.minutes));
  const told = { slides, sections, minutes };
  const key = createHash('sha256')
    .update(JSON.stringify([deck.title.text, told]))
    .digest('hex')
    .slice(0, 16);
  return { key, ...told };
}

/** The sum of those that are known; null where none is. */
function sum(minutes: readonly (number | null)[]): number | null {
  const known = minutes.filter((each) => each !== null);
  return known.length > 0 ? known.reduce((total, each) => total + each, 0) : null;
}

/** JSON for the inside of a `<script>`: no text in it can end the element or open a comment. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
