import type { Brief, Likelihood } from '../../outline/brief.js';
import { type ScaleId, scales } from '../../outline/scales.js';
import type { BriefFacts } from './brief-facts.js';

/** A likelihood of the brief, with where it stands. */
export interface PlacedLikelihood {
  readonly likelihood: Likelihood;
  readonly pointer: string;
}

/** Every likelihood on slides that are shown: of statements and of bottom lines. */
export function likelihoodsOf({ subjects }: BriefFacts): readonly PlacedLikelihood[] {
  const all = [
    ...subjects.statement.map(({ statement }) => statement.likelihood),
    ...subjects.slide.map(({ slide }) => (slide.kind === 'bluf' ? slide.likelihood : null)),
  ];
  return all.flatMap((likelihood) => (likelihood ? [{ likelihood, pointer: likelihood.pointer }] : []));
}

/** The scale that the brief has chosen. */
export function scaleOf(brief: Brief): ScaleId {
  return brief.scale?.id ?? 'none';
}

/** A likelihood word as scales list it. */
export function plainWord(word: string): string {
  return word.trim().toLowerCase().replace(/^an? /u, '');
}

/** The scales that hold a word. */
export function scalesWith(word: string): readonly ScaleId[] {
  const ids: readonly ScaleId[] = ['icd203', 'phia', 'ipcc'];
  return ids.filter((id) => scales[id].some(({ words }) => words.includes(plainWord(word))));
}

/** Words of the second row of ICD 203's table, which should not be mixed with those of the first. */
export const secondRow: ReadonlySet<string> = new Set(
  scales.icd203.flatMap(({ words }) => words.slice(1)).filter((word) => word !== 'almost certainly'),
);

/** The usual words of a scale, as a message lists them. */
export function wordsOfScale(id: ScaleId): string {
  return scales[id].flatMap(({ words }) => words.slice(0, 1)).join(', ');
}
