import { endOf, formatParts, precisionOf, startOf } from '../dates.js';

/** Width in px of the axis: the wide column. */
export const axisWidth = 956;

/** Cells beyond this many are too narrow for their labels. */
const mostCells = 14;

/** What one cell of an axis stands for. */
export type Unit = 'day' | 'week' | 'month' | 'year' | 'step';

/** One cell of an axis: instants in ms since 1970, and its label. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** A stretch of time laid out over the wide column. */
export interface Axis {
  readonly unit: Unit;
  readonly cells: readonly Cell[];
  /** Distance in px from the start of the column to an instant. */
  x(instant: number): number;
}

/** A stretch of time in ms since 1970, the end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The stretch that a date stands for, to the precision that it is known; with `end`, until the end of that. */
export function spanOf(date: string, end: string | null): Span {
  return { from: startOf(date).getTime(), to: endOf(end ?? date).getTime() };
}

/** Whether a date is known to the day. */
export function isDay(date: string): boolean {
  return precisionOf(date) === 'day';
}

interface Scale {
  readonly unit: Unit;
  /** Units to a cell. */
  readonly count: number;
  floor(at: Date): Date;
  next(at: Date): Date;
}

const day = (at: Date, plus = 0) =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + plus));
const month = (at: Date, count: number, plus = 0) =>
  new Date(Date.UTC(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / count) * count + plus * count, 1));
const year = (at: Date, count: number, plus = 0) =>
  new Date(Date.UTC((Math.floor(at.getUTCFullYear() / count) + plus) * count, 0, 1));

/** From fine to coarse; the first that needs few enough cells is taken. */
const scales: readonly Scale[] = [
  { unit: 'day', count: 1, floor: (at) => day(at), next: (at) => day(at, 1) },
  { unit: 'week', count: 7, floor: (at) => day(at), next: (at) => day(at, 7) },
  ...[1, 3].map(
    (count): Scale => ({
      unit: 'month',
      count,
      floor: (at) => month(at, count),
      next: (at) => month(at, count, 1),
    }),
  ),
  ...[1, 2, 5, 10, 25, 50, 100, 500].map(
    (count): Scale => ({
      unit: 'year',
      count,
      floor: (at) => year(at, count),
      next: (at) => year(at, count, 1),
    }),
  ),
];

/** The axis over a stretch, in the finest units that need no more than `most` cells. */
export function axisOver(span: Span, language: string, most = mostCells): Axis {
  const laid = scales.map((scale) => ({ scale, edges: edgesOf(scale, span) }));
  const chosen = laid.find(({ edges }) => edges.length - 1 <= most) ?? laid.at(-1);
  const edges = chosen?.edges ?? [];
  const unit = chosen?.scale.unit ?? 'year';
  const [first, last] = [edges[0] ?? span.from, edges.at(-1) ?? span.to];
  return {
    unit,
    cells: edges.slice(0, -1).map((from, index) => ({
      from,
      to: edges[index + 1] ?? last,
      label: labelOf(unit, new Date(from), index === 0, language),
    })),
    x: (instant) => (axisWidth * (instant - first)) / (last - first),
  };
}

/** Steps of one width, one for each event and one for the last label, where time is not drawn to scale. */
export function evenAxis(count: number): Axis {
  return { unit: 'step', cells: [], x: (place) => (axisWidth * place) / (count + 1) };
}

function edgesOf(scale: Scale, span: Span): readonly number[] {
  let at = scale.floor(new Date(span.from));
  const edges = [at.getTime()];
  while (at.getTime() < span.to && edges.length <= mostCells + 1) {
    at = scale.next(at);
    edges.push(at.getTime());
  }
  return edges;
}

/** A cell names only what the one before it does not: the month with its first day, the year with January. */
function labelOf(unit: Unit, from: Date, first: boolean, language: string): string {
  const iso = from.toISOString().slice(0, 10);
  const write = (options: Intl.DateTimeFormatOptions) => formatParts(iso, language, options);
  if (unit === 'year') return write({ year: 'numeric' });
  if (unit === 'month')
    return write(from.getUTCMonth() === 0 && !first ? { year: 'numeric' } : { month: 'short' });
  if (unit === 'week' || first || from.getUTCDate() === 1) return write({ day: 'numeric', month: 'short' });
  return write({ day: 'numeric' });
}
