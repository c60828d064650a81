/** What can have changed between two editions. `changed` is any value that has no kind of its own; `field` names it. */
export type ChangeKind =
  | 'slide-added'
  | 'slide-removed'
  | 'slide-moved'
  | 'statement-added'
  | 'statement-removed'
  | 'statement-moved'
  | 'source-added'
  | 'source-dropped'
  | 'reworded'
  | 'likelihood'
  | 'confidence'
  | 'basis'
  | 'date'
  | 'marking'
  | 'audience'
  | 'changed';

/** One difference between two editions of a brief. */
export interface Change {
  readonly kind: ChangeKind;
  /** Where it stands in the new outline; for what is gone, where it stood in the old one. */
  readonly pointer: string;
  /** Null for what is new. */
  readonly was: string | null;
  /** Null for what is gone. */
  readonly now: string | null;
  /** Name of the field, such as `headline` or `because`; null for whole slides, statements and sources. */
  readonly field: string | null;
  /** Which way a likelihood or a confidence moved; null where it cannot be told, and for all else. */
  readonly direction: 'up' | 'down' | null;
  /** The slide that it stands on; null for the brief as a whole, its sources, actors and terms. */
  readonly slide: ChangedSlide | null;
}

/** A slide as people know it. */
export interface ChangedSlide {
  /** 1-based place among the slides of the outline that `pointer` belongs to. */
  readonly place: number;
  readonly headline: string;
}

/** What every change has, with what most have not as null. */
export function change(
  kind: ChangeKind,
  pointer: string,
  [was, now]: readonly [string | null, string | null],
  more: Partial<Pick<Change, 'field' | 'direction'>> = {},
): Change {
  return { kind, pointer, was, now, field: null, direction: null, slide: null, ...more };
}
