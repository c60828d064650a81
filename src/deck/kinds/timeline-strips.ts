import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ItemRule, KindContext } from '../kind-view.js';
import type { Axis, Unit } from './timeline-axis.js';
import { placeLabels } from './timeline-labels.js';
import type { Mark } from './timeline-marks.js';
import type { Band, Placed, Rect } from './timeline-places.js';
import { axisRules, type Entry, eventRules } from './timeline-rules.js';

/** A drawn timeline: its events in order, the strips beneath them, and where all of it stands. */
export interface Drawing {
  readonly step: number;
  readonly classes: readonly string[];
  readonly rules: readonly ItemRule[];
  readonly marks: readonly Mark[];
  readonly scales: readonly View[];
}

/** A strip of time with what stands on it. */
export interface Strip {
  readonly name: 'overview' | 'axis';
  readonly axis: Axis;
  readonly band: Band;
  readonly marks: readonly Mark[];
  /** Room that labels must leave free. */
  readonly taken: readonly Rect[];
}

const stripHeight = 34;

/** Top and bottom of a strip in the middle between two heights, px. */
export function stripBetween(from: number, to: number): readonly [number, number] {
  const y = Math.round((from + to - stripHeight) / 2);
  return [y, y + stripHeight];
}

/** The events of all strips with their labels, by date; null where there is no room for all labels. */
export function layOut(
  strips: readonly Strip[],
  step: number,
  { fit }: KindContext,
): readonly Entry[] | null {
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

/** The events of one strip with their labels. */
export function entriesOf({ name, axis, band, marks }: Strip, placed: readonly Placed[]): readonly Entry[] {
  // Marks stand in the cells where a cell is their day; elsewhere on the edge of the strip, clear of its figures.
  const inside = name === 'axis' && (axis.unit === 'day' || axis.unit === 'step');
  return placed.flatMap((place, index) => {
    const mark = marks[index];
    return mark ? [{ mark, place, strip: band.strip, inside }] : [];
  });
}

/** What is written beside a strip: its unit, how true it is to scale, and the stretch that it magnifies. */
export interface ScaleWords {
  readonly text: string;
  readonly note: string | null;
  readonly range: MappedText | null;
}

/** A drawing of strips, their events, and the words beside them. */
export function drawingOf(
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

/** What a unit of time is called beside its strip. */
export function unitName(unit: Unit, { labels }: KindContext): string {
  return {
    day: labels.byDay,
    week: labels.byWeek,
    month: labels.byMonth,
    year: labels.byYear,
    step: labels.inOrder,
  }[unit];
}
