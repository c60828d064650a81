import type { MappedText } from '../../outline/mapped-text.js';
import { lineHeight } from '../fit.js';
import type { Fitting } from '../kind-view.js';
import { axisWidth } from './timeline-axis.js';

/** An event to be labelled: where its mark stands, in px from the start of the wide column. */
export interface Anchor {
  readonly date: MappedText | null;
  readonly text: MappedText | null;
  readonly note: MappedText | null;
  /** Whether a badge stands below the date. */
  readonly badge: boolean;
  /** The point that a stem leads to. */
  readonly x: number;
  /** Ends of its bar, where it has one. */
  readonly bar: { readonly from: number; readonly to: number } | null;
}

/** A rectangle in px: x from the start of the wide column, y from the top of the slide. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label stands and how it is tied to its mark. */
export interface Placed {
  readonly box: Rect;
  readonly stem: Rect | null;
  readonly align: 'start' | 'end';
  readonly above: boolean;
}

/** The strip in which marks stand, and how far labels may go from it. */
export interface Band {
  /** Top of the labels above, in px. */
  readonly top: number;
  /** Top and bottom of the strip. */
  readonly strip: readonly [number, number];
  /** Bottom of the labels below; the strip's own bottom where none may stand there. */
  readonly bottom: number;
}

interface Candidate extends Placed {
  readonly cost: number;
}

/** Room between a stem and its label, and from a label to whatever stands beside it. */
const beside = 12;
const widest = 420;
const mostTries = 6000;
/** Distances of labels from the strip: beside it, or past one label of two, three or four lines. */
const tiers = [14, 72, 96, 120];

/** Places every label so that none meets another or another's stem; null where there is no room for all. */
export function placeLabels(
  anchors: readonly Anchor[],
  band: Band,
  pt: number,
  fit: Fitting,
  taken: readonly Rect[] = [],
): readonly Placed[] | null {
  const choices = anchors.map((anchor) => candidates(anchor, band, pt, fit));
  let tries = 0;
  const place = (index: number, placed: readonly Placed[]): readonly Placed[] | null => {
    const options = choices[index];
    if (options === undefined) return placed;
    const before = placed.at(-1);
    const inOrder = [...options].sort(
      (a, b) => a.cost - b.cost + (a.above === before?.above ? 3 : 0) - (b.above === before?.above ? 3 : 0),
    );
    for (const option of inOrder) {
      tries += 1;
      if (tries > mostTries) return null;
      if (
        taken.some((rect) => meets(option, { box: rect, stem: null })) ||
        placed.some((other) => meets(option, other))
      )
        continue;
      const rest = place(index + 1, [...placed, option]);
      if (rest) return rest;
    }
    return null;
  };
  return place(0, []);
}

/** Labels in turn above and below, each as wide as two steps of the axis, whatever their height: the last resort. */
export function alternate(
  anchors: readonly Anchor[],
  band: Band,
  pt: number,
  fit: Fitting,
): readonly Placed[] {
  const width = (2 * axisWidth) / (anchors.length + 1) - 2 * beside;
  return anchors.map((anchor, index) => {
    const size = { x: anchor.x + beside, width, height: heightAt(anchor, pt, width, fit) };
    return placedAt(size, anchor.x, index % 2 === 0, tiers[0] ?? 14, 'start', band, true);
  });
}

function candidates(anchor: Anchor, band: Band, pt: number, fit: Fitting): readonly Candidate[] {
  return snugWidths(anchor, pt, fit).flatMap(({ width, lines }) => {
    const height = heightAt(anchor, pt, width, fit);
    const size = { width, height };
    const wide = anchor.bar !== null && anchor.bar.to - anchor.bar.from > 120 ? anchor.bar : null;
    const all = [true, false].flatMap((above) =>
      tiers.flatMap((gap, tier) => {
        const cost = (width > 270 ? 1 : 0) + Math.max(0, lines - 2) + Math.max(0, lines - 3) * 8 + tier * 4;
        const tied =
          wide && tier === 0
            ? []
            : (['start', 'end'] as const).map((align) => {
                const x = align === 'start' ? anchor.x + beside : anchor.x - beside - width;
                return {
                  ...placedAt({ ...size, x }, anchor.x, above, gap, align, band, true),
                  cost: cost + (align === 'end' ? 2 : 0),
                };
              });
        const resting =
          wide && tier === 0
            ? [
                {
                  ...placedAt({ ...size, x: wide.from + 10 }, anchor.x, above, 4, 'start', band, false),
                  cost,
                },
              ]
            : [];
        return [...tied, ...resting];
      }),
    );
    return all.filter(
      ({ box }) =>
        box.x >= 0 &&
        box.x + box.width <= axisWidth &&
        box.y >= band.top &&
        box.y + box.height <= band.bottom,
    );
  });
}

function placedAt(
  size: Pick<Rect, 'x' | 'width' | 'height'>,
  stem: number,
  above: boolean,
  gap: number,
  align: 'start' | 'end',
  band: Band,
  tied: boolean,
): Placed {
  const [top, bottom] = band.strip;
  const y = above ? top - gap - size.height : bottom + gap;
  const reach = gap + size.height;
  return {
    box: { ...size, y },
    stem: tied ? { x: stem - 1, y: above ? y : bottom, width: 2, height: reach } : null,
    align,
    above,
  };
}

/** For each number of lines, the least width that a text needs. */
function snugWidths(
  { date, text, note }: Anchor,
  pt: number,
  fit: Fitting,
): readonly { readonly width: number; readonly lines: number }[] {
  const found = new Map<number, number>();
  for (let width = widest; width >= 100; width -= 10) {
    if (date && fit.lines(date, pt, width, 'sans-bold') > 1) break;
    found.set((text ? fit.lines(text, pt, width) : 0) + (note ? fit.lines(note, pt, width) : 0), width);
  }
  return [...found].map(([lines, width]) => ({ lines, width }));
}

function heightAt({ date, text, note, badge }: Anchor, pt: number, width: number, fit: Fitting): number {
  const lines =
    (date ? 1 : 0) +
    (badge ? 1 : 0) +
    (text ? fit.lines(text, pt, width) : 0) +
    (note ? fit.lines(note, pt, width) : 0);
  return lines * lineHeight(pt);
}

function meets(one: Pick<Placed, 'box' | 'stem'>, other: Pick<Placed, 'box' | 'stem'>): boolean {
  return (
    overlap(one.box, other.box, beside) ||
    (one.stem !== null && overlap(one.stem, other.box, 6)) ||
    (other.stem !== null && overlap(other.stem, one.box, 6))
  );
}

function overlap(a: Rect, b: Rect, room: number): boolean {
  return (
    a.x < b.x + b.width + room &&
    b.x < a.x + a.width + room &&
    a.y < b.y + b.height + 2 &&
    b.y < a.y + a.height + 2
  );
}
