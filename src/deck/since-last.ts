import type { SlideOf } from '../outline/brief.js';
import type { MappedText } from '../outline/mapped-text.js';

/** A row of the slide that says what is new. */
export type ChangeRow = SlideOf<'whats-new'>['rows'][number];

/** How a slide differs from the last edition. */
export type ChangeMark = 'new' | 'changed' | 'removed';

/** A judgement whose likelihood or confidence moved. */
export interface MovedStatement {
  /** Pointer of the statement. */
  readonly pointer: string;
  /** What moved, as it was; words of the last edition stand at no place of this outline. */
  readonly was: MappedText;
  readonly direction: 'up' | 'down' | null;
  /** The likelihood as both editions have it, without its range; null where it stayed. */
  readonly likelihood: { readonly was: string | null; readonly now: string | null } | null;
}

/** What changed since the previous edition, as a deck shows it. */
export interface SinceLast {
  /** What it is compared with, such as "edition 2"; null where the previous edition has neither number nor date. */
  readonly since: MappedText | null;
  /** What is worth a row, the weightiest first. */
  readonly rows: readonly ChangeRow[];
  /** How many changes each row tells. */
  readonly tells: readonly number[];
  /** How many changes have no row of their own. */
  readonly others: number;
  /** Key judgements that stand as they were. */
  readonly unchanged: readonly MappedText[];
  readonly moved: readonly MovedStatement[];
  /** Marks of slides by their pointers; `/sources` and `/glossary` are those of the slides that briefdeck adds. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
  /** The deck shows what changed and nothing else. */
  readonly isRedline: boolean;
}
