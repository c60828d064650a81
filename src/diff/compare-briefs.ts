import type { Brief, BriefSlide } from '../outline/brief.js';
import { isMappedText } from '../outline/mapped-text.js';
import { type Change, type ChangedSlide, change } from './change.js';
import { compareFields, compareValues } from './compare-fields.js';
import { matchItems } from './match-items.js';
import { allWords, type Fields, isFields, wordsOfValue } from './value-words.js';

/**
 * What changed from one edition of a brief to the next, in the order of the new one: the brief as a whole, its sources, actors and
 * terms, then slide by slide. Slides and statements are found again by their ids, then by what they say; what moved is not removed and
 * added.
 */
export function compareBriefs(old: Brief, now: Brief): readonly Change[] {
  // Another scale gives every word another band; that is one change.
  const isRescaled = old.scale?.id !== now.scale?.id;
  return isRescaled ? compare(withoutBands(old), withoutBands(now)) : compare(old, now);
}

function compare(old: Brief, now: Brief): readonly Change[] {
  const { slides: _, sources, actors, glossary, ...rest } = now;
  const { slides: __, sources: oldSources, actors: oldActors, glossary: oldGlossary, ...oldRest } = old;
  const changes = [
    ...compareFields(oldRest, rest, ''),
    ...compareEntries(oldSources, sources, '/sources', ['source-dropped', 'source-added']),
    ...compareEntries(oldActors, actors, '/actors', ['changed', 'changed']),
    ...compareEntries(oldGlossary, glossary, '/glossary', ['changed', 'changed']),
    ...compareSlides(old, now),
  ];
  return acrossSlides(once(changes));
}

function compareEntries(
  old: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
  at: string,
  [gone, came]: readonly [Change['kind'], Change['kind']],
): readonly Change[] {
  const place = (id: string) => `${at}/${id.replace(/~/gu, '~0').replace(/\//gu, '~1')}`;
  return [
    ...[...old]
      .filter(([id]) => !now.has(id))
      .map(([id, value]) => change(gone, place(id), [wordsOfValue(value) ?? id, null], { field: id })),
    ...[...now].flatMap(([id, value]) => {
      if (!old.has(id)) return [change(came, place(id), [null, wordsOfValue(value) ?? id], { field: id })];
      const before = old.get(id);
      return isFields(before) && isFields(value) ? compareFields(before, value, place(id)) : [];
    }),
  ];
}

function compareSlides(old: Brief, now: Brief): readonly Change[] {
  const { pairs, removed, added } = matchItems(old.slides.map(factsOf), now.slides.map(factsOf));
  const gone = removed.flatMap((i) => slideChange('slide-removed', old.slides, i));
  const rows = now.slides.flatMap((slide, j): readonly Change[] => {
    const pair = pairs.find((each) => each.now === j);
    const before = pair ? old.slides[pair.old] : undefined;
    if (!pair || !before) return added.includes(j) ? slideChange('slide-added', now.slides, j) : [];
    const own = compareSlide(before, slide).map((each) => ({ ...each, slide: knownAs(slide, j) }));
    if (!pair.moved) return own;
    const places = [`place ${pair.old + 1}`, `place ${j + 1}`] as const;
    return [{ ...change('slide-moved', slide.pointer, places), slide: knownAs(slide, j) }, ...own];
  });
  return [...gone, ...rows];
}

function slideChange(
  kind: 'slide-added' | 'slide-removed',
  slides: readonly BriefSlide[],
  place: number,
): readonly Change[] {
  const slide = slides[place];
  if (!slide) return [];
  const { headline } = knownAs(slide, place);
  const words = kind === 'slide-added' ? ([null, headline] as const) : ([headline, null] as const);
  return [{ ...change(kind, slide.pointer, words), slide: knownAs(slide, place) }];
}

function knownAs(slide: BriefSlide, place: number): ChangedSlide {
  return { place: place + 1, headline: wordsOfValue(slide.headline) ?? slide.kind.replace(/^own:/u, '') };
}

/** A slide says its headline first: that is what it is known by; the kind and the other words tell it from its like. */
function factsOf(slide: BriefSlide) {
  const headline = wordsOfValue(slide.headline) ?? '';
  return {
    id: slide.id,
    name: null,
    text: `${headline} ${headline} ${allWords(slide)} ${slide.kind}`.trim(),
  };
}

function compareSlide(old: BriefSlide, now: BriefSlide): readonly Change[] {
  const { kind: oldKind, ...before } = plain(old);
  const { kind: nowKind, ...after } = plain(now);
  return [
    ...compareValues(oldKind, nowKind, `${now.pointer}/kind`, 'kind'),
    ...compareFields(withoutInherited(before), withoutInherited(after), now.pointer),
  ];
}

/** Fields of the user's own kinds stand beside the others. */
function plain(slide: BriefSlide): Fields {
  const { fields, ...rest }: Fields = { ...slide };
  return isFields(fields) ? { ...rest, ...fields } : rest;
}

/** A statement that has its slide's basis did not change where the slide's did. */
function withoutInherited(slide: Fields): Fields {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (!isFields(value)) return value;
    const stripped = Object.entries(value).map(([key, child]) => [
      key,
      key === 'basis' && child === slide.basis ? null : strip(child),
    ]);
    return Object.fromEntries(stripped);
  };
  return Object.fromEntries(
    Object.entries(slide).map(([key, value]) => [key, key === 'basis' ? value : strip(value)]),
  );
}

/** A text that several slides show, such as a field of an actor, changed once. */
function once(changes: readonly Change[]): readonly Change[] {
  const rows = changes.map(
    (each) => [`${each.kind} ${each.pointer} ${each.field} ${each.was}`, each] as const,
  );
  return [...new Map(rows.toReversed()).values()].toReversed();
}

/** A statement that is gone from one slide and stands on another with the same words has moved. */
function acrossSlides(changes: readonly Change[]): readonly Change[] {
  const gone = changes.filter(({ kind }) => kind === 'statement-removed');
  const taken = new Set<Change>();
  const moved = changes.map((each) => {
    if (each.kind !== 'statement-added') return each;
    const from = gone.find((other) => other.was === each.now && !taken.has(other));
    if (!from) return each;
    taken.add(from);
    return { ...each, kind: 'statement-moved' as const, was: whereOf(from), now: whereOf(each) };
  });
  return moved.filter((each) => !taken.has(each));
}

function whereOf({ slide, pointer }: Change): string {
  return slide ? `slide ${slide.place}, ${slide.headline}` : pointer;
}

function withoutBands<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutBands) as T;
  if (!isFields(value)) return value;
  const isWord = isMappedText(value.word);
  const entries = Object.entries(value).map(([key, child]) => [
    key,
    isWord && (key === 'from' || key === 'to') ? null : withoutBands(child),
  ]);
  // The same shape with less in it.
  return Object.fromEntries(entries) as T;
}
