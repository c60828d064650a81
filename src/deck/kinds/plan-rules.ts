import type { ItemRule, KindContext } from '../kind-view.js';
import { px, pxOf, sum } from '../lengths.js';
import type { Lane, PlanBox } from './plan-boxes.js';
import type { NameSetting } from './plan-head.js';
import { type DrawnStage, inset, laneName } from './plan-lanes.js';

/** The gutter between stages, px. */
export const gutter = 24;
/** The chevrons' top, px. */
export const top = 176;

/** Where the stages and lanes of a plan stand, px. */
export interface PlanFrame {
  readonly width: number;
  /** Top of the first lane, and height of each. */
  readonly first: number;
  readonly heights: readonly number[];
}

/** What varies by stage, lane and box. */
export function planRules(
  stages: readonly DrawnStage[],
  lanes: readonly Lane[],
  names: NameSetting,
  frame: PlanFrame,
  context: KindContext,
): readonly ItemRule[] {
  const { first, heights } = frame;
  return [
    { selector: '.stages', body: `--name: ${px(pxOf(names.pt))}` },
    {
      selector: '.lanes',
      body: `--lanes: ${first}px; --lane-name: ${laneName(lanes, heights, context)}px`,
    },
    ...heights.map((height, index) => ({
      selector: `.lanes > ul > li:nth-child(${index + 1})`,
      body: `--lane: ${height}px`,
    })),
    ...stages.flatMap(({ boxes }, index) =>
      stageRules(
        boxes.map(({ box }) => box),
        index,
        frame,
      ),
    ),
  ];
}

/** A stage stands at its column, each of its boxes at its lanes; places are counted from the stage's corner. */
function stageRules(
  boxes: readonly PlanBox[],
  index: number,
  { width, first, heights }: PlanFrame,
): readonly ItemRule[] {
  const stage = `.stages > ol > li:nth-child(${index + 1})`;
  return [
    { selector: stage, body: `--at: ${px(260 + index * (width + gutter))}; --w: ${px(width)}` },
    ...boxes.map((box, nth) => {
      const edge = (lane: number, part: number) =>
        sum(heights.slice(0, lane)) + Math.round((heights[lane] ?? 0) * part);
      const y = first - top + edge(box.first, box.from) + inset;
      const height = edge(box.last, box.to) - edge(box.first, box.from) - 2 * inset;
      const dashed = box.unsettled ? '; border: 2px dashed var(--accent); background: var(--paper)' : '';
      return {
        selector: `${stage} > ul > li:nth-child(${nth + 1})`,
        body: `--y: ${y}px; --h: ${height}px${dashed}`,
      };
    }),
  ];
}
