import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import { join } from './fields/field.js';

/** A place in a text, both counted from 1; `column` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where everything of an outline stands. */
export interface Positions {
  /** Place of the value at a pointer, or of its nearest parent that is there. */
  value(pointer: string): Position;
  /** Place of the key of a field, or of the value where there is no key. */
  key(pointer: string): Position;
  /** The scalar at a pointer as it is written; null where there is none. */
  written(pointer: string): string | null;
}

interface Frame {
  readonly at: string;
  readonly mapping: boolean;
  index: number;
  key: string | null;
}

/** Finds the place of every value and key from the parser's events. */
export function findPositions(events: readonly Event[], source: string): Positions {
  const values = new Map<string, { start: number; end: number }>();
  const keys = new Map<string, number>();
  const stack: Frame[] = [];
  const enter = (start: number, end: number, text: string | null): string | null => {
    const frame = stack.at(-1);
    if (frame?.mapping && frame.key === null) {
      frame.key = text ?? '';
      keys.set(join(frame.at, frame.key), start);
      return null;
    }
    const at = !frame ? '' : join(frame.at, frame.mapping ? (frame.key ?? '') : frame.index);
    if (frame) [frame.key, frame.index] = [null, frame.index + 1];
    values.set(at, { start, end });
    return at;
  };
  for (const event of events) {
    if (event.type === EVENT_ID.SCALAR) enter(event.valueStart, event.valueEnd, getScalarValue(source, event));
    else if (event.type === EVENT_ID.ALIAS) enter(event.anchorStart, event.anchorEnd, null);
    else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      const at = enter(event.start, event.start, null);
      stack.push({ at: at ?? '', mapping: event.type === EVENT_ID.MAPPING, index: 0, key: null });
    } else if (event.type === EVENT_ID.POP) stack.pop();
  }
  const lines = lineStarts(source);
  const nearest = (pointer: string): number => {
    for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
      const start = values.get(at)?.start ?? keys.get(at);
      if (start !== undefined && start >= 0) return start;
    }
    return Math.max(0, values.get('')?.start ?? 0);
  };
  return {
    value: (pointer) => positionAt(nearest(pointer), lines),
    key: (pointer) => positionAt(keys.get(pointer) ?? nearest(pointer), lines),
    written: (pointer) => {
      const found = values.get(pointer);
      return found && found.end > found.start ? source.slice(found.start, found.end) : null;
    },
  };
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset. */
export function positionAt(offset: number, starts: readonly number[]): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
