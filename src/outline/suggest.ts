/** The known word nearest to a mistyped one; null where none is near. */
export function suggest(word: string, known: Iterable<string>): string | null {
  const limit = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  let best: { word: string; distance: number } | null = null;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance <= limit && (!best || distance < best.distance)) best = { word: candidate, distance };
  }
  return best?.word ?? null;
}

/** Names that other tools and habits have for a field. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  title: ['headline', 'name'],
  heading: ['headline', 'name'],
  header: ['headline', 'name'],
  type: ['kind'],
  layout: ['kind'],
  template: ['kind'],
  bullets: ['points', 'rows'],
  items: ['points', 'rows', 'items'],
  points: ['rows', 'events', 'items'],
  rows: ['points', 'events'],
  content: ['text', 'points', 'markdown'],
  body: ['text', 'points', 'markdown'],
  statement: ['text'],
  source: ['sources'],
  author: ['authors', 'by'],
  holder: ['by'],
  speaker: ['by'],
  chain: ['via'],
  speaker_notes: ['notes'],
  comment: ['notes', 'note'],
  reason: ['because', 'why'],
  lang: ['language'],
  src: ['file'],
  path: ['file'],
  classification: ['marking'],
};

/** The known field that was meant by an unknown one: one of like spelling, or of like meaning. */
export function suggestField(word: string, known: readonly string[]): string | null {
  const same = Object.hasOwn(otherNames, word) ? (otherNames[word] ?? []) : [];
  return suggest(word, known) ?? same.find((name) => known.includes(name)) ?? null;
}

/** Damerau-Levenshtein distance (neighbours may be swapped), cut off above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 100) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? limit + 1;
}
