import { precisionOf } from '../dates.js';
import type { KindContext } from '../kind-view.js';

/** Two dates as a stretch, the year once where both have it; `short` leaves it out of the second as well. */
export function rangeWords(date: string, end: string, short: boolean, context: KindContext): string {
  const oneYear = date.slice(0, 4) === end.slice(0, 4) && precisionOf(date) === 'day';
  const first = oneYear ? context.day(date) : context.date(date);
  return `${first} – ${short ? context.day(end) : context.date(end)}`;
}
