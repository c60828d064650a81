import type { Brief, Source } from '../../outline/brief.js';

/** The name of a source in messages. */
export function nameOf(id: string, source: Source | undefined): string {
  return (source?.short ?? source?.author ?? source?.outlet ?? source?.title)?.text ?? id;
}

/**
 * What a source goes back to as evidence: the origin that it names, else the source that we have read and through which it
 * reached us. Two of one origin confirm each other as little as a report confirms itself.
 */
export function originOf(id: string, { sources }: Brief): string {
  const seen = new Set<string>();
  let last = id;
  for (let next: string | null = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    last = next;
    const source = sources.get(next);
    if (source?.origin) return source.origin.text.trim().toLowerCase();
    next = source?.held ? null : (source?.via ?? null);
  }
  return last;
}

/** The way of a source to us, nearest last: itself, and all through which it came. */
export function wayOf(id: string, { sources }: Brief): readonly string[] {
  const way: string[] = [];
  for (
    let next: string | null = id;
    next !== null && !way.includes(next);
    next = sources.get(next)?.via ?? null
  )
    way.push(next);
  return way;
}
