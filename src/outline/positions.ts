import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
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
  /** Where and how the scalar at a pointer is written, within its quotes; null where nothing is. */
  scalar(pointer: string): ScalarPlace | null;
}

/** A scalar in the source: offsets of what stands within its quotes, and its style. */
export interface ScalarPlace {
  readonly start: number;
  readonly end: number;
  readonly style: ScalarEvent['style'];
}

interface Frame {
  readonly at: string;
  readonly mapping: boolean;
  index: number;
  key: string | null;
}

/** A scalar or a container as it stands in the source, in offsets. */
interface Span {
  /** Where it shows: at its opening quotation mark, if it has one. */
  readonly place: number;
  readonly start: number;
  readonly end: number;
  /** Null for a container or an alias. */
  readonly style: ScalarEvent['style'] | null;
}

interface Spans {
  readonly values: Map<string, Span>;
  readonly keys: Map<string, Span>;
}

/** Walks the parser's events and notes the span of every value and key under its pointer. */
function collectSpans(events: readonly Event[], source: string): Spans {
  const spans: Spans = { values: new Map(), keys: new Map() };
  const stack: Frame[] = [];
  const enter = (span: Span, text: string): string => {
    const frame = stack.at(-1);
    if (!frame) {
      spans.values.set('', span);
      return '';
    }
    if (frame.mapping && frame.key === null) {
      frame.key = text;
      spans.keys.set(join(frame.at, text), span);
      return '';
    }
    const at = join(frame.at, frame.mapping ? (frame.key ?? '') : frame.index);
    [frame.key, frame.index] = [null, frame.index + 1];
    spans.values.set(at, span);
    return at;
  };
  for (const event of events) {
    if (event.type === EVENT_ID.POP) stack.pop();
    else if (event.type === EVENT_ID.SCALAR) enter(scalarSpan(event), getScalarValue(source, event));
    else if (event.type === EVENT_ID.ALIAS) enter(spanAt(event.anchorStart - 1), '');
    else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      const at = enter(spanAt(event.start), '');
      stack.push({ at, mapping: event.type === EVENT_ID.MAPPING, index: 0, key: null });
    }
  }
  return spans;
}

function spanAt(offset: number): Span {
  return { place: offset, start: offset, end: offset, style: null };
}

function scalarSpan({ style, valueStart, valueEnd }: ScalarEvent): Span {
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return { place: isQuoted ? valueStart - 1 : valueStart, start: valueStart, end: valueEnd, style };
}

/** Finds the place of every value and key from the parser's events. */
export function findPositions(events: readonly Event[], source: string): Positions {
  const { values, keys } = collectSpans(events, source);
  const lines = lineStarts(source);
  const nearest = (pointer: string): number => {
    for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
      // A value that is left empty has no place of its own: its key stands for it.
      const places = [values.get(at)?.place, keys.get(at)?.place];
      const start = places.find((each) => each !== undefined && each >= 0);
      if (start !== undefined) return start + indentAt(source, start);
    }
    return Math.max(0, values.get('')?.place ?? 0);
  };
  return {
    value: (pointer) => positionAt(nearest(pointer), lines),
    key: (pointer) => positionAt(keys.get(pointer)?.place ?? nearest(pointer), lines),
    written: (pointer) => {
      const found = values.get(pointer);
      return found && found.end > found.start ? source.slice(found.start, found.end) : null;
    },
    scalar: (pointer) => {
      const { start = -1, end = -1, style = null } = values.get(pointer) ?? {};
      return style === null || start < 0 ? null : { start, end, style };
    },
  };
}

/** Spaces at an offset: the text of a block scalar begins behind its indentation. */
function indentAt(source: string, offset: number): number {
  const rest = /^[ \n]*/u.exec(source.slice(offset, offset + 200))?.[0] ?? '';
  return rest.length;
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
