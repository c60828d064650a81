import type { Grey } from './grey.js';

/** Standard deviation and reach of the Gaussian window, px: 11 × 11, as Wang, Bovik, Sheikh and Simoncelli (2004) have it. */
const sigma = 1.5;
const reach = 5;

/** Keeps quotients of flat windows from 0 / 0: (K × 255)², K = 0.01 for means and 0.03 for variances. */
const steady = { mean: (0.01 * 255) ** 2, variance: (0.03 * 255) ** 2 } as const;

const weights = gaussian();

function gaussian(): readonly number[] {
  const raw = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = raw.reduce((total, each) => total + each, 0);
  return raw.map((each) => each / sum);
}

/**
 * Mean structural similarity of two pictures at full resolution, over all windows that lie within both: 1 for equals.
 * Of pictures whose sizes differ, as rounding makes them, the common part counts.
 */
export function ssim(one: Grey, other: Grey): number {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  if (width <= 2 * reach || height <= 2 * reach)
    throw new RangeError(`too small to compare: ${width} × ${height}`);
  const columns = width - 2 * reach;
  const rings = Array.from({ length: 2 * reach + 1 }, () => new Float64Array(4 * columns));
  let sum = 0;
  for (let y = 0; y < height; y += 1) {
    blurRow(one, other, y, columns, rings[y % rings.length] ?? new Float64Array());
    if (y >= 2 * reach) sum += similarityOfRow(rings, y, columns);
  }
  return sum / (columns * (height - 2 * reach));
}

/** For each window of a row: both means, the mean of the squares of both, and the mean of the products. */
function blurRow(one: Grey, other: Grey, y: number, columns: number, into: Float64Array): void {
  const [from, fromOther] = [y * one.width, y * other.width];
  for (let x = 0; x < columns; x += 1) {
    let [a, b, squares, products] = [0, 0, 0, 0];
    for (let at = 0; at < weights.length; at += 1) {
      const weight = weights[at] ?? 0;
      const p = one.pixels[from + x + at] ?? 0;
      const q = other.pixels[fromOther + x + at] ?? 0;
      a += weight * p;
      b += weight * q;
      squares += weight * (p * p + q * q);
      products += weight * p * q;
    }
    into.set([a, b, squares, products], 4 * x);
  }
}

function similarityOfRow(rings: readonly Float64Array[], y: number, columns: number): number {
  let sum = 0;
  for (let x = 0; x < columns; x += 1) {
    let [a, b, squares, products] = [0, 0, 0, 0];
    for (let at = 0; at < weights.length; at += 1) {
      const weight = weights[at] ?? 0;
      const row = rings[(y + 1 + at) % rings.length];
      a += weight * (row?.[4 * x] ?? 0);
      b += weight * (row?.[4 * x + 1] ?? 0);
      squares += weight * (row?.[4 * x + 2] ?? 0);
      products += weight * (row?.[4 * x + 3] ?? 0);
    }
    const means = (2 * a * b + steady.mean) / (a * a + b * b + steady.mean);
    const variances =
      (2 * (products - a * b) + steady.variance) / (squares - a * a - b * b + steady.variance);
    sum += means * variances;
  }
  return sum;
}
