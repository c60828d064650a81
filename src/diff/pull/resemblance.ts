/** How often each pair of neighbouring characters stands in a text; works for every script. */
export type Bigrams = ReadonlyMap<string, number>;

/** Counts the pairs of characters of a text. */
export function bigramsOf(text: string): Bigrams {
  const found = new Map<string, number>();
  const padded = ` ${text.toLowerCase()} `;
  for (let at = 0; at < padded.length - 1; at += 1) {
    const pair = padded.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** From 0, nothing in common, to 1. */
export function resemblance(one: Bigrams, other: Bigrams): number {
  const shared = [...one].reduce((sum, [pair, count]) => sum + Math.min(count, other.get(pair) ?? 0), 0);
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 0 : (2 * shared) / all;
}

function sizeOf(bigrams: Bigrams): number {
  return [...bigrams.values()].reduce((sum, count) => sum + count, 0);
}
