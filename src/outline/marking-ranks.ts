import type { Marking } from './parts/front-matter.js';

/** The labels of the Traffic Light Protocol 2.0 (FIRST, https://www.first.org/tlp/) from the widest circle to the narrowest. */
export const tlpLabels = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;

/** The order of an outline’s markings: from its own portion marks, or that of the TLP; null where it has none. */
export type MarkingRanks = readonly { readonly mark: string; readonly label: string | null }[] | null;

/** Reads the order that the brief’s marking, or else the first of its slides’, gives. */
export function ranksOf(markings: readonly Marking[]): MarkingRanks {
  const ordered = markings.find(({ portions }) => portions.length > 0);
  if (ordered)
    return ordered.portions.map(({ mark, label }) => ({ mark: mark.text, label: label?.text ?? null }));
  const isTlp = markings.some(({ scheme, label }) => scheme === 'tlp' || /^TLP:/iu.test(label.text));
  return isTlp ? tlpLabels.map((label) => ({ mark: label, label })) : null;
}

/**
 * How high a label or portion mark stands, from 0; null where the order does not hold it. What follows `//` in a banner is a control,
 * not a level; a level is known by its mark, its label or the first letters of its words, as `S` is SECRET and `OS` OFFICIAL-SENSITIVE.
 */
export function rankOf(label: string, ranks: MarkingRanks): number | null {
  const level = plain(label.split('//')[0] ?? '');
  // A short word is a mark itself, well written or not.
  const initials = level.length < 4 ? level : level.replace(/(\w)\w*[\s-]*/gu, '$1');
  const place = (ranks ?? []).findIndex(
    (row) => plain(row.mark) === level || (row.label !== null && plain(row.label) === level),
  );
  if (place >= 0) return place;
  const initial = (ranks ?? []).findIndex(({ mark }) => plain(mark) === initials);
  return initial >= 0 ? initial : null;
}

function plain(label: string): string {
  return label.trim().toUpperCase();
}

/** Portion marks that stand in a part of a slide, each with its place. */
export function portionsIn(value: unknown): readonly { readonly text: string; readonly at: string | null }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'portion' in value ? value.portion : null;
  const here = isText(own) ? [own] : [];
  return [...here, ...Object.values(value).flatMap(portionsIn)];
}

function isText(value: unknown): value is { text: string; at: string | null } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'at' in value
  );
}
