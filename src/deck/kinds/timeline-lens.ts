import { isDay, type Span, spanOf } from './timeline-axis.js';

/** An event's dates as the outline has them. */
export interface Dated {
  readonly date: string;
  readonly end: string | null;
}

/** A stretch is magnified where it holds most events in less than this part of the whole. */
const denseShare = 0.1;
const fewest = 3;

/** The whole stretch that dated events take. */
export function wholeSpan(events: readonly Dated[]): Span {
  const spans = events.map(({ date, end }) => spanOf(date, end));
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}

/** The dense stretch: most of the events, each known to the day, in under a tenth of the whole; null where there is none. */
export function denseSpan(events: readonly Dated[]): Span | null {
  const whole = wholeSpan(events);
  const days = events
    .filter(({ date }) => isDay(date))
    .map(({ date, end }) => spanOf(date, end))
    .sort((a, b) => a.from - b.from);
  const windows = days.flatMap((first, from) =>
    days.slice(from).map((last, index) => ({ from: first.from, to: last.to, count: index + 1 })),
  );
  const dense = windows.filter(({ from, to, count }) => {
    return count >= fewest && count > events.length / 2 && to - from <= (whole.to - whole.from) * denseShare;
  });
  return dense.sort((a, b) => b.count - a.count || a.to - a.from - (b.to - b.from))[0] ?? null;
}
