import type { Deck } from '../../deck/deck.js';
import type { Sheet } from '../../deck/paper.js';

/** How many slides a handout has on a page. */
export type PerPage = 2 | 3 | 4 | 6;

/** What a printed form is made of. */
export interface FormSource {
  readonly deck: Deck;
  /** The drawn slides, each as one `<svg>`; empty for a form that shows none. */
  readonly slides: readonly string[];
  /** The paper, upright. */
  readonly sheet: Sheet;
  readonly perPage: PerPage;
}

/** A form before it becomes a document: what stands on its pages, and how it is set. */
export interface Form {
  readonly html: string;
  readonly css: string;
  /** The sheet that it is laid out for, upright or lying. */
  readonly sheet: Sheet;
  /** What stands at the head of pages instead of the short title: CSS rules for pages. */
  readonly pages: string;
}
