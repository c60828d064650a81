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

/** Room between a stem and its label, and from a label to whatever stands beside it, px. */
export const beside = 12;
const widest = 420;
/** Distances of labels from the strip: beside it, or past one label of two, three or four lines. */
export const tiers = [14, 72, 96, 120] as const;

/** A place where a label may stand; the cheapest is tried first. */
export interface Candidate extends Placed {
  readonly cost: number;
}

/** All places where the label of an event may stand by itself. */
export function candidates(anchor: Anchor, band: Band, pt: number, fit: Fitting): readonly Candidate[] {
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

/** A label of this size above or below the strip, with its stem where it is tied to one. */
export function placedAt(
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

/** Height of a label that is this wide, px. */
export function heightAt(
  { date, text, note, badge }: Anchor,
  pt: number,
  width: number,
  fit: Fitting,
): number {
  const lines =
    (date ? 1 : 0) +
    (badge ? 1 : 0) +
    (text ? fit.lines(text, pt, width) : 0) +
    (note ? fit.lines(note, pt, width) : 0);
  return lines * lineHeight(pt);
}
