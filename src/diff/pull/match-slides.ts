import type { BuiltSlide } from '../../pptx/read/read-manifest.js';
import type { ReturnedSlide } from '../../pptx/read/read-returned.js';
import { type Matches, matchItems } from '../match-items.js';
import { evenSpaces } from './align-paragraphs.js';

/** Finds the slides as built among those that came back: by the paragraphs that both have, then by likeness and place. */
export function matchSlides(built: readonly BuiltSlide[], returned: readonly ReturnedSlide[]): Matches {
  const [old, now] = [built.map(linesOf), returned.map(linesOf)];
  const rarity = new Map<string, number>();
  // A footer or a marking stands on every slide and tells them apart by nothing.
  for (const line of old.flatMap((lines) => [...lines])) rarity.set(line, (rarity.get(line) ?? 0) + 1);
  const shared = now.flatMap((lines, j) =>
    old.map((others, i) => ({ i, j, score: sharedScore(lines, others, rarity) })),
  );
  const ids = new Map<number, number>();
  const best = shared.toSorted((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  for (const { i, j, score } of best)
    if (score >= 1 && !ids.has(j) && ![...ids.values()].includes(i)) ids.set(j, i);
  const text = (lines: ReadonlySet<string>) => [...lines].join(' ');
  return matchItems(
    old.map((lines, i) => ({ id: `${i}`, name: null, text: text(lines) })),
    now.map((lines, j) => ({ id: ids.has(j) ? `${ids.get(j)}` : null, name: null, text: text(lines) })),
  );
}

function linesOf({ paragraphs, notes }: BuiltSlide | ReturnedSlide): ReadonlySet<string> {
  return new Set([...paragraphs.map(({ text }) => text), notes ?? ''].map(evenSpaces).filter(Boolean));
}

function sharedScore(
  lines: ReadonlySet<string>,
  others: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
): number {
  const common = [...lines].filter((line) => others.has(line));
  return common.reduce((sum, line) => sum + 1 / (rarity.get(line) ?? 1), 0);
}
