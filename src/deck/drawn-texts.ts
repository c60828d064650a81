import { isMappedText, type MappedText } from '../outline/mapped-text.js';
import type { Deck } from './deck.js';

/** Every text that the deck draws, with its place in the outline: headlines and views, footer and marking, and notes where they are printed. */
export function drawnTexts(deck: Deck, withNotes = false): readonly MappedText[] {
  const { slides, footer, marking } = deck;
  const shown = slides.map(({ headline, view, notes }) => [headline, view, withNotes ? notes : null]);
  return textsIn([shown, footer, marking]);
}

function textsIn(value: unknown): readonly MappedText[] {
  if (isMappedText(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
