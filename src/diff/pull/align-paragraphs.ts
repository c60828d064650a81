import { type Bigrams, bigramsOf, resemblance } from './resemblance.js';

/** A paragraph with the place of its shape. */
export interface Placed {
  readonly text: string;
  readonly shape: number;
}

/** Places of the same paragraph in both lists. */
export interface Pair {
  readonly old: number;
  readonly now: number;
}

/** What became of the paragraphs of a slide. */
export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Paragraphs less alike than this are the same only where nothing else can stand in that place. */
const alike = 0.4;

interface Row extends Placed {
  readonly plain: string;
  readonly bigrams: Bigrams;
  /** Whether both sides have the same number of it: then none of these was reworded. */
  readonly stays: boolean;
}

/** Finds the paragraphs of a slide as built among those that came back: in order first, then wherever they went. */
export function alignParagraphs(built: readonly Placed[], returned: readonly Placed[]): Alignment {
  const [old, now] = [rowsOf(built, returned), rowsOf(returned, built)];
  const inOrder = longestPath(old, now);
  const pairs = inOrder.filter((pair) => isSure(pair, old, now) || isInPlace(pair, inOrder, old, now));
  const free = { old: without(old, pairs, 'old'), now: without(now, pairs, 'now') };
  const moved = likest(free, old, now);
  const all = [...pairs, ...moved];
  return { pairs: all, removed: without(old, all, 'old'), added: without(now, all, 'now') };
}

/** White space is no difference: programs write breaks and blanks in ways of their own. */
export function evenSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function rowsOf(rows: readonly Placed[], others: readonly Placed[]): readonly Row[] {
  const [here, there] = [countsOf(rows), countsOf(others)];
  return rows.map(({ text, shape }) => {
    const plain = evenSpaces(text);
    return { text, shape, plain, bigrams: bigramsOf(plain), stays: here.get(plain) === there.get(plain) };
  });
}

function countsOf(rows: readonly Placed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const plain of rows.map(({ text }) => evenSpaces(text)))
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  return counts;
}

function score(one: Row | undefined, other: Row | undefined): number {
  if (!one || !other) return 0;
  if (one.plain === other.plain) return 1;
  return one.stays || other.stays ? -1 : 0.9 * resemblance(one.bigrams, other.bigrams);
}

/** The pairing in order with the most in common; a place that something else may have taken counts a little. */
function longestPath(old: readonly Row[], now: readonly Row[]): readonly Pair[] {
  const sums = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const sum = (i: number, j: number) => sums[i]?.[j] ?? 0;
  const paired = (i: number, j: number) => sum(i + 1, j + 1) + score(old[i], now[j]) + 0.01;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = sums[i];
      if (row) row[j] = Math.max(paired(i, j), sum(i + 1, j), sum(i, j + 1));
    }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (sum(i, j) === paired(i, j)) {
      pairs.push({ old: i, now: j });
      [i, j] = [i + 1, j + 1];
    } else if (sum(i, j) === sum(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}

function isSure(pair: Pair, old: readonly Row[], now: readonly Row[]): boolean {
  return score(old[pair.old], now[pair.now]) >= alike;
}

/** Wholly reworded, between the same neighbours, and beginning and ending its shape as before. */
function isInPlace(
  { old: i, now: j }: Pair,
  pairs: readonly Pair[],
  old: readonly Row[],
  now: readonly Row[],
): boolean {
  const holds = (a: number, b: number) =>
    (a < 0 && b < 0) ||
    (a === old.length && b === now.length) ||
    pairs.some((pair) => pair.old === a && pair.now === b);
  const goesOn = (rows: readonly Row[], place: number) => rows[place]?.shape === rows[place + 1]?.shape;
  return (
    score(old[i], now[j]) >= 0 &&
    holds(i - 1, j - 1) &&
    holds(i + 1, j + 1) &&
    goesOn(old, i) === goesOn(now, j) &&
    goesOn(old, i - 1) === goesOn(now, j - 1)
  );
}

function without(rows: readonly Row[], pairs: readonly Pair[], side: 'old' | 'now'): readonly number[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return rows.map((_, place) => place).filter((place) => !taken.has(place));
}

/** What left its place, likest first, of equally alike the nearest. */
function likest(
  free: { readonly old: readonly number[]; readonly now: readonly number[] },
  old: readonly Row[],
  now: readonly Row[],
): readonly Pair[] {
  const scored = free.old
    .flatMap((i) => free.now.map((j) => ({ old: i, now: j, score: score(old[i], now[j]) })))
    .filter((each) => each.score >= alike)
    .toSorted((a, b) => b.score - a.score || Math.abs(a.old - a.now) - Math.abs(b.old - b.now));
  const pairs: Pair[] = [];
  for (const each of scored)
    if (!pairs.some((pair) => pair.old === each.old || pair.now === each.now))
      pairs.push({ old: each.old, now: each.now });
  return pairs;
}
