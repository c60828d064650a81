import { blankSlide } from '../outline/blank-slide.js';
import type { Brief, BriefSlide, KindName } from '../outline/brief.js';
import { label } from '../outline/mapped-text.js';
import { type Part, whole } from './continue/part.js';
import type { KindView } from './kind-view.js';
import { english as labels } from './labels.js';
import type { SinceLast } from './since-last.js';

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

/** Kinds that come before what is new: the bottom line is first. */
const opening: ReadonlySet<string> = new Set(['title', 'bluf']);

/**
 * The slides to draw: those of the outline that are not hidden, with title, sources, glossary and back matter where they lack. An
 * update also gets what is new since its previous edition.
 */
export function planSlides(brief: Brief, since: SinceLast | null): readonly PlannedSlide[] {
  const shown = brief.slides.filter(({ hidden }) => !hidden);
  const main = shown.filter(({ appendix }) => !appendix);
  const after = shown.filter(({ appendix }) => appendix);
  const has = (kind: KindName) => shown.some((slide) => slide.kind === kind);
  // A redline shows the lists at the end where they changed, and no back matter.
  const isWanted = (kind: 'sources' | 'glossary') => !since?.isRedline || since.marks.has(`/${kind}`);
  const add = (kind: KindName, wanted: boolean): readonly PlannedSlide[] =>
    wanted && !has(kind) ? [{ slide: blankSlide(kind) as BriefSlide, added: true, ...undivided }] : [];
  const own = (slides: readonly BriefSlide[]) =>
    slides.map((slide) => ({ slide, added: false, ...undivided }));
  // Back matter closes the deck: what is added stands before it.
  const last = main.findLast(({ kind }) => kind === 'back-matter');
  const body = own(main.filter((slide) => slide !== last));
  const opened = body.findIndex(({ slide }) => !opening.has(slide.kind));
  const start = opened < 0 ? body.length : opened;
  return [
    ...add('title', true),
    ...body.slice(0, start),
    ...(brief.type === 'update' && since && !has('whats-new') ? [whatsNew(since)] : []),
    ...body.slice(start),
    ...add('sources', brief.sources.size > 0 && isWanted('sources')),
    ...add('glossary', brief.glossary.size > 0 && isWanted('glossary')),
    ...own(last ? [last] : []),
    ...add('back-matter', !since?.isRedline && hasBackMatter(brief)),
    ...own(after),
  ];
}

function hasBackMatter({ authors, rights, contact }: Brief): boolean {
  return authors.length > 0 || rights !== null || contact !== null;
}

function whatsNew({ since }: SinceLast): PlannedSlide {
  const words = `${labels.changedSince} ${since?.text ?? labels.theLastEdition}`;
  const slide: BriefSlide = { ...blankSlide('whats-new'), headline: label(words) };
  return { slide, added: true, ...undivided };
}
