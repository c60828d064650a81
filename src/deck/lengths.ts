/** The sum of lengths. */
export function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}

/** A size of type in px: 1 pt is 4/3 px on the page of 1280 × 720. */
export function pxOf(pt: number): number {
  return (pt * 4) / 3;
}

/** A length to a tenth of a px, which is as fine as a drawing needs. */
export function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}

/** A length for CSS, to a tenth of a px. */
export function px(length: number): string {
  return `${tenth(length)}px`;
}
