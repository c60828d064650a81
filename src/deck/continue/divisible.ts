import type { BriefSlide, KindName, SlideOf } from '../../outline/brief.js';
import type { KindContext } from '../kind-view.js';
import { actorRows } from '../kinds/actors.js';
import { agendaItems } from '../kinds/agenda.js';
import { backMatterRows } from '../kinds/back-matter.js';
import { glossaryEntries } from '../kinds/glossary.js';
import { shownSources } from '../kinds/sources.js';
import type { Part } from './part.js';

/** How slides of a kind go on from one slide to the next. */
interface DivisibleRow<K extends KindName> {
  /** What may stand on one slide or the next. */
  readonly items: (slide: SlideOf<K>, context: KindContext) => readonly unknown[];
  /** The slide with one part of them; a kind that takes its part by itself needs none. */
  readonly take?: (slide: SlideOf<K>, part: Part) => SlideOf<K>;
}

const within = <T>(list: readonly T[], { from, to }: Part) => list.slice(from, to);

/** Every kind whose text can go on; of the others each slide is one drawing, or one thought. */
const divisible: { readonly [K in KindName]?: DivisibleRow<K> } = {
  points: {
    items: ({ points }) => points,
    take: (slide, part) => ({
      ...slide,
      points: within(slide.points, part),
      lead: part.first ? slide.lead : null,
    }),
  },
  'key-judgements': {
    items: ({ points }) => points,
    take: (slide, part) => ({ ...slide, points: within(slide.points, part) }),
  },
  positions: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({ ...slide, rows: within(slide.rows, part) }),
  },
  drivers: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({ ...slide, rows: within(slide.rows, part) }),
  },
  constraints: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({ ...slide, rows: within(slide.rows, part) }),
  },
  gaps: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({ ...slide, rows: within(slide.rows, part) }),
  },
  indicators: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({ ...slide, rows: within(slide.rows, part) }),
  },
  scenarios: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({ ...slide, rows: within(slide.rows, part) }),
  },
  implications: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({ ...slide, rows: within(slide.rows, part) }),
  },
  options: {
    items: ({ rows }) => rows,
    take: (slide, part) => ({
      ...slide,
      rows: within(slide.rows, part),
      recommendation: part.last ? slide.recommendation : null,
      ask: part.last ? slide.ask : null,
    }),
  },
  outlook: {
    items: ({ points, horizons }) => (horizons.length > 0 ? [] : points),
    take: (slide, part) => ({ ...slide, points: within(slide.points, part) }),
  },
  'whats-new': {
    items: ({ rows }) => rows,
    take: (slide, part) => ({
      ...slide,
      rows: within(slide.rows, part),
      unchanged: part.last ? slide.unchanged : [],
    }),
  },
  // Their columns are as wide on each slide, so they are measured by all rows.
  table: { items: ({ rows }) => rows },
  comparison: { items: ({ rows }) => rows },
  actors: { items: actorRows },
  // What they list stands elsewhere in the outline.
  agenda: { items: agendaItems },
  sources: { items: shownSources },
  glossary: { items: glossaryEntries },
  'back-matter': { items: backMatterRows },
};

/** What of a slide may stand on one slide or the next; nothing for a kind that cannot go on. */
export function itemsOf(slide: BriefSlide, context: KindContext): readonly unknown[] {
  return rowOf(slide)?.items(slide, context) ?? [];
}

/** A slide with one part of its items. */
export function takePart(slide: BriefSlide, part: Part): BriefSlide {
  return rowOf(slide)?.take?.(slide, part) ?? slide;
}

interface AnyRow {
  readonly items: (slide: BriefSlide, context: KindContext) => readonly unknown[];
  readonly take?: (slide: BriefSlide, part: Part) => BriefSlide;
}

function rowOf({ kind }: BriefSlide): AnyRow | undefined {
  const row = Object.entries(divisible).find(([name]) => name === kind)?.[1];
  // One row serves one kind; the compiler sees a union of functions and asks for an argument that fits them all.
  return row as AnyRow | undefined;
}
