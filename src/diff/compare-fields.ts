import { isMappedText } from '../outline/mapped-text.js';
import { type Change, type ChangeKind, change } from './change.js';
import { type ItemFacts, matchItems } from './match-items.js';
import { allWords, type Fields, isFields, oneLine, pointerOf, wordsOfValue } from './value-words.js';

/** Compares two values of one field; `at` is where the new one stands. */
type Rule = (old: unknown, now: unknown, at: string, field: string) => readonly Change[];

/** Fields whose change is read as a whole. */
const rules: Readonly<Record<string, Rule>> = {
  pointer: () => [],
  // It names the other edition; that is no difference between the two.
  previous: () => [],
  changes: () => [],
  likelihood: moved('likelihood', likelihoodWords, (value) => middleOf(value)),
  confidence: moved('confidence', wordsOfValue, (value) => confidences.indexOf(wordsOfValue(value) ?? '')),
  basis: whole('basis'),
  marking: whole('marking', (value) => (isFields(value) ? markingWords(value) : null)),
  scale: whole('changed'),
  audience: whole('audience'),
  by: whole('changed', partyWords),
  via: whole('changed', (value) => listed(value, partyWords)),
  see: whole('changed'),
  rests_on: whole('changed'),
  could_change: whole('changed'),
  edition: whole('changed'),
  sources: compareCitations,
  cells: comparePlaces,
};

/** Fields that hold a day, a month or a year. */
const dates = new Set(
  'date end from to cutoff as_of resolves_by by_when taken checked now horizon accessed'.split(' '),
);

const confidences = ['very low', 'low', 'medium', 'moderate', 'high', 'very high'];

/** Compares two things field by field. */
export function compareFields(old: Fields, now: Fields, pointer: string): readonly Change[] {
  const names = new Set([...Object.keys(now), ...Object.keys(old)]);
  return [...names].flatMap((name) =>
    compareValues(old[name] ?? null, now[name] ?? null, `${pointer}/${name}`, name),
  );
}

/** Compares two values of a field of this name. */
export function compareValues(old: unknown, now: unknown, at: string, field: string): readonly Change[] {
  const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
  if (rule) return rule(old, now, at, field);
  if (Array.isArray(old) || Array.isArray(now)) return compareLists(listOf(old), listOf(now), at, field);
  if (isFields(old) && isFields(now)) return compareFields(old, now, pointerOf(now) ?? at);
  if (isFields(old) || isFields(now)) return cameOrWent(old, now, at, field);
  const [was, is] = [wordsOfValue(old), wordsOfValue(now)];
  if (was === is) return [];
  const isText = isMappedText(old) || isMappedText(now);
  const kind = dates.has(field) ? 'date' : isText ? 'reworded' : 'changed';
  return [change(kind, pointerOf(now) ?? at, [was, is], { field })];
}

/** A single statement, or another mapping, that one edition has and the other has not. */
function cameOrWent(old: unknown, now: unknown, at: string, field: string): readonly Change[] {
  const value = now ?? old;
  const kind = isStatement(value) ? (now ? 'statement-added' : 'statement-removed') : 'changed';
  return [change(kind, pointerOf(value) ?? at, [wordsOfValue(old), wordsOfValue(now)], { field })];
}

function compareLists(
  old: readonly unknown[],
  now: readonly unknown[],
  at: string,
  field: string,
): readonly Change[] {
  const { pairs, removed, added } = matchItems(old.map(factsOf), now.map(factsOf));
  const place = (value: unknown, index: number) => pointerOf(value) ?? `${at}/${index}`;
  return [
    ...removed.map((i) =>
      change(kindOf(old[i], 'removed'), place(old[i], i), [wordsOfValue(old[i]), null], { field }),
    ),
    ...added.map((j) =>
      change(kindOf(now[j], 'added'), place(now[j], j), [null, wordsOfValue(now[j])], { field }),
    ),
    ...pairs.flatMap((pair) => [
      ...(pair.moved
        ? [change(kindOf(now[pair.now], 'moved'), place(now[pair.now], pair.now), placesOf(pair), { field })]
        : []),
      ...compareValues(old[pair.old], now[pair.now], `${at}/${pair.now}`, 'text'),
    ]),
  ];
}

/** Places in a list, counted from 1 as people do. */
function placesOf({ old, now }: { readonly old: number; readonly now: number }): readonly [string, string] {
  return [`place ${old + 1}`, `place ${now + 1}`];
}

/** Cells have no names: each is compared with what stood in its place. */
function comparePlaces(old: unknown, now: unknown, at: string): readonly Change[] {
  const [before, after] = [listOf(old), listOf(now)];
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) =>
    compareValues(before[index] ?? null, after[index] ?? null, `${at}/${index}`, 'text'),
  );
}

/** Citations are a set of sources, with a place in each. */
function compareCitations(old: unknown, now: unknown, at: string): readonly Change[] {
  const [before, after] = [citationsOf(old), citationsOf(now)];
  return [
    ...[...before.keys()]
      .filter((id) => !after.has(id))
      .map((id) => change('source-dropped', at, [id, null])),
    ...[...after.keys()].filter((id) => !before.has(id)).map((id) => change('source-added', at, [null, id])),
    ...[...after].flatMap(([id, place]) => {
      const was = before.has(id) ? before.get(id) : place;
      return was === place ? [] : [change('changed', at, [was ?? null, place], { field: 'at' })];
    }),
  ];
}

function citationsOf(value: unknown): ReadonlyMap<string, string | null> {
  const rows = listOf(value).filter(isFields);
  return new Map(rows.map((row) => [String(row.source), wordsOfValue(row.at)]));
}

/** A value that is compared as one, by its words. */
function whole(kind: ChangeKind, words: (value: unknown) => string | null = wordsOfValue): Rule {
  return (old, now, at, field) => {
    const [was, is] = [words(old), words(now)];
    return was === is ? [] : [change(kind, at, [was, is], { field })];
  };
}

/** A value that moves on a scale. */
function moved(
  kind: ChangeKind,
  words: (value: unknown) => string | null,
  height: (value: unknown) => number,
): Rule {
  return (old, now, at, field) => {
    const [was, is] = [words(old), words(now)];
    if (was === is) return [];
    const [from, to] = [old === null ? -1 : height(old), now === null ? -1 : height(now)];
    const direction = from < 0 || to < 0 || from === to ? null : to > from ? 'up' : 'down';
    return [change(kind, at, [was, is], { field, direction })];
  };
}

/** "likely (55–80 %)"; the figures alone where there is no word. */
function likelihoodWords(value: unknown): string | null {
  if (!isFields(value)) return null;
  const word = wordsOfValue(value.word);
  const figures = value.from === null || value.to === null ? null : `${value.from}–${value.to} %`;
  return word && figures ? `${word} (${figures})` : (word ?? figures);
}

function middleOf(value: unknown): number {
  const isBand = isFields(value) && typeof value.from === 'number' && typeof value.to === 'number';
  return isBand ? (Number(value.from) + Number(value.to)) / 2 : -1;
}

function markingWords({ label, extra }: Fields): string | null {
  return [wordsOfValue(label), wordsOfValue(extra)].filter((words) => words !== null).join(', ') || null;
}

/** A party is its id; one that is only named here is its name. */
function partyWords(value: unknown): string | null {
  if (!isFields(value)) return wordsOfValue(value);
  const known = value.id ?? value.actor ?? value.source;
  return typeof known === 'string' ? known : wordsOfValue(value.name);
}

function listed(value: unknown, words: (item: unknown) => string | null): string | null {
  const items = listOf(value).map(words);
  return items.length === 0 ? null : items.join(' → ');
}

function factsOf(value: unknown): ItemFacts {
  const id = isFields(value) && typeof value.id === 'string' ? value.id : null;
  return {
    id,
    name: isFields(value) ? wordsOfValue(value.name) : null,
    text: (isFields(value) ? wordsOfValue(value) : null) ?? oneLine(allWords(value)),
  };
}

function kindOf(value: unknown, what: 'added' | 'removed' | 'moved'): ChangeKind {
  return isFields(value) ? `statement-${what}` : 'changed';
}

function isStatement(value: unknown): boolean {
  return isFields(value) && 'text' in value;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
