import type { Deck } from '../../deck/deck.js';
import type { Paper } from '../../deck/paper.js';

/** How many slides a handout has on a page. */
export type PerPage = 2 | 3 | 4 | 6;

/** What a printed form is made of. */
export interface FormSource {
  readonly deck: Deck;
  /** The drawn slides, each as one `<svg>`; empty for a form that shows none. */
  readonly slides: readonly string[];
  readonly paper: Paper;
  readonly perPage: PerPage;
}

/** A form before it becomes a document: what stands on its pages, and how it is set. */
export interface Form {
  readonly html: string;
  readonly css: string;
  /** What stands at the head of pages instead of the short title: CSS rules for pages. */
  readonly pages: string;
}
