import { formatDate } from '../deck/dates.js';
import { english as labels } from '../deck/labels.js';
import type { ChangeRow, MovedStatement } from '../deck/since-last.js';
import type { BriefSlide } from '../outline/brief.js';
import { isMappedText, label, type MappedText } from '../outline/mapped-text.js';
import type { Change } from './change.js';
import {
  type Editions,
  inline,
  keyKinds,
  nameOf,
  slideAt,
  slideName,
  statementOf,
  textOf,
  thingOf,
  unplaced,
  valueAt,
} from './change-places.js';
import { isFields } from './value-words.js';

/** A row, and how weighty it is: 1 comes first. */
export interface WeighedRow {
  readonly weight: number;
  readonly row: ChangeRow;
  /** The things that it tells of, by their pointers. */
  readonly things: readonly string[];
}

/** Rows for the changes that readers of the next edition ask for, the weightiest first. */
export function changeRows(
  changes: readonly Change[],
  moved: readonly MovedStatement[],
  editions: Editions,
): readonly WeighedRow[] {
  const movedAt = new Set(moved.map(({ pointer }) => pointer));
  const rest = changes.filter((each) => !movedAt.has(thingOf(each.pointer)));
  return [
    ...moved.map((each) => movedRow(each, changes, editions)),
    ...rest.flatMap((each) => singleRow(each, editions)),
    ...sourcesRow(rest),
  ].toSorted((one, other) => one.weight - other.weight);
}

function movedRow(moved: MovedStatement, changes: readonly Change[], { now }: Editions): WeighedRow {
  const own = changes.filter((each) => statementOf(each) === moved.pointer);
  const statement = valueAt(now, moved.pointer);
  const text = textOf(statement);
  const nows = own.filter(({ kind }) => kind !== 'reworded').map((each) => ratingWords(each, each.now));
  const row = {
    was: moved.was,
    now: text ? { ...text, text: `${nows.join(', ')}: ${text.text}` } : label(nows.join(', ')),
    direction: moved.direction,
    why: whyOf(statement),
  };
  const slide = slideAt(now, moved.pointer);
  const name = nameOf(statement, slide, moved.pointer);
  return {
    weight: keyKinds.has(slide?.kind ?? '') ? 1 : 2,
    things: [moved.pointer],
    row: rowOf({ ...row, name }, slide),
  };
}

/** What the author says of the change. */
function whyOf(statement: unknown): MappedText | null {
  const change = isFields(statement) && isFields(statement.change) ? statement.change : {};
  return [change.why, change.text].find(isMappedText) ?? null;
}

/** "likely (55–80 %)", "confidence low"; of what is there no longer, that it is not stated. */
export function ratingWords({ kind }: Change, words: string | null): string {
  const said = words ?? labels.notStated;
  const text = kind === 'confidence' || words === null ? `${kind} ${said}` : said;
  return text.replace(/ %/gu, '\u00a0%');
}

/** What makes a row of one change, by its kind; what has none is told in a number. */
const singles: {
  readonly [K in Change['kind']]?: (change: Change, editions: Editions) => WeighedRow | null;
} = {
  'slide-added': (change, { now }) => {
    const slide = slideAt(now, change.pointer);
    const name = slide ? slideName(slide) : null;
    return {
      weight: 4,
      things: [thingOf(change.pointer)],
      row: rowOf({ name, now: slide?.headline ?? label(change.now ?? ''), direction: 'new' }, slide),
    };
  },
  'slide-removed': (change, { old }) => {
    const slide = slideAt(old, change.pointer);
    return {
      weight: 5,
      things: [thingOf(change.pointer)],
      row: rowOf({ name: slide ? unplaced(slideName(slide)) : null, was: inline(change.was ?? '') }, null),
    };
  },
  'statement-added': (change, { now }) => {
    const slide = slideAt(now, change.pointer);
    const statement = valueAt(now, change.pointer);
    const text = textOf(statement) ?? inline(change.now ?? '');
    const row = { name: nameOf(statement, slide, change.pointer), now: text, direction: 'new' as const };
    return { weight: isKey(slide) ? 3 : 4, things: [thingOf(change.pointer)], row: rowOf(row, slide) };
  },
  'statement-removed': (change, { old }) => {
    const slide = slideAt(old, change.pointer);
    const name = unplaced(slide ? slideName(slide) : null);
    return {
      weight: isKey(slide) ? 3 : 5,
      things: [thingOf(change.pointer)],
      row: rowOf({ name, was: inline(change.was ?? '') }, null),
    };
  },
  reworded: (change, { now }) => {
    const { field, was, pointer } = change;
    if (was === null || change.now === null || !['text', 'headline', null].includes(field)) return null;
    const slide = slideAt(now, pointer);
    if (!slide) return null;
    const text = textOf(valueAt(now, pointer)) ?? inline(change.now);
    const name = nameOf(valueAt(now, statementOf(change)), slide, statementOf(change));
    const row = { name, was: inline(was), now: text, direction: 'reworded' as const };
    return { weight: isKey(slide) ? 3 : 8, things: [thingOf(change.pointer)], row: rowOf(row, slide) };
  },
  date: (change, { now }) => {
    const { pointer } = change;
    if (pointer === '/date') return null;
    const language = now.language ?? 'en';
    const say = (date: string | null) => (date === null ? null : formatDate(date, language));
    const slide = slideAt(now, pointer);
    const what = textOf(valueAt(now, pointer.replace(/\/[^/]*$/u, '')));
    const [was, is] = [say(change.was), say(change.now)];
    const name = slide ? slideName(slide) : label(labels.informationTo);
    const said =
      is === null
        ? null
        : what && slide
          ? { ...what, text: `${is}: ${what.text}` }
          : { ...label(is), at: pointer };
    return {
      weight: slide ? 7 : 9,
      things: [thingOf(change.pointer)],
      row: rowOf({ name, was: was === null ? null : label(was), now: said }, slide),
    };
  },
};

function singleRow(change: Change, editions: Editions): readonly WeighedRow[] {
  const row = singles[change.kind]?.(change, editions) ?? null;
  return row ? [row] : [];
}

/** Sources that came and went, in one row. */
function sourcesRow(changes: readonly Change[]): readonly WeighedRow[] {
  const own = changes.filter(({ pointer }) => pointer.startsWith('/sources/'));
  const came = own.flatMap(({ kind, now }) => (kind === 'source-added' && now !== null ? [now] : []));
  const went = own.flatMap(({ kind, was }) => (kind === 'source-dropped' && was !== null ? [was] : []));
  const list = (names: readonly string[]) => (names.length > 0 ? inline(names.join('; ')) : null);
  const name = label(labels.sources);
  const direction = went.length === 0 ? ('new' as const) : null;
  const row = rowOf({ name, was: list(went), now: list(came), direction }, null);
  return came.length + went.length > 0
    ? [{ weight: 6, things: own.map(({ pointer }) => thingOf(pointer)), row }]
    : [];
}

function rowOf(fields: Partial<ChangeRow>, slide: BriefSlide | null): ChangeRow {
  const see = slide ? [{ slide: slide.pointer, text: null, pointer: slide.pointer }] : [];
  return {
    pointer: '',
    name: null,
    was: null,
    now: null,
    why: null,
    direction: null,
    see,
    sources: [],
    ...fields,
  };
}

function isKey(slide: BriefSlide | null): boolean {
  return slide !== null && keyKinds.has(slide.kind);
}
