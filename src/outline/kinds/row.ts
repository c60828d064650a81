import type { Shape } from '../fields/field.js';

/** Sizes of a kind's statements in pt, from first to last choice. */
export type TextSteps = readonly number[];

/** One slide kind: what the outline, the deck and the theme have to know of it. */
export interface KindRow<S extends Shape = Shape, H extends HeadlineUse = HeadlineUse> {
  /** English words for the margin. */
  readonly label: string;
  /** One sentence for editors. */
  readonly doc: string;
  readonly fields: S;
  readonly steps: TextSteps;
  /** The PPTX layout that it sits on. */
  readonly layout: 'title' | 'section' | 'content' | 'blank';
  readonly headline: H;
}

/** Whether a kind's slides must have a headline. */
export type HeadlineUse = 'required' | 'optional';

/** Gives a row its exact type. */
export function kind<S extends Shape, const H extends HeadlineUse>(row: KindRow<S, H>): KindRow<S, H> {
  return row;
}
