import type { Brief, BriefSlide, Marking } from '../outline/brief.js';
import { isMappedText, label } from '../outline/mapped-text.js';
import { type MarkingRanks, portionsIn, rankOf, ranksOf } from '../outline/marking-ranks.js';
import type { DeckMarking } from './deck.js';

/** Ground and ink of the labels of the Traffic Light Protocol 2.0 (FIRST, https://www.first.org/tlp/): coloured text on black. */
export const tlpColours: Readonly<Record<string, { readonly ground: string; readonly ink: string }>> = {
  'TLP:RED': { ground: '#000000', ink: '#FF2B2B' },
  'TLP:AMBER+STRICT': { ground: '#000000', ink: '#FFC000' },
  'TLP:AMBER': { ground: '#000000', ink: '#FFC000' },
  'TLP:GREEN': { ground: '#000000', ink: '#33FF00' },
  'TLP:CLEAR': { ground: '#000000', ink: '#FFFFFF' },
};

/** Colours of a label that belongs to no scheme and names none of its own. */
export const plainMarking = { ground: '#000000', ink: '#FFFFFF' } as const;

/** The markings of a deck: its own, and those of slides that differ from it, by pointer. */
export interface Markings {
  readonly deck: DeckMarking | null;
  readonly bySlide: ReadonlyMap<string, DeckMarking>;
}

/**
 * Rolls markings up: a slide shows its own, else that of the highest portion on it where all of it is marked, else the brief's; a
 * brief without one shows the highest of its slides'.
 */
export function rollUp(brief: Brief): Markings {
  const slides = brief.slides.filter(({ hidden }) => !hidden);
  const given = [brief.marking, ...slides.map(({ marking }) => marking)].filter((each) => each !== null);
  const ranks = ranksOf(given);
  const own = slides.flatMap((slide) => {
    const marking = slide.marking ?? ofPortions(slide, ranks, brief.marking);
    return marking ? [[slide.pointer, marking] as const] : [];
  });
  const highest = own.toSorted(([, one], [, other]) => height(other, ranks) - height(one, ranks))[0]?.[1];
  const deck = brief.marking ?? highest ?? null;
  const drawn = own.map(([pointer, marking]) => [pointer, markingOf(marking)] as const);
  return { deck: deck ? markingOf(deck) : null, bySlide: new Map(drawn) };
}

type Shown = Pick<Marking, 'label' | 'extra' | 'ground' | 'ink'>;

function height({ label: { text } }: Shown, ranks: MarkingRanks): number {
  return rankOf(text, ranks) ?? -1;
}

/** The marking that a slide's portions make: that of the highest, where every text of the slide is marked; the brief's controls stay with it. */
function ofPortions(slide: BriefSlide, ranks: MarkingRanks, deck: Marking | null): Shown | null {
  const portions = portionsIn(slide);
  if (portions.length === 0 || hasUnmarked(slide)) return null;
  const highest = portions.reduce((top, { text }) => Math.max(top, rankOf(text, ranks) ?? -1), -1);
  const level = ranks?.[highest];
  // As high as the brief: the brief's own marking says it, with all its restrictions.
  if (!level?.label || (deck && rankOf(deck.label.text, ranks) === highest)) return null;
  const known = deck?.portions.find(({ mark }) => mark.text === level.mark);
  const controls = (deck?.label.text ?? '').split('//').slice(1);
  const words = [level.label, ...controls].join('//');
  const text = known?.label ? { ...known.label, text: words } : label(words);
  return { label: text, extra: deck?.extra ?? null, ground: known?.ground ?? null, ink: known?.ink ?? null };
}

/** Whether the headline or a statement of a slide lacks its portion mark. */
function hasUnmarked(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isMappedText(value)) return false;
  const states = ('headline' in value && value.headline !== null) || ('text' in value && value.text !== null);
  if (states && 'portion' in value && value.portion === null) return true;
  return Object.values(value).some(hasUnmarked);
}

function markingOf({ label: text, extra, ground, ink }: Shown): DeckMarking {
  const colours = tlpColours[text.text] ?? plainMarking;
  return {
    label: { ...text, form: 'plain' },
    extra,
    ground: ground ?? colours.ground,
    ink: ink ?? colours.ink,
  };
}

/** The brief with each portion mark before its text, as `(S) …`; as it is where portion marking is off. */
export function withPortionMarks(brief: Brief): Brief {
  if (!brief.marking?.portions.length) return brief;
  return { ...brief, slides: brief.slides.map(marked) };
}

function marked<T>(value: T): T {
  if (typeof value !== 'object' || value === null || isMappedText(value)) return value;
  if (Array.isArray(value)) return value.map(marked) as T;
  const mark = 'portion' in value && isMappedText(value.portion) ? value.portion.text : null;
  const entries = Object.entries(value).map(([key, child]) => {
    const isMarked = mark !== null && (key === 'headline' || key === 'text') && isMappedText(child);
    return [key, isMarked ? { ...child, text: `(${mark}) ${child.text}` } : marked(child)];
  });
  // The same shape with other words in it.
  return Object.fromEntries(entries) as T;
}
