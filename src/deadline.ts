import type { DeckBrowser } from './browser/browser.js';

/** The time by which a deck must be done, all of its steps and its waiting included. */
export interface Deadline {
  /** All of it, in ms. */
  readonly allowed: number;
  /** What is left of it, in ms; 0 where it has passed. */
  left(): number;
}

/** A deadline that begins now. */
export function deadlineIn(allowed: number): Deadline {
  const end = performance.now() + allowed;
  return { allowed, left: () => Math.max(0, end - performance.now()) };
}

/** The browser for one deck, which is given up at the deck's own time. */
export function within(browser: DeckBrowser, { left }: Deadline): DeckBrowser {
  return { ...browser, withDeck: (document, use) => browser.withDeck({ ...document, left }, use) };
}
