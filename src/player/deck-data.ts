/** What the player knows of a deck beyond its slides: it goes into the document as JSON that nothing runs. */
export interface DeckData {
  /** Tells one build of a deck from another; two windows that are in step have the same. */
  readonly key: string;
  readonly slides: readonly SlideData[];
  readonly sections: readonly SectionData[];
  /** Minutes for the whole deck; null where the outline says nothing. */
  readonly minutes: number | null;
}

/** One slide, as the player names it. */
export interface SlideData {
  readonly title: string;
  /** The outline's own name of it; null where it has none. */
  readonly id: string | null;
  /** 1-based number of its section; 0 before the first. */
  readonly section: number;
  /** Speaker notes, paragraphs divided by empty lines; null where it has none. */
  readonly notes: string | null;
}

/** One section, in order. */
export interface SectionData {
  readonly title: string;
  /** Minutes for it; null where the outline says nothing. */
  readonly minutes: number | null;
}

/** Whether a value is what `describeDeck` wrote: it was written by us, so its outline is enough. */
export function isDeckData(value: unknown): value is DeckData {
  return typeof value === 'object' && value !== null && 'slides' in value && 'sections' in value;
}
