import type { Fitting } from '../kind-view.js';
import { axisWidth } from './timeline-axis.js';
import {
  type Anchor,
  type Band,
  beside,
  candidates,
  heightAt,
  type Placed,
  placedAt,
  type Rect,
  tiers,
} from './timeline-places.js';

const mostTries = 6000;

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
    return placedAt(size, anchor.x, index % 2 === 0, tiers[0], 'start', band, true);
  });
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
