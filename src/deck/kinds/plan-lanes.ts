import type { SlideOf } from '../../outline/brief.js';
import type { MappedText } from '../../outline/mapped-text.js';
import type { KindContext } from '../kind-view.js';
import { sum } from '../lengths.js';
import type { Lane, PlanBox } from './plan-boxes.js';
import type { BoxText } from './plan-text.js';

/** Px: the room above and below a box in its lane, and what a box takes of its text's width. */
export const inset = 7;
const padding = 26;

/** A stage with its boxes and what each says. */
export interface DrawnStage {
  readonly stage: SlideOf<'staged-plan'>['stages'][number];
  readonly notes: MappedText | null;
  readonly boxes: readonly { readonly box: PlanBox; readonly texts: readonly BoxText[] }[];
}

/** The least height of each lane: of its own boxes, and its part of those that it shares. */
export function laneNeeds(
  stages: readonly DrawnStage[],
  count: number,
  pt: number,
  width: number,
  { fit }: KindContext,
): readonly number[] {
  const boxes = stages
    .flatMap((each) => each.boxes)
    .map(({ box, texts }) => {
      const inner = width - padding;
      const height = sum(
        texts.map(
          ({ text, remark }) => fit.height(text, pt, inner) + (remark ? fit.height(remark, 15, inner) : 0),
        ),
      );
      return {
        ...box,
        each: (height + 2 * inset + 4 * texts.length) / (box.last - box.first + box.to - box.from),
      };
    });
  return Array.from({ length: count }, (_, lane) =>
    Math.max(36, ...boxes.filter(({ first, last }) => first <= lane && lane <= last).map(({ each }) => each)),
  );
}

/** Spreads a height over lanes so that they are as equal as their needs allow; where needs exceed it, they are kept. */
export function filled(needs: readonly number[], total: number): readonly number[] {
  const inOrder = [...needs].sort((a, b) => b - a);
  const levels = inOrder.map((_, index) => (total - sum(inOrder.slice(0, index))) / (inOrder.length - index));
  const level = levels.find((each, index) => each >= (inOrder[index] ?? 0)) ?? 0;
  return needs.map((need) => Math.floor(Math.max(need, level)));
}

/** Size of the lanes' names, px: the larger where each lane has room for it. */
export function laneName(lanes: readonly Lane[], heights: readonly number[], { fit }: KindContext): number {
  const fits = lanes.every(({ name, note }, index) => {
    const noteHeight = note ? fit.height(note, 15, 172) : 0;
    return fit.lines(name.name, 18, 172, 'sans-bold') === 1 && 29 + noteHeight <= (heights[index] ?? 0) - 8;
  });
  return fits ? 24 : 20;
}
