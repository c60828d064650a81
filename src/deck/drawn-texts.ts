import { isMappedText, type MappedText } from '../outline/mapped-text.js';
import type { Deck } from './deck.js';

/** Every text that the deck draws, with its place in the outline: headlines and views, footer and marking, not the notes. */
export function drawnTexts(deck: Deck): readonly MappedText[] {
  const { slides, footer, marking } = deck;
  return textsIn([slides.map(({ headline, view }) => [headline, view]), footer, marking]);
}

function textsIn(value: unknown): readonly MappedText[] {
  if (isMappedText(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
