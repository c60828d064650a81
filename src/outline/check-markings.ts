import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief, BriefSlide } from './brief.js';
import { type MarkingRanks, portionsIn, rankOf, ranksOf } from './marking-ranks.js';
import type { Marking } from './parts/front-matter.js';
import type { Positions } from './positions.js';
import { suggest } from './suggest.js';

/** A level that something claims or holds: its words and its place in the outline. */
interface Level {
  readonly text: string;
  readonly at: string | null;
  readonly rank: number;
}

/** Finds markings that are lower than what they cover, and portion marks that the outline's order does not hold. */
export function checkMarkings(brief: Brief, file: string, positions: Positions): readonly Diagnostic[] {
  const slides = brief.slides.filter(({ hidden }) => !hidden);
  const markings = [brief.marking, ...slides.map(({ marking }) => marking)].filter((each) => each !== null);
  const ranks = ranksOf(markings);
  if (ranks === null) return [];
  const place = (at: string | null) => ({ file, pointer: at, ...positions.value(at ?? '') });
  const unknown = slides.flatMap(portionsIn).filter(({ text }) => rankOf(text, ranks) === null);
  return [
    ...unknown.map(({ text, at }) =>
      diagnostic('MARK-2', `There is no portion mark "${text}".`, {
        ...place(at),
        hint: knownMarks(text, ranks),
      }),
    ),
    ...slides.flatMap((slide) => tooLow(slide.marking, portionsOf(slide, ranks), ranks, place)),
    ...tooLow(
      brief.marking,
      slides.flatMap((slide) => levelsOf(slide, ranks)),
      ranks,
      place,
    ),
  ];
}

function tooLow(
  marking: Marking | null,
  covered: readonly Level[],
  ranks: MarkingRanks,
  place: (at: string | null) => { readonly line: number },
): readonly Diagnostic[] {
  const rank = marking ? rankOf(marking.label.text, ranks) : null;
  const highest = covered.toSorted((one, other) => other.rank - one.rank)[0];
  if (!marking || rank === null || !highest || highest.rank <= rank) return [];
  const { label } = marking;
  const message = `The marking "${label.text}" is lower than "${highest.text}", which it covers in line ${place(highest.at).line}.`;
  const hint = `Mark it "${highest.text}" or higher, or leave the marking out: it is then the highest of what it covers.`;
  return [diagnostic('MARK-1', message, { ...place(label.at), hint })];
}

/** What the brief covers in a slide: its own marking, and its portions. */
function levelsOf(slide: BriefSlide, ranks: MarkingRanks): readonly Level[] {
  const own = slide.marking ? levelOf(slide.marking.label, ranks) : [];
  return [...own, ...portionsOf(slide, ranks)];
}

function portionsOf(slide: BriefSlide, ranks: MarkingRanks): readonly Level[] {
  return portionsIn(slide).flatMap((portion) => levelOf(portion, ranks));
}

function levelOf(
  { text, at }: { readonly text: string; readonly at: string | null },
  ranks: MarkingRanks,
): readonly Level[] {
  const rank = rankOf(text, ranks);
  return rank === null ? [] : [{ text, at, rank }];
}

function knownMarks(text: string, ranks: MarkingRanks): string {
  const marks = (ranks ?? []).map(({ mark }) => mark);
  const near = suggest(text, marks);
  return near ? `Did you mean "${near}"?` : `Known, from the lowest: ${marks.join(', ')}.`;
}
