/** A stretch of words that both texts share, or that one of them has alone. */
export interface WordStretch {
  readonly in: 'both' | 'old' | 'new';
  readonly text: string;
}

/** Words with the white space behind each; languages without spaces are divided by what Unicode knows of their words. */
export function wordsIn(text: string): readonly string[] {
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)];
  return parts.map(({ segment }) => segment);
}

/** How alike two texts are: from 0, no word in common, to 1, the same words. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [left, right] = [bagOf(one), bagOf(other)];
  const shared = [...left].reduce((sum, [word, count]) => sum + Math.min(count, right.get(word) ?? 0), 0);
  const all = sizeOf(left) + sizeOf(right);
  return all === 0 ? 0 : (2 * shared) / all;
}

function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (const word of wordsIn(text.toLowerCase()).filter((each) => /[\p{L}\p{N}]/u.test(each)))
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function sizeOf(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0);
}

/** Two texts as one: what both have, what the old one alone had, what the new one alone has; old before new at the same place. */
export function compareWords(old: string, now: string): readonly WordStretch[] {
  const [left, right] = [wordsIn(old), wordsIn(now)];
  const lengths = commonLengths(left, right);
  const stretches: WordStretch[] = [];
  const put = (place: WordStretch['in'], text: string) => {
    const last = stretches.at(-1);
    if (last?.in === place) stretches.splice(-1, 1, { in: place, text: last.text + text });
    else stretches.push({ in: place, text });
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    if (a !== undefined && a === b) {
      put('both', a);
      [i, j] = [i + 1, j + 1];
    } else if (b === undefined || (a !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      put('old', a ?? '');
      i += 1;
    } else {
      put('new', b);
      j += 1;
    }
  }
  return stretches;
}

/** Lengths of the longest common subsequence of what follows each pair of places. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (row)
        row[j] =
          left[i] === right[j]
            ? at(rows, i + 1, j + 1) + 1
            : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
