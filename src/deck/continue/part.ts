/** Which items of a slide stand on it, where its text goes on from one slide to the next. */
export interface Part {
  /** 1-based, of how many. */
  readonly number: number;
  readonly of: number;
  /** The first of its items, and the first that stands on the next. */
  readonly from: number;
  readonly to: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** A slide that is one. */
export const whole: Part = {
  number: 1,
  of: 1,
  from: 0,
  to: Number.POSITIVE_INFINITY,
  first: true,
  last: true,
};
