import type { MovedStatement } from '../deck/since-last.js';
import type { Brief } from '../outline/brief.js';
import { type Fields, isFields } from './value-words.js';

/** The brief in which judgements that moved say what they were, where the outline says nothing of a change itself. */
export function fillChanges(brief: Brief, moved: readonly MovedStatement[]): Brief {
  if (moved.length === 0 || brief.changes === 'none') return brief;
  const byPointer = new Map(moved.map((each) => [each.pointer, each]));
  return { ...brief, slides: filled(brief.slides, byPointer) };
}

function filled<T>(value: T, moved: ReadonlyMap<string, MovedStatement>): T {
  // The same shape with a field filled in.
  if (Array.isArray(value)) return value.map((each) => filled(each, moved)) as T;
  if (!isFields(value)) return value;
  const children = Object.entries(value).map(([key, child]) => [key, filled(child, moved)]);
  return { ...Object.fromEntries(children), ...changeOf(value, moved) } as T;
}

/** A statement whose likelihood was not stated before did not move. */
function changeOf(value: Fields, moved: ReadonlyMap<string, MovedStatement>): Fields {
  const own = typeof value.pointer === 'string' ? moved.get(value.pointer) : undefined;
  if (!own || value.change !== null) return {};
  const { pointer, was, direction } = own;
  return { change: { pointer, text: null, direction, was, why: null } };
}
