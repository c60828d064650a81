import { english as labels } from '../deck/labels.js';
import type { ChangeMark, SinceLast } from '../deck/since-last.js';
import { blankSlide } from '../outline/blank-slide.js';
import type { Brief, BriefSlide } from '../outline/brief.js';
import { revisionMarks } from '../outline/inline.js';
import { label, type MappedText } from '../outline/mapped-text.js';
import type { Change } from './change.js';
import { type Editions, inline } from './change-places.js';
import { fillChanges } from './fill-changes.js';
import { deletedSlide, redlinedBrief } from './redline-slides.js';
import { type CopiedBrief, seenChanges, sinceLast } from './since-last.js';

/** A brief of what changed alone, and what its deck shows of it. */
export interface Redline {
  readonly brief: Brief;
  readonly since: SinceLast;
}

/** Both editions as one brief: what changed in numbers, then the slides that changed, with the words that went and came. */
export function redline(old: CopiedBrief, now: CopiedBrief, names: readonly [string, string]): Redline {
  const told = { whole: asTold(now.whole), copy: asTold(now.copy) };
  const { editions, changes } = seenChanges(old, told);
  const { marks: own, ...since } = sinceLast({ editions, changes });
  const filled = { ...editions, now: fillChanges(editions.now, since.moved) };
  const slides = redlinedBrief(changes, filled);
  const gone = changes.filter(({ kind }) => kind === 'slide-removed');
  const marks = new Map<string, ChangeMark>([
    ...own,
    ...gone.map(({ pointer }) => [removedPointer(pointer), 'removed'] as const),
  ]);
  const shown = withRemoved(slides.slides, gone, editions.old).filter(({ pointer }) => marks.has(pointer));
  return {
    brief: {
      ...slides,
      ...frontOf(now.copy),
      slides: [titleSlide(editions, names), summary(changes, since), ...shown],
    },
    since: { ...since, marks, isRedline: true },
  };
}

/** What the author wants shown of changes is said of decks, not of a redline. */
function asTold(brief: Brief): Brief {
  return { ...brief, changes: 'marked' };
}

/** The title says of what these are the changes; whoever wrote the brief did not write them. */
function frontOf(brief: Brief): Partial<Brief> {
  const title = { ...brief.title, text: `${labels.changesTo} ${brief.title.text}` };
  return { title, authors: [], rights: null, contact: null, short_title: brief.short_title ?? brief.title };
}

function titleSlide({ old, now }: Editions, [before, after]: readonly [string, string]): BriefSlide {
  const named = ({ edition }: Brief, name: string) => {
    const words = edition?.number ? `${labels.edition.toLowerCase()} ${edition.number}` : edition?.text.text;
    return words ? `${words} (${name})` : name;
  };
  const subtitle = label(
    `${labels.fromEdition} ${named(old, before)} ${labels.toEdition} ${named(now, after)}`,
  );
  return { ...blankSlide('title'), subtitle };
}

function summary(changes: readonly Change[], since: Pick<SinceLast, 'moved'>): BriefSlide {
  const headline = label(countWords(changes, since));
  return { ...blankSlide('whats-new'), headline, footnote: howToRead() };
}

/** Kinds of change that are counted apart, and how they are called: one, several. */
const groups: readonly (readonly [readonly string[], readonly [string, string]])[] = [
  [['slide-added', 'statement-added'], labels.counted.added],
  [['slide-removed', 'statement-removed'], labels.counted.removed],
  [['reworded'], labels.counted.reworded],
];

/** "9 changes: 2 judgements moved, 1 new, 4 texts reworded". */
function countWords(changes: readonly Change[], { moved }: Pick<SinceLast, 'moved'>): string {
  if (changes.length === 0) return labels.nothingChanged;
  const say = (count: number, [one, many]: readonly [string, string]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const parts = [
    ...say(moved.length, labels.counted.moved),
    ...groups.flatMap(([kinds, words]) =>
      say(changes.filter(({ kind }) => kinds.includes(kind)).length, words),
    ),
  ];
  const all = say(changes.length, labels.counted.changes).join('');
  return parts.length > 0 ? `${all}: ${parts.join(', ')}` : all;
}

function howToRead(): MappedText {
  const { inserted, deleted } = revisionMarks;
  const marks: Readonly<Record<string, string>> = {
    '⟨in⟩': inserted.open,
    '⟨/in⟩': inserted.close,
    '⟨out⟩': deleted.open,
    '⟨/out⟩': deleted.close,
  };
  return inline(labels.howToReadRedline.replace(/⟨[^⟩]*⟩/gu, (mark) => marks[mark] ?? ''));
}

/** Slides that are gone, each before the slide that took its place. */
function withRemoved(
  slides: readonly BriefSlide[],
  gone: readonly Change[],
  old: Brief,
): readonly BriefSlide[] {
  return gone.reduce<readonly BriefSlide[]>((list, { pointer, slide }) => {
    const removed = old.slides.find((each) => each.pointer === pointer);
    const place = Math.min((slide?.place ?? 1) - 1, list.length);
    if (!removed) return list;
    return [...list.slice(0, place), deletedSlide(removed, removedPointer(pointer)), ...list.slice(place)];
  }, slides);
}

/** The pointer of a slide that this outline does not have. */
function removedPointer(pointer: string): string {
  return `/removed${pointer}`;
}
