import { blankSlide } from '../outline/blank-slide.js';
import type { Brief, BriefSlide } from '../outline/brief.js';
import { isMappedText, label, type MappedText } from '../outline/mapped-text.js';
import type { Change } from './change.js';
import type { Editions } from './change-places.js';
import { valueAt } from './change-places.js';
import { deleted, inserted, redlined } from './redline-text.js';
import { isFields } from './value-words.js';

/** Fields whose texts are looked up or compared, not read. */
const kept: ReadonlySet<string> = new Set([
  'audience',
  'portion',
  'marking',
  'likelihood',
  'ignore',
  'change',
  'notes',
]);

/** Kinds that draw what a file or a user's own Markdown says. */
const drawn = /^(?:image|markdown|own:.*)$/u;

/** The new edition with the words of both: texts marked, statements that are gone back in their places. */
export function redlinedBrief(changes: readonly Change[], { old, now }: Editions): Brief {
  const was = new Map(
    changes.flatMap(({ kind, pointer, was: before }) =>
      kind === 'reworded' ? [[pointer, before] as const] : [],
    ),
  );
  const added = changes.flatMap(({ kind, pointer }) => (/-added$/u.test(kind) ? [pointer] : []));
  const isNew = (at: string) => added.some((root) => `${at}/`.startsWith(`${root}/`));
  const mark = (text: MappedText): MappedText => {
    if (text.at === null || text.form === 'markdown') return text;
    if (isNew(text.at)) return inserted(text);
    const before = was.get(text.at);
    if (before === undefined) return text;
    return before === null ? inserted(text) : redlined(before, text);
  };
  const slides = mapTexts(now.slides, mark).map((slide) => withGone(slide, changes, old, now));
  const gone = [...old.sources].filter(([id]) => !now.sources.has(id));
  const sources = new Map([...mapTexts(now.sources, mark), ...mapTexts(new Map(gone), deleted)]);
  return { ...now, slides: slides.map(withoutNotes), sources, glossary: mapTexts(now.glossary, mark) };
}

/** A slide of the old edition, all struck through; what would need its file or its template is its headline alone. */
export function deletedSlide(slide: BriefSlide, pointer: string): BriefSlide {
  const whole: BriefSlide = drawn.test(slide.kind)
    ? { ...blankSlide('points'), headline: slide.headline ?? label(slide.kind.replace(/^own:/u, '')) }
    : slide;
  return withoutNotes({ ...mapTexts(whole, deleted), pointer, sources: [], see: [] });
}

function withoutNotes(slide: BriefSlide): BriefSlide {
  return { ...slide, notes: null };
}

/** A copy of a value with every text that readers see changed. */
function mapTexts<T>(value: T, change: (text: MappedText) => MappedText): T {
  // The same shape with other texts.
  if (isMappedText(value)) return change(value) as T;
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change)) as T;
  if (value instanceof Map)
    return new Map([...value].map(([key, each]) => [key, mapTexts(each, change)])) as T;
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [
    key,
    kept.has(key) ? child : mapTexts(child, change),
  ]);
  return Object.fromEntries(entries) as T;
}

/** The slide with the statements that are gone from it, where its lists have a place for them. */
function withGone(slide: BriefSlide, changes: readonly Change[], old: Brief, now: Brief): BriefSlide {
  const own = changes.filter(
    ({ kind, slide: on }) =>
      kind === 'statement-removed' && on !== null && now.slides[on.place - 1]?.pointer === slide.pointer,
  );
  return own.reduce<BriefSlide>((left, { pointer }) => {
    const steps = pointer.split('/').slice(3);
    const statement = valueAt(old, pointer);
    return isFields(statement) ? put(left, steps, mapTexts(statement, deleted)) : left;
  }, slide);
}

/** Puts an item into the list that the steps lead to; what has no such list stays as it is. */
function put<T>(value: T, [step = '', ...rest]: readonly string[], item: unknown): T {
  const place = Number(step);
  if (Array.isArray(value)) {
    // The same list with one more, or with one changed.
    if (rest.length === 0) return [...value.slice(0, place), item, ...value.slice(place)] as T;
    return value.map((each, index) => (index === place ? put(each, rest, item) : each)) as T;
  }
  if (!isFields(value) || !(step in value) || rest.length === 0) return value;
  return { ...value, [step]: put(value[step], rest, item) };
}
