import type { SlideOf } from '../../outline/brief.js';
import type { MappedText } from '../../outline/mapped-text.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { boxesOf, type Lane, lanesOf, type PlanBox } from './plan-boxes.js';
import { type BoxText, marginOf, notesOf, textsOf, whoIn } from './plan-text.js';

type Slide = SlideOf<'staged-plan'>;

/** Px: the wide column, its gutter, the chevrons' top, the room around a box, and what it takes of its text's width. */
const wide = 956;
const gutter = 24;
const top = 176;
const inset = 7;
const padding = 26;
/** What the numeral and the tip of a chevron take of its width. */
const ends = 60;

/** How the stages' names are set: in chevrons at 18 pt on a line or 15 pt on two, or beneath them. Px, chevrons' height. */
const nameSettings = [
  { pt: 18, lines: 1, chevron: 60, beneath: false },
  { pt: 15, lines: 2, chevron: 60, beneath: false },
  { pt: 15, lines: 9, chevron: 44, beneath: true },
] as const;

/** A stage with its boxes and what each says. */
interface DrawnStage {
  readonly stage: Slide['stages'][number];
  readonly notes: MappedText | null;
  readonly boxes: readonly { readonly box: PlanBox; readonly texts: readonly BoxText[] }[];
}

/** Stages as chevrons over lanes of parties; a duty that neighbours share is one box across their lanes. */
export const stagedPlan: ComposeKind<'staged-plan'> = (slide, context) => {
  const lanes = lanesOf(slide);
  const lowest = bodyBottom(footRows(slide, context), context) - 14;
  const dagger = slide.footnote !== null || slide.see.length > 0;
  const stages = slide.stages.map(
    (stage): DrawnStage => ({
      stage,
      notes: notesOf(stage, slide, context),
      boxes: boxesOf(stage, lanes).map((box) => ({ box, texts: textsOf(box, dagger, context) })),
    }),
  );
  const width = (wide - gutter * (stages.length - 1)) / stages.length;
  const names = nameSetting(slide, width, context);
  const first = top + headHeight(stages, names, width, context);
  const needs = (pt: number) => laneNeeds(stages, lanes.length, pt, width, context);
  const step = context.fit.step(context.steps, lowest - first, (pt) => sum(needs(pt)));
  const heights = filled(needs(step), lowest - first);
  return {
    step,
    classes: names.beneath ? ['numbered'] : [],
    rules: [
      { selector: '.stages', body: `--name: ${round((names.pt * 4) / 3)}px` },
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
          { width, first, heights },
        ),
      ),
    ],
    view: {
      badge: marginOf(slide, context),
      stages: stages.map(({ stage, notes, boxes }) => ({
        name: stage.name,
        notes,
        duties: boxes.map(({ box, texts }) => ({ who: whoIn(box, lanes), texts })),
      })),
      lanes: lanes.map(({ name, note }) => ({ name: name.name, note })),
    },
  };
};

type NameSetting = (typeof nameSettings)[number];

function nameSetting({ stages }: Slide, width: number, { fit }: KindContext): NameSetting {
  const choices = stages.length > 4 ? nameSettings.slice(2) : nameSettings;
  const holds = ({ pt, lines }: NameSetting) =>
    stages.every(({ name }) => fit.lines(name, pt, width - ends, 'sans-bold') <= lines);
  return choices.find(holds) ?? nameSettings[2];
}

/** Height of chevrons, names beneath them, and notes. */
function headHeight(
  stages: readonly DrawnStage[],
  { pt, chevron, beneath }: NameSetting,
  width: number,
  { fit }: KindContext,
): number {
  const names = beneath
    ? Math.max(...stages.map(({ stage }) => 8 + fit.height(stage.name, pt, width, 'sans-bold')))
    : 0;
  const notes = Math.max(
    0,
    ...stages.map((each) => (each.notes ? 8 + fit.height(each.notes, 15, width) : 0)),
  );
  return Math.round(chevron + names + notes + 12);
}

/** The least height of each lane: of its own boxes, and its part of those that it shares. */
function laneNeeds(
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
function filled(needs: readonly number[], total: number): readonly number[] {
  const inOrder = [...needs].sort((a, b) => b - a);
  const levels = inOrder.map((_, index) => (total - sum(inOrder.slice(0, index))) / (inOrder.length - index));
  const level = levels.find((each, index) => each >= (inOrder[index] ?? 0)) ?? 0;
  return needs.map((need) => Math.floor(Math.max(need, level)));
}

function laneName(lanes: readonly Lane[], heights: readonly number[], { fit }: KindContext): number {
  const fits = lanes.every(({ name, note }, index) => {
    const noteHeight = note ? fit.height(note, 15, 172) : 0;
    return fit.lines(name.name, 18, 172, 'sans-bold') === 1 && 29 + noteHeight <= (heights[index] ?? 0) - 8;
  });
  return fits ? 24 : 20;
}

interface Frame {
  readonly width: number;
  /** Top of the first lane, and height of each. */
  readonly first: number;
  readonly heights: readonly number[];
}

/** A stage stands at its column, each of its boxes at its lanes; places are counted from the stage's corner. */
function stageRules(
  boxes: readonly PlanBox[],
  index: number,
  { width, first, heights }: Frame,
): readonly ItemRule[] {
  const stage = `.stages > ol > li:nth-child(${index + 1})`;
  return [
    { selector: stage, body: `--at: ${round(260 + index * (width + gutter))}px; --w: ${round(width)}px` },
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
