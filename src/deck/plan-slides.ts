import { blankSlide } from '../outline/blank-slide.js';
import type { Brief, BriefSlide, KindName } from '../outline/brief.js';
import { type Part, whole } from './continue/part.js';
import type { KindView } from './kind-view.js';

/** A slide to draw: one of the outline's, or one that briefdeck adds (`added`). */
export interface PlannedSlide {
  readonly slide: BriefSlide;
  readonly added: boolean;
  /** Which of its items stand on it, and the text step that its parts share; a slide that is one chooses its own. */
  readonly part: Part;
  readonly step: number | null;
  /** Its view, where it was made to see whether the text fits; null where it is still to be made. */
  readonly ready: KindView | null;
}

const undivided = { part: whole, step: null, ready: null };

/** The slides to draw: those of the outline that are not hidden, with title, sources, glossary and back matter where they lack. */
export function planSlides(brief: Brief): readonly PlannedSlide[] {
  const shown = brief.slides.filter(({ hidden }) => !hidden);
  const main = shown.filter(({ appendix }) => !appendix);
  const after = shown.filter(({ appendix }) => appendix);
  const has = (kind: KindName) => shown.some((slide) => slide.kind === kind);
  const add = (kind: KindName, wanted: boolean): readonly PlannedSlide[] =>
    wanted && !has(kind) ? [{ slide: blankSlide(kind) as BriefSlide, added: true, ...undivided }] : [];
  const own = (slides: readonly BriefSlide[]) =>
    slides.map((slide) => ({ slide, added: false, ...undivided }));
  // Back matter closes the deck: what is added stands before it.
  const last = main.findLast(({ kind }) => kind === 'back-matter');
  return [
    ...add('title', true),
    ...own(main.filter((slide) => slide !== last)),
    ...add('sources', brief.sources.size > 0),
    ...add('glossary', brief.glossary.size > 0),
    ...own(last ? [last] : []),
    ...add('back-matter', brief.authors.length > 0 || brief.rights !== null || brief.contact !== null),
    ...own(after),
  ];
}
