import { label, type MappedText } from '../../outline/mapped-text.js';
import type { KindContext } from '../kind-view.js';
import { rangeWords } from './date-range.js';
import { type Axis, axisOver, axisWidth, isDay, type Span, spanOf } from './timeline-axis.js';
import { denseSpan, wholeSpan } from './timeline-lens.js';
import { type DatedEvent, daysOf, markOn } from './timeline-marks.js';
import type { Rect } from './timeline-places.js';
import { lensRules } from './timeline-rules.js';
import { type Drawing, drawingOf, layOut, type Strip, stripBetween, unitName } from './timeline-strips.js';

/** Px from the top of the slide: the strip of years, and the ground of the magnified stretch below it. */
const overviewStrip = [252, 286] as const;
const groundTop = 322;
/** Cells of the strip of years: few, so that it reads at a glance. */
const mostYears = 8;

/** Draws years above and the dense stretch magnified below; null where nothing is dense, or labels find no room. */
export function drawLens(
  events: readonly DatedEvent[],
  bottom: number,
  step: number,
  context: KindContext,
): Drawing | null {
  const dense = denseSpan(events);
  if (dense === null) return null;
  const years = axisOver(wholeSpan(events), context.language, mostYears);
  const days = axisOver(dense, context.language);
  const window = { from: years.x(dense.from), to: Math.max(years.x(dense.to), years.x(dense.from) + 10) };
  const [first, last] = daysOf(dense);
  const words = label(rangeWords(first, last, true, context));
  const name = nameBox(words, window, context);
  const within = ({ date, end }: DatedEvent) => isDay(date) && isInside(spanOf(date, end), dense);
  const outside = events.filter((event) => !within(event));
  const short = first.slice(0, 4) === last.slice(0, 4);
  const strips = [
    overviewOf(years, outside, name.box, context),
    magnified(days, events.filter(within), bottom, short, context),
  ];
  const entries = layOut(strips, step, context);
  if (entries === null) return null;
  const lens = lensRules({ ...window, strip: overviewStrip, groundTop, bottom, name });
  return drawingOf(strips, entries, step, ['lens'], lens, [
    { text: unitName(years.unit, context), note: null, range: null },
    { text: unitName(days.unit, context), note: context.labels.toScale, range: words },
  ]);
}

function overviewOf(axis: Axis, events: readonly DatedEvent[], name: Rect, context: KindContext): Strip {
  return {
    name: 'overview',
    axis,
    band: { top: 176, strip: overviewStrip, bottom: overviewStrip[1] },
    marks: events.map((event) => markOn(axis, event, false, context)),
    taken: [name],
  };
}

function magnified(
  axis: Axis,
  events: readonly DatedEvent[],
  bottom: number,
  short: boolean,
  context: KindContext,
): Strip {
  return {
    name: 'axis',
    axis,
    band: { top: groundTop + 4, strip: stripBetween(groundTop, bottom), bottom: bottom - 6 },
    marks: events.map((event) => markOn(axis, event, short, context)),
    taken: [],
  };
}

function isInside(span: Span, whole: Span): boolean {
  return span.from >= whole.from && span.to <= whole.to;
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
