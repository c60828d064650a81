import type { Band } from './fields/field.js';

/** The scales of likelihood words that an outline can choose. */
export type ScaleId = 'icd203' | 'phia' | 'ipcc' | 'none';

/** One degree of a scale: its words, the usual one first, and its band in percent. */
export interface Degree extends Band {
  readonly words: readonly string[];
}

function degree(from: number, to: number, ...words: readonly string[]): Degree {
  return { from, to, words };
}

/**
 * The degrees of each scale from least to most likely, in percent.
 * icd203: ICD 203 (2015), D.6.e.(2)(a), both rows. phia: PHIA Probability Yardstick, GOV.UK, 24 March 2025.
 * ipcc: AR5 guidance note on uncertainty; its degrees lie within each other.
 */
export const scales: Readonly<Record<ScaleId, readonly Degree[]>> = {
  icd203: [
    degree(1, 5, 'almost no chance', 'remote'),
    degree(5, 20, 'very unlikely', 'highly improbable'),
    degree(20, 45, 'unlikely', 'improbable', 'improbably'),
    degree(45, 55, 'roughly even chance', 'roughly even odds'),
    degree(55, 80, 'likely', 'probable', 'probably'),
    degree(80, 95, 'very likely', 'highly probable'),
    degree(95, 99, 'almost certain', 'almost certainly', 'nearly certain'),
  ],
  phia: [
    degree(0, 5, 'remote chance'),
    degree(10, 20, 'highly unlikely'),
    degree(25, 35, 'unlikely'),
    degree(40, 50, 'realistic possibility'),
    degree(55, 75, 'likely', 'probable'),
    degree(80, 90, 'highly likely'),
    degree(95, 100, 'almost certain'),
  ],
  ipcc: [
    degree(0, 1, 'exceptionally unlikely'),
    degree(0, 5, 'extremely unlikely'),
    degree(0, 10, 'very unlikely'),
    degree(0, 33, 'unlikely'),
    degree(33, 66, 'about as likely as not'),
    degree(50, 100, 'more likely than not'),
    degree(66, 100, 'likely'),
    degree(90, 100, 'very likely'),
    degree(95, 100, 'extremely likely'),
    degree(99, 100, 'virtually certain'),
  ],
  none: [],
};

/** The band of a word on a scale, in percent; null for a word that the scale lacks, and for an unknown scale. */
export function bandOf(scale: unknown, word: string): Band | null {
  const wanted = word.trim().toLowerCase().replace(/^an? /, '');
  const degrees = isScaleId(scale) ? scales[scale] : [];
  const found = degrees.find(({ words }) => words.includes(wanted));
  return found ? { from: found.from, to: found.to } : null;
}

function isScaleId(scale: unknown): scale is ScaleId {
  return typeof scale === 'string' && Object.hasOwn(scales, scale);
}
