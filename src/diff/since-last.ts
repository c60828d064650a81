import { formatDate } from '../deck/dates.js';
import { english as labels } from '../deck/labels.js';
import type { ChangeMark, MovedStatement, SinceLast } from '../deck/since-last.js';
import type { Brief } from '../outline/brief.js';
import { label, type MappedText } from '../outline/mapped-text.js';
import type { Change } from './change.js';
import { type Editions, inline, slideAt, statementOf, thingOf } from './change-places.js';
import { changeRows, ratingWords } from './change-rows.js';
import { compareBriefs } from './compare-briefs.js';

/** A brief in full, and as readers of one copy see it. */
export interface CopiedBrief {
  readonly whole: Brief;
  readonly copy: Brief;
}

/** Kinds that change with every edition or say so themselves. */
const frame: ReadonlySet<string> = new Set(['title', 'section', 'agenda', 'whats-new', 'back-matter']);

/** Fields of slides and statements that no reader sees, and what the author says of changes. */
const unseen =
  /^\/slides\/\d+(?:\/.*)?\/(?:notes|minutes|hidden|ignore|audience|id|layout|fit|language|change)(?:\/|$)/u;

/** Both editions as readers of this copy see them, and what changed from one to the other. */
export interface SeenChanges {
  readonly editions: Editions;
  readonly changes: readonly Change[];
}

/** What changed since the previous edition, as readers of this copy may know it. */
export function seenChanges(old: CopiedBrief, now: CopiedBrief): SeenChanges {
  const editions = { old: shown(old.copy), now: shown(now.copy) };
  const truly = trulyGone(old, now);
  const changes = compareBriefs(editions.old, editions.now).filter(
    (each) => isSeen(each, editions) && isGone(each, truly),
  );
  return { editions, changes };
}

/** What changed, as the deck shows it. */
export function sinceLast({ editions, changes }: SeenChanges): SinceLast {
  const { old, now } = editions;
  const isOutright = now.changes === 'none';
  const moved = movedStatements(changes, now);
  const rows = isOutright ? [] : changeRows(changes, moved, editions);
  return {
    since: sinceWords(old, now.language ?? 'en'),
    rows: rows.map(({ row }) => row),
    tells: rows.map(({ things }) => things.length),
    others: isOutright ? 0 : untold(changes, new Set(rows.flatMap(({ things }) => things))),
    unchanged: unchangedJudgements(changes, now),
    moved,
    marks: now.changes === 'marked' ? marksOf(changes, editions) : new Map(),
    isRedline: false,
  };
}

/** How many things changed that no row tells of; what they cite is told with the sources. */
function untold(changes: readonly Change[], told: ReadonlySet<string>): number {
  const counted = changes.filter(
    ({ kind, slide, pointer }) =>
      !/-moved$/u.test(kind) &&
      (slide === null ? /^\/(?:sources|actors|glossary)\//u.test(pointer) : !kind.startsWith('source-')),
  );
  const things = new Set(counted.map(({ pointer }) => thingOf(pointer)));
  return [...things].filter((each) => !told.has(each)).length;
}

/** What is in no output is in no edition. */
function shown(brief: Brief): Brief {
  return { ...brief, slides: brief.slides.filter(({ hidden }) => !hidden) };
}

function isSeen({ pointer, kind }: Change, { old, now }: Editions): boolean {
  const slide = slideAt(kind === 'slide-removed' || kind === 'statement-removed' ? old : now, pointer);
  return !unseen.test(pointer) && !(slide && frame.has(slide.kind));
}

/** What this copy lacks is gone only where the whole outline lacks it too: else it is withheld, and nothing tells of that. */
function isGone(change: Change, truly: ReadonlySet<string> | null): boolean {
  return change.now !== null || truly === null || truly.has(keyOf(change));
}

function keyOf({ kind, pointer, was }: Change): string {
  return `${kind} ${pointer} ${was}`;
}

/** What is truly gone; null where copies hold everything. */
function trulyGone(old: CopiedBrief, now: CopiedBrief): ReadonlySet<string> | null {
  const hides = (brief: Brief) => brief.slides.some(({ hidden }) => hidden);
  if (now.whole === now.copy && old.whole === old.copy && !hides(now.whole)) return null;
  return new Set(compareBriefs(old.whole, now.whole).map(keyOf));
}

function sinceWords({ edition, date, cutoff }: Brief, language: string): MappedText | null {
  if (edition?.number) return label(`${labels.edition.toLowerCase()} ${edition.number}`);
  if (edition) return { ...edition.text, at: null };
  const day = date ?? cutoff;
  return day === null ? null : label(formatDate(day, language));
}

function movedStatements(changes: readonly Change[], { scale }: Brief): readonly MovedStatement[] {
  const rated = changes.filter(
    ({ kind, slide }) => slide !== null && ['likelihood', 'confidence'].includes(kind),
  );
  const bare = scale?.show_range === 'none';
  return [...new Set(rated.map(statementOf))].map((pointer) => {
    const own = rated.filter((each) => statementOf(each) === pointer);
    const likelihood = own.find(({ kind }) => kind === 'likelihood');
    const was = own.map((each) => ratingWords(each, bare ? withoutRange(each.was) : each.was)).join(', ');
    return {
      pointer,
      was: inline(was),
      direction: own.map(({ direction }) => direction).find((way) => way !== null) ?? null,
      likelihood: likelihood
        ? { was: withoutRange(likelihood.was), now: withoutRange(likelihood.now) }
        : null,
    };
  });
}

/** "likely (55–80 %)" as "likely". */
function withoutRange(words: string | null): string | null {
  return words?.replace(/(.) \([\d.]+–[\d.]+ %\)$/u, '$1') ?? null;
}

function unchangedJudgements(changes: readonly Change[], now: Brief): readonly MappedText[] {
  const isTouched = (at: string) => changes.some(({ pointer }) => `${pointer}/`.startsWith(`${at}/`));
  return now.slides.flatMap((slide) => {
    if (slide.kind !== 'key-judgements' || isNew(slide.pointer, changes)) return [];
    return slide.points.flatMap(({ text, pointer }) => (isTouched(pointer) ? [] : [text]));
  });
}

function isNew(slide: string, changes: readonly Change[]): boolean {
  return changes.some(({ kind, pointer }) => kind === 'slide-added' && pointer === slide);
}

function marksOf(changes: readonly Change[], { now }: Editions): ReadonlyMap<string, ChangeMark> {
  const marks = new Map<string, ChangeMark>();
  for (const { kind, pointer, slide } of changes) {
    const own = slide === null ? null : now.slides[slide.place - 1];
    const top = /^\/(?:sources|glossary)(?=\/)/u.exec(pointer)?.[0] ?? null;
    const at = kind === 'slide-removed' || kind === 'slide-moved' ? null : (own?.pointer ?? top);
    if (at !== null && marks.get(at) !== 'new') marks.set(at, kind === 'slide-added' ? 'new' : 'changed');
  }
  return marks;
}
