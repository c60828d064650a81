import { kindLabel } from '../deck/frame-view.js';
import { english as labels } from '../deck/labels.js';
import type { Brief, BriefSlide } from '../outline/brief.js';
import { isMappedText, label, type MappedText } from '../outline/mapped-text.js';
import type { Change } from './change.js';
import { isFields } from './value-words.js';

/** The two editions, to look things up by their pointers. */
export interface Editions {
  readonly old: Brief;
  readonly now: Brief;
}

/** Kinds whose statements are the brief's key judgements. */
export const keyKinds: ReadonlySet<string> = new Set(['bluf', 'key-judgements']);

/** The pointer of the statement that a change is one of. */
export function statementOf({ pointer, kind }: Change): string {
  return /^(?:statement|slide|source)-/u.test(kind)
    ? pointer
    : pointer.replace(/\/(?:text|likelihood|confidence)$/u, '');
}

/** The statement, row, slide or source that a pointer leads into. */
export function thingOf(pointer: string): string {
  return pointer
    .replace(/^(\/slides\/\d+(?:\/[^/]+)*\/\d+|\/slides\/\d+)(?:\/[^\d/][^/]*)*$/u, '$1')
    .replace(/^(\/(?!slides\/)[a-z]+\/[^/]+)\/.*$/u, '$1');
}

/** What a row is about: the thing's own short name, "Judgement 2", or the label of its slide. */
export function nameOf(value: unknown, slide: BriefSlide | null, pointer: string): MappedText | null {
  if (isFields(value) && isMappedText(value.name)) return value.name;
  const [, place] = /\/points\/(\d+)$/u.exec(pointer) ?? [];
  if (slide?.kind === 'key-judgements' && place !== undefined)
    return label(`${labels.keyJudgementNumber} ${Number(place) + 1}`);
  return slide ? slideName(slide) : null;
}

/** The label of a slide in its margin; null where it has none. */
export function slideName(slide: BriefSlide): MappedText | null {
  const words = kindLabel(slide.kind);
  return slide.label ?? (words ? label(words) : null);
}

/** The old outline's texts stand at no place of this one. */
export function unplaced(text: MappedText | null): MappedText | null {
  return text && { ...text, at: null };
}

/** Words of the other edition. */
export function inline(text: string): MappedText {
  return { text, at: null, form: 'inline' };
}

/** The text of a statement or slide, or a text itself. */
export function textOf(value: unknown): MappedText | null {
  if (isMappedText(value)) return value;
  if (!isFields(value)) return null;
  const { text, headline, claim } = value;
  return [text, headline, claim].find(isMappedText) ?? null;
}

/** The slide that a pointer leads into; null for pointers to elsewhere. */
export function slideAt({ slides }: Brief, pointer: string): BriefSlide | null {
  return slides.find((slide) => `${pointer}/`.startsWith(`${slide.pointer}/`)) ?? null;
}

/** What stands at a pointer of a brief: a statement, a row or a text. */
export function valueAt(brief: Brief, pointer: string): unknown {
  const slide = slideAt(brief, pointer);
  return slide ? find(slide, pointer) : null;
}

function find(value: unknown, pointer: string): unknown {
  if (isMappedText(value)) return value.at === pointer ? value : null;
  if (Array.isArray(value)) return firstIn(value, pointer);
  if (!isFields(value)) return null;
  return value.pointer === pointer ? value : firstIn(Object.values(value), pointer);
}

function firstIn(values: readonly unknown[], pointer: string): unknown {
  for (const value of values) {
    const found = find(value, pointer);
    if (found !== null) return found;
  }
  return null;
}
