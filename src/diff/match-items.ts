import { likeness } from './words.js';

/** What is known of an item when its like is looked for in the other edition. */
export interface ItemFacts {
  /** Its own id; null for none. */
  readonly id: string | null;
  /** Its name beside its text, as stages, columns and scenarios have; null for none. */
  readonly name: string | null;
  /** What it says, in one text. */
  readonly text: string;
}

/** A list of one edition beside that of the other: places from 0. */
export interface Matches {
  /** Pairs in the order of the new list. */
  readonly pairs: readonly { readonly old: number; readonly now: number; readonly moved: boolean }[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Items less alike than this are two, wherever they stand. */
const alike = 0.5;
/** Items that stand alone between the same neighbours are one and the same from here on. */
const alikeInPlace = 0.2;

/** Finds the items of one list in another: by id, then by the same words, then by the likest words. */
export function matchItems(old: readonly ItemFacts[], now: readonly ItemFacts[]): Matches {
  const pairs = new Map<number, number>();
  const free = (list: readonly ItemFacts[], taken: (place: number) => boolean) =>
    list.map((_, place) => place).filter((place) => !taken(place));
  const oldFree = () => free(old, (place) => [...pairs.values()].includes(place));
  const nowFree = () => free(now, (place) => pairs.has(place));
  const pairBy = (key: (item: ItemFacts) => string | null) => {
    for (const place of nowFree()) {
      const wanted = key(now[place] ?? { id: null, name: null, text: '' });
      const found = wanted === null ? undefined : oldFree().find((each) => keyOf(old, each, key) === wanted);
      if (found !== undefined) pairs.set(place, found);
    }
  };
  pairBy(({ id }) => id);
  pairBy(({ name }) => name);
  pairBy(({ text }) => text || null);
  for (const { i, j } of likest(old, now, oldFree(), nowFree())) {
    if (!pairs.has(j) && ![...pairs.values()].includes(i)) pairs.set(j, i);
  }
  pairInPlace(pairs, old, now);
  return { pairs: inOrder(pairs), removed: oldFree(), added: nowFree() };
}

function keyOf(list: readonly ItemFacts[], place: number, key: (item: ItemFacts) => string | null) {
  const item = list[place];
  return item ? key(item) : null;
}

/** Two different ids are two things, however alike they are. */
function score(one: ItemFacts | undefined, other: ItemFacts | undefined): number {
  if (!one || !other || (one.id !== null && other.id !== null)) return 0;
  return likeness(one.text, other.text);
}

function likest(
  old: readonly ItemFacts[],
  now: readonly ItemFacts[],
  oldFree: readonly number[],
  nowFree: readonly number[],
) {
  const scored = oldFree.flatMap((i) => nowFree.map((j) => ({ i, j, score: score(old[i], now[j]) })));
  // Of equally alike items the nearest in place.
  return scored
    .filter((each) => each.score >= alike)
    .toSorted((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
}

/** A single item that was much reworded is still the one between its neighbours. */
function pairInPlace(pairs: Map<number, number>, old: readonly ItemFacts[], now: readonly ItemFacts[]): void {
  const taken = new Set(pairs.values());
  now.forEach((item, place) => {
    if (pairs.has(place) || pairs.has(place - 1) !== place > 0) return;
    const before = place === 0 ? -1 : (pairs.get(place - 1) ?? -1);
    const i = before + 1;
    const next = place + 1 === now.length ? old.length : pairs.get(place + 1);
    if (i >= old.length || taken.has(i) || next !== i + 1 || score(old[i], item) < alikeInPlace) return;
    pairs.set(place, i);
    taken.add(i);
  });
}

/** Pairs in the new order; those outside the longest run that kept its order have moved. */
function inOrder(pairs: ReadonlyMap<number, number>): Matches['pairs'] {
  const sorted = [...pairs].map(([now, old]) => ({ now, old })).toSorted((a, b) => a.now - b.now);
  const stayed = longestRun(sorted.map(({ old }) => old));
  return sorted.map((pair) => ({ ...pair, moved: !stayed.has(pair.old) }));
}

/** The longest ascending subsequence of different numbers. */
export function longestRun(values: readonly number[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly before: number }[] = [];
  values.forEach((value, place) => {
    const fits = best.map(({ length }, index) => ({ length, index }));
    const longest = fits
      .filter(({ index }) => (values[index] ?? 0) < value)
      .reduce((top, each) => (each.length > top.length ? each : top), { length: 0, index: -1 });
    best[place] = { length: longest.length + 1, before: longest.index };
  });
  const run = new Set<number>();
  let place = best.findIndex(({ length }) => length === Math.max(...best.map((each) => each.length)));
  while (place >= 0) {
    run.add(values[place] ?? 0);
    place = best[place]?.before ?? -1;
  }
  return run;
}
