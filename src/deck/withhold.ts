import type { Brief, BriefSlide } from '../outline/brief.js';
import { isKindName } from '../outline/kinds.js';
import { isMappedText } from '../outline/mapped-text.js';
import { slideShape } from '../outline/slide-shape.js';
import { citedSources } from './cited.js';

/** Whom a copy is for: the name of an audience, `all` for a copy that holds everything, null for readers of no audience. */
export type CopyFor = string | null;

/** What one copy of a brief holds, and what it does not. */
export interface Copy {
  readonly brief: Brief;
  /** Pointers of the slides that are left out. */
  readonly slides: readonly string[];
  /** Pointers of the statements that are left out of slides that stay. */
  readonly statements: readonly string[];
}

/**
 * The brief as one audience may see it: slides and statements that are for others are gone, with what would tell of them: references
 * to them, and sources that nothing else cites.
 */
export function copyFor(brief: Brief, audience: CopyFor): Copy {
  if (!speaksOfReaders(brief.slides)) return { brief, slides: [], statements: [] };
  const lost: string[] = [];
  const kept = brief.slides.flatMap((slide) => {
    const own = isFor(slide, audience) ? keptSlide(slide, audience) : null;
    if (own) lost.push(...own.statements);
    return own ? [own.slide] : [];
  });
  const slides = brief.slides.filter(({ pointer }) => !kept.some((each) => each.pointer === pointer));
  if (slides.length + lost.length === 0) return { brief, slides: [], statements: [] };
  const ids = new Set(slides.flatMap(({ id }) => (id === null ? [] : [id])));
  const left = withSources(
    { ...brief, slides: kept.map((slide) => filtered(slide, (child) => !namesOneOf(child, ids))) },
    brief,
  );
  return { brief: left, slides: slides.map(({ pointer }) => pointer), statements: lost };
}

/** Names of all audiences that an outline speaks of: its own, and those of slides and statements. */
export function audiencesOf(brief: Brief): readonly string[] {
  const names = brief.audience.map(({ text }) => text);
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    names.push(...audienceOf(value));
    for (const child of Object.values(value)) visit(child);
  };
  visit(brief.slides);
  return [...new Map(names.map((name) => [plainName(name), name] as const)).values()];
}

/** Whether anything is for some readers alone; most briefs are for all, and need no second look. */
function speaksOfReaders(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isMappedText(value)) return false;
  return audienceOf(value).length > 0 || Object.values(value).some(speaksOfReaders);
}

/** How names of audiences are compared: case and outer spaces do not count. */
export function plainName(name: string): string {
  return name.trim().toLowerCase();
}

function audienceOf(value: object): readonly string[] {
  const named = 'audience' in value ? value.audience : null;
  const list: readonly unknown[] = Array.isArray(named) ? named : [named];
  return list.filter(isMappedText).map(({ text }) => text);
}

function isFor(value: unknown, audience: CopyFor): boolean {
  if (typeof value !== 'object' || value === null || audience === 'all') return true;
  const named = audienceOf(value);
  return named.length === 0 || (audience !== null && named.map(plainName).includes(plainName(audience)));
}

/** A slide less the statements that are for others; null where what its kind needs is among them. */
function keptSlide(slide: BriefSlide, audience: CopyFor) {
  const statements: string[] = [];
  const left = filtered(slide, (child) => {
    if (isFor(child, audience)) return true;
    statements.push(pointerOf(child));
    return false;
  });
  if (statements.length === 0) return { slide, statements };
  const fields = isKindName(slide.kind) ? slideShape(slide.kind) : {};
  const isWhole = Object.entries(left).every(([name, value]) => {
    const before = Object.entries(slide).find(([field]) => field === name)?.[1];
    if (before === null || before === undefined || isMappedText(before)) return true;
    const isEmptied = Array.isArray(value) && value.length === 0 && before.length > 0;
    return !(isEmptied || value === null) || (fields[name]?.schema.safeParse(value).success ?? true);
  });
  return isWhole ? { slide: left, statements } : null;
}

/** A copy of a value with what is kept alone: items of lists go, single values become null. */
function filtered<T>(value: T, isKept: (child: unknown) => boolean): T {
  if (typeof value !== 'object' || value === null || isMappedText(value)) return value;
  const left = Array.isArray(value)
    ? value.filter(isKept).map((child) => filtered(child, isKept))
    : Object.fromEntries(
        Object.entries(value).map(([key, child]) => [key, isKept(child) ? filtered(child, isKept) : null]),
      );
  // The same shape with less in it.
  return left as T;
}

function pointerOf(value: unknown): string {
  const at = typeof value === 'object' && value !== null && 'pointer' in value ? value.pointer : null;
  if (typeof at === 'string') return at;
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : null;
  return isMappedText(text) ? (text.at ?? '') : '';
}

/** Whether something names one of these slides: an item of an agenda, a reference. */
function namesOneOf(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null || !('slide' in value)) return false;
  return typeof value.slide === 'string' && ids.has(value.slide);
}

/** Sources that were cited by what is gone alone go with it. */
function withSources(left: Brief, whole: Brief): Brief {
  const [before, after] = [citedSources(whole), citedSources(left)];
  return {
    ...left,
    sources: new Map([...left.sources].filter(([id]) => !before.has(id) || after.has(id))),
  };
}
