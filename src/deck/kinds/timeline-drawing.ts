import type { KindContext } from '../kind-view.js';
import { axisOver, evenAxis } from './timeline-axis.js';
import { alternate } from './timeline-labels.js';
import { wholeSpan } from './timeline-lens.js';
import { drawLens } from './timeline-lens-drawing.js';
import { type DatedEvent, daysOf, markInTurn, markOn } from './timeline-marks.js';
import {
  type Drawing,
  drawingOf,
  entriesOf,
  layOut,
  type Strip,
  stripBetween,
  unitName,
} from './timeline-strips.js';

/** What the slide asks of the drawing. */
export interface TimelineFrame {
  /** Lowest line of the drawing in px. */
  readonly bottom: number;
  readonly spacing: 'time' | 'even';
}

/** Labels begin, px from the top of the slide. */
const top = 180;

/** Draws events to scale, with a lens where they are dense; evenly where labels would meet. */
export function drawTimeline(
  events: readonly DatedEvent[],
  frame: TimelineFrame,
  context: KindContext,
): Drawing {
  const ways = frame.spacing === 'even' || events.length === 0 ? [] : [drawLens, drawToScale];
  for (const step of context.steps) {
    for (const way of ways) {
      const drawing = way(events, frame.bottom, step, context);
      if (drawing) return drawing;
    }
  }
  return drawEvenly(events, frame.bottom, context);
}

function drawToScale(
  events: readonly DatedEvent[],
  bottom: number,
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
    drawingOf(strips, entries, step, [], [], [{ text: unitName(axis.unit, context), note, range: null }])
  );
}

function drawEvenly(events: readonly DatedEvent[], bottom: number, context: KindContext): Drawing {
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
  return drawingOf(
    [strip],
    entries,
    step,
    ['even'],
    [],
    [{ text: unitName(axis.unit, context), note: context.labels.notToScale, range: null }],
  );
}
