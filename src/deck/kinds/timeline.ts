import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { remarks } from '../pieces.js';
import { badgeOf, joined, needBadges } from '../statement-lines.js';
import { drawTimeline } from './timeline-drawing.js';
import type { DatedEvent, Mark } from './timeline-marks.js';

type Slide = SlideOf<'timeline'>;
type Event = Slide['events'][number];

/** Height in px of an event without a date, and the lowest line of the drawing. */
const undatedRow = 28;
const lowestLine = 612;

/** Events on an axis true to scale; a dense stretch is magnified, and what has no date stands in a row of its own. */
export const timeline: ComposeKind<'timeline'> = (slide, context) => {
  const undated = slide.events.filter(({ date }) => date === null);
  const lowest = Math.min(lowestLine, bodyBottom(footRows(slide, context), context));
  const rows = undated.length * undatedRow;
  const badges = needBadges(slide.events, slide.basis);
  const drawing = drawTimeline(
    datedEvents(slide, badges, context),
    { bottom: undated.length > 0 ? lowest - 12 - rows : lowest, spacing: slide.spacing },
    context,
  );
  return {
    step: drawing.step,
    classes: drawing.classes,
    rules: [
      ...drawing.rules,
      ...(rows > 0 ? [{ selector: '.undated', body: `--top: ${lowest - 4 - rows}px` }] : []),
    ],
    view: {
      events: drawing.marks.map((mark) => eventView(mark, context)),
      scales: drawing.scales,
      undated:
        undated.length > 0
          ? {
              name: label(context.labels.noDate),
              events: undated.map((event) => undatedView(event, context)),
            }
          : null,
    },
  };
};

function datedEvents(
  { events, now, pointer }: Slide,
  badges: boolean,
  context: KindContext,
): readonly DatedEvent[] {
  const dated = events.flatMap((event): DatedEvent[] => {
    const { date, end, about, planned, text } = event;
    if (date === null) return [];
    return [
      {
        statement: event,
        date,
        end,
        about,
        planned,
        text,
        note: noteOf(event, context),
        badge: badges && event.basis !== null,
        at: sibling(text, 'date'),
      },
    ];
  });
  const none = {
    statement: null,
    end: null,
    about: false,
    planned: false,
    text: null,
    note: null,
    badge: false,
  };
  const line: readonly DatedEvent[] = now ? [{ ...none, date: now, at: `${pointer}/now` }] : [];
  return [...dated, ...line].sort((a, b) => a.date.localeCompare(b.date));
}

function eventView({ words, event }: Mark, context: KindContext): View {
  return {
    date: words,
    text: event.text,
    note: event.note,
    badge: event.badge && event.statement ? badgeOf(event.statement, context) : null,
  };
}

function undatedView(event: Event, context: KindContext): View {
  return { text: event.text, note: noteOf(event, context) ?? label(context.labels.undated) };
}

function noteOf(event: Event, context: KindContext): MappedText | null {
  return joined(remarks(event, context), '; ');
}

/** The pointer of a field beside the text of the same mapping. */
function sibling(text: MappedText, field: string): string | null {
  return text.at?.replace(/\/text$/u, `/${field}`) ?? null;
}
