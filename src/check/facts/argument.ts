import type { Brief, BriefSlide } from '../../outline/brief.js';
import { isMappedText } from '../../outline/mapped-text.js';

/** Kinds that hold a deck together and argue nothing. */
const frame = new Set(['title', 'agenda', 'section', 'sources', 'glossary', 'back-matter']);

/** Slides that say something, in order; appendix and frame are left out. */
export function contentOf(brief: Brief): readonly BriefSlide[] {
  return brief.slides.filter(({ kind, hidden, appendix }) => !hidden && !appendix && !frame.has(kind));
}

/** Whether a slide only holds the deck together. */
export function isFrame({ kind }: BriefSlide): boolean {
  return frame.has(kind);
}

/** Ids of the slides that a slide names in any field. */
export function namedBy(slide: BriefSlide): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || isMappedText(value)) return;
    if ('slide' in value && typeof value.slide === 'string') ids.add(value.slide);
    for (const child of Object.values(value)) visit(child);
  };
  visit(slide);
  return ids;
}
