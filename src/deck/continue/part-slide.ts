import type { BriefSlide, Citations } from '../../outline/brief.js';
import type { Part } from './part.js';

/**
 * What a part of a slide has of what the slide has beside its items: id and notes stand on the first, the minutes are shared out so
 * that the whole takes as long as it did, and the source row names what is cited here.
 */
export function partSlide(taken: BriefSlide, part: Part, items: readonly unknown[]): BriefSlide {
  return {
    ...taken,
    id: part.first ? taken.id : null,
    notes: part.first ? taken.notes : null,
    minutes: taken.minutes === null ? null : taken.minutes / part.of,
    sources: citationsOf(taken.sources, items, part),
  };
}

/** The slide's sources less those that only items of other parts cite. */
function citationsOf(sources: Citations, items: readonly unknown[], { from, to }: Part): Citations {
  const [all, here] = [sourcesIn(items), sourcesIn(items.slice(from, to))];
  return sources.filter(({ source }) => here.has(source) || !all.has(source));
}

function sourcesIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  if ('source' in value && typeof value.source === 'string') found.add(value.source);
  for (const child of Object.values(value)) sourcesIn(child, found);
  return found;
}
