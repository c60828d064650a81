import type { Brief } from '../outline/brief.js';

/** Ids of the sources that slides cite, and of those through which these reached us. */
export function citedSources(brief: Brief): ReadonlySet<string> {
  const cited = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('source' in value && typeof value.source === 'string') cited.add(value.source);
    for (const child of Object.values(value)) visit(child);
  };
  visit(brief.slides);
  // A set that grows is walked to its new end: relays of relays are found too.
  for (const id of cited) {
    const via = brief.sources.get(id)?.via;
    if (via) cited.add(via);
  }
  return cited;
}
