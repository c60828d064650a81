import type { Statement } from '../../outline/brief.js';
import type { MappedText } from '../../outline/mapped-text.js';
import type { KindContext } from '../kind-view.js';
import { rangeWords } from './date-range.js';
import { type Axis, isDay, type Span, spanOf } from './timeline-axis.js';
import type { Anchor } from './timeline-places.js';

/** An event with a date; without a statement it is the line "now". */
export interface DatedEvent {
  readonly statement: Statement | null;
  readonly date: string;
  readonly end: string | null;
  readonly about: boolean;
  readonly planned: boolean;
  readonly text: MappedText | null;
  readonly note: MappedText | null;
  /** Whether it shows a badge of its own. */
  readonly badge: boolean;
  /** Pointer of its date. */
  readonly at: string | null;
}

/** How a mark is drawn: solid is known, hollow is planned, dashed is not known exactly; a bar has a length in time. */
export type MarkForm = 'solid' | 'hollow' | 'dashed' | 'solid-bar' | 'dashed-bar' | 'now';

/** An event on a strip: its form, its stretch in px, the words of its date, and what its label needs. */
export interface Mark {
  readonly event: DatedEvent;
  readonly form: MarkForm;
  readonly from: number;
  readonly to: number;
  readonly words: MappedText;
  /** Date, and note where it fits, stand in the bar. */
  readonly dateInBar: boolean;
  readonly noteInBar: boolean;
  readonly anchor: Anchor;
}

/** A bar this wide takes its date into itself, as on a strip of years. */
const roomy = 120;
const notePt = 15;
/** Middle of the first mark in px where marks stand in steps. */
const firstMark = 9;

/** Puts an event on a strip; `short` dates leave out the year. */
export function markOn(axis: Axis, event: DatedEvent, short: boolean, context: KindContext): Mark {
  const span = spanOf(event.date, event.end);
  const words = dateWords(event, short, context);
  const form = formOf(event);
  const [from, to] = [axis.x(span.from), axis.x(span.to)];
  const bar = form.endsWith('bar') ? { from, to } : null;
  const isCells = [from, to].every((end) =>
    axis.cells.some((cell) => Math.abs(axis.x(cell.from) - end) < 1 || Math.abs(axis.x(cell.to) - end) < 1),
  );
  const dateInBar =
    bar !== null &&
    isCells &&
    to - from >= roomy &&
    context.fit.lines(words, notePt, to - from - 20, 'sans-bold') === 1;
  const line = event.note ? `${words.text} ${event.note.text}` : words.text;
  const noteInBar = dateInBar && event.note !== null && context.fit.lines(line, notePt, to - from - 24) === 1;
  return {
    event,
    form,
    from,
    to,
    words,
    dateInBar,
    noteInBar,
    anchor: {
      date: dateInBar ? null : words,
      text: event.text,
      note: noteInBar ? null : event.note,
      badge: event.badge,
      x: (from + to) / 2,
      bar,
    },
  };
}

/** Puts an event on the step of its rank, where time is not drawn to scale. */
export function markInTurn(axis: Axis, index: number, event: DatedEvent, context: KindContext): Mark {
  const x = axis.x(index) + firstMark;
  const words = dateWords(event, false, context);
  const form = formOf(event);
  const forms = { 'solid-bar': 'solid', 'dashed-bar': 'dashed' } as const;
  const anchor = { date: words, text: event.text, note: event.note, badge: event.badge, x, bar: null };
  return {
    event,
    form: form === 'solid-bar' || form === 'dashed-bar' ? forms[form] : form,
    from: x,
    to: x,
    words,
    dateInBar: false,
    noteInBar: false,
    anchor,
  };
}

function formOf({ statement, date, end, about, planned }: DatedEvent): MarkForm {
  if (statement === null) return 'now';
  const rough = about || !isDay(date) || (end !== null && !isDay(end));
  if (end !== null || !isDay(date)) return rough ? 'dashed-bar' : 'solid-bar';
  if (rough) return 'dashed';
  return planned ? 'hollow' : 'solid';
}

function dateWords(
  { statement, date, end, about, at }: DatedEvent,
  short: boolean,
  context: KindContext,
): MappedText {
  const { labels } = context;
  const words = end ? rangeWords(date, end, short, context) : short ? context.day(date) : context.date(date);
  const hedged = about ? `${labels.about} ${words}` : words;
  return { text: statement === null ? `${labels.today}, ${hedged}` : hedged, at, form: 'plain' };
}

/** The dates of a stretch's first and last day. */
export function daysOf({ from, to }: Span): readonly [string, string] {
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return [iso(from), iso(to - 1)];
}
