import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ItemRule, KindContext } from '../kind-view.js';
import { rangeWords } from './date-range.js';
import {
  type Axis,
  axisOver,
  axisWidth,
  evenAxis,
  isDay,
  type Span,
  spanOf,
  type Unit,
} from './timeline-axis.js';
import { alternate, type Band, type Placed, placeLabels, type Rect } from './timeline-labels.js';
import { denseSpan, wholeSpan } from './timeline-lens.js';
import { type DatedEvent, daysOf, type Mark, markInTurn, markOn } from './timeline-marks.js';
import { axisRules, type Entry, eventRules, lensRules } from './timeline-rules.js';

/** What the slide asks of the drawing. */
export interface TimelineFrame {
  /** Lowest line of the drawing in px. */
  readonly bottom: number;
  readonly spacing: 'time' | 'even';
}

/** A drawn timeline: its events in order, the strips beneath them, and where all of it stands. */
export interface Drawing {
  readonly step: number;
  readonly classes: readonly string[];
  readonly rules: readonly ItemRule[];
  readonly marks: readonly Mark[];
  readonly scales: readonly View[];
}

/** A strip of time with what stands on it. */
interface Strip {
  readonly name: 'overview' | 'axis';
  readonly axis: Axis;
  readonly band: Band;
  readonly marks: readonly Mark[];
  /** Room that labels must leave free. */
  readonly taken: readonly Rect[];
}

/** Px from the top of the slide: labels begin, the strip of years above a magnified stretch, that stretch's ground. */
const top = 180;
const overviewStrip = [252, 286] as const;
const groundTop = 322;
const stripHeight = 34;
/** Cells of the strip above a magnified stretch: few, so that it reads at a glance. */
const mostYears = 8;

/** Draws events to scale, with a lens where they are dense; evenly where labels would meet. */
export function drawTimeline(
  events: readonly DatedEvent[],
  frame: TimelineFrame,
  context: KindContext,
): Drawing {
  const ways = frame.spacing === 'even' || events.length === 0 ? [] : [drawLens, drawToScale];
  for (const step of context.steps) {
    for (const way of ways) {
      const drawing = way(events, frame, step, context);
      if (drawing) return drawing;
    }
  }
  return drawEvenly(events, frame, context);
}

function drawLens(
  events: readonly DatedEvent[],
  { bottom }: TimelineFrame,
  step: number,
  context: KindContext,
): Drawing | null {
  const dense = denseSpan(events);
  if (dense === null) return null;
  const years = axisOver(wholeSpan(events), context.language, mostYears);
  const days = axisOver(dense, context.language);
  const within = ({ date, end }: DatedEvent) => isDay(date) && isInside(spanOf(date, end), dense);
  const window = { from: years.x(dense.from), to: Math.max(years.x(dense.to), years.x(dense.from) + 10) };
  const [first, last] = daysOf(dense);
  const words = label(rangeWords(first, last, true, context));
  const name = nameBox(words, window, context);
  const strips: readonly Strip[] = [
    {
      name: 'overview',
      axis: years,
      band: { top: 176, strip: overviewStrip, bottom: overviewStrip[1] },
      marks: events.filter((event) => !within(event)).map((event) => markOn(years, event, false, context)),
      taken: [name.box],
    },
    {
      name: 'axis',
      axis: days,
      band: { top: groundTop + 4, strip: stripBetween(groundTop, bottom), bottom: bottom - 6 },
      marks: events
        .filter(within)
        .map((event) => markOn(days, event, first.slice(0, 4) === last.slice(0, 4), context)),
      taken: [],
    },
  ];
  const entries = layOut(strips, step, context);
  if (entries === null) return null;
  const lens = lensRules({ ...window, strip: overviewStrip, groundTop, bottom, name });
  return drawn(strips, entries, step, ['lens'], lens, [
    { text: unitName(years.unit, context), note: null, range: null },
    { text: unitName(days.unit, context), note: context.labels.toScale, range: words },
  ]);
}

function drawToScale(
  events: readonly DatedEvent[],
  { bottom }: TimelineFrame,
  step: number,
  context: KindContext,
): Drawing | null {
  const span = wholeSpan(events);
  const axis = axisOver(span, context.language);
  const [first, last] = daysOf(span).map((date) => date.slice(0, 4));
  const short = first === last && axis.unit !== 'year';
  const band = { top, strip: stripBetween(top, bottom), bottom };
  const strips: readonly Strip[] = [
    {
      name: 'axis',
      axis,
      band,
      marks: events.map((event) => markOn(axis, event, short, context)),
      taken: [],
    },
  ];
  const entries = layOut(strips, step, context);
  const note = short ? `${first}, ${context.labels.toScale}` : context.labels.toScale;
  return (
    entries &&
    drawn(strips, entries, step, [], [], [{ text: unitName(axis.unit, context), note, range: null }])
  );
}

function drawEvenly(events: readonly DatedEvent[], { bottom }: TimelineFrame, context: KindContext): Drawing {
  const axis = evenAxis(events.length);
  const band = { top, strip: stripBetween(top, bottom), bottom };
  const strip: Strip = {
    name: 'axis',
    axis,
    band,
    marks: events.map((event, index) => markInTurn(axis, index, event, context)),
    taken: [],
  };
  const fits = context.steps.flatMap((step) => {
    const entries = layOut([strip], step, context);
    return entries ? [{ step, entries }] : [];
  })[0];
  const step = fits?.step ?? context.steps.at(-1) ?? 15;
  const entries =
    fits?.entries ??
    entriesOf(
      strip,
      alternate(
        strip.marks.map(({ anchor }) => anchor),
        band,
        step,
        context.fit,
      ),
    );
  return drawn(
    [strip],
    entries,
    step,
    ['even'],
    [],
    [{ text: unitName(axis.unit, context), note: context.labels.notToScale, range: null }],
  );
}

function layOut(strips: readonly Strip[], step: number, { fit }: KindContext): readonly Entry[] | null {
  const all = strips.map((strip) => {
    const placed = placeLabels(
      strip.marks.map(({ anchor }) => anchor),
      strip.band,
      step,
      fit,
      strip.taken,
    );
    return placed && entriesOf(strip, placed);
  });
  const there = all.filter((entries) => entries !== null);
  if (there.length < all.length) return null;
  return there.flat().sort((a, b) => a.mark.event.date.localeCompare(b.mark.event.date));
}

function entriesOf({ name, axis, band, marks }: Strip, placed: readonly Placed[]): readonly Entry[] {
  // Marks stand in the cells where a cell is their day; elsewhere on the edge of the strip, clear of its figures.
  const inside = name === 'axis' && (axis.unit === 'day' || axis.unit === 'step');
  return placed.flatMap((place, index) => {
    const mark = marks[index];
    return mark ? [{ mark, place, strip: band.strip, inside }] : [];
  });
}

interface ScaleWords {
  readonly text: string;
  readonly note: string | null;
  readonly range: MappedText | null;
}

function drawn(
  strips: readonly Strip[],
  entries: readonly Entry[],
  step: number,
  classes: readonly string[],
  rules: readonly ItemRule[],
  words: readonly ScaleWords[],
): Drawing {
  return {
    step,
    classes,
    rules: [
      ...rules,
      ...strips.flatMap(({ name, axis, band, marks }) => axisRules(name, axis, band.strip, marks)),
      ...eventRules(entries),
    ],
    marks: entries.map(({ mark }) => mark),
    scales: strips.map(({ name, axis }, index) => ({
      class: label(`${name} ${axis.unit}`),
      name: label(words[index]?.text ?? ''),
      note: words[index]?.note ? label(words[index].note) : null,
      range: words[index]?.range ?? null,
      cells: axis.cells.flatMap(({ label: text }) => (text ? [{ text: label(text) }] : [])),
    })),
  };
}

function isInside(span: Span, whole: Span): boolean {
  return span.from >= whole.from && span.to <= whole.to;
}

function stripBetween(from: number, to: number): readonly [number, number] {
  const y = Math.round((from + to - stripHeight) / 2);
  return [y, y + stripHeight];
}

function unitName(unit: Unit, { labels }: KindContext): string {
  return {
    day: labels.byDay,
    week: labels.byWeek,
    month: labels.byMonth,
    year: labels.byYear,
    step: labels.inOrder,
  }[unit];
}

/** Where the name of the magnified stretch stands: above its mark, on whichever side has room. */
function nameBox(
  words: MappedText,
  { from, to }: { readonly from: number; readonly to: number },
  { fit }: KindContext,
): { readonly box: Rect; readonly align: 'start' | 'end' } {
  const width =
    [160, 200, 240, 280, 320, 360].find((each) => fit.lines(words, 15, each, 'sans-bold') === 1) ?? 420;
  const late = from + width > axisWidth;
  return {
    box: { x: late ? Math.max(0, to - width) : from, y: 224, width, height: 24 },
    align: late ? 'end' : 'start',
  };
}
