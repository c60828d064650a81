import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { badge, derive, remarks, wordsAt } from '../pieces.js';
import { joined } from '../statement-lines.js';
import { boxesOf, type Lane, lanesOf, type PlanBox } from './plan-boxes.js';

type Slide = SlideOf<'staged-plan'>;
type Stage = Slide['stages'][number];

/** Px: the wide column, its gutter, the chevrons' top, the lowest line, and the room around a box in its lanes. */
const wide = 956;
const gutter = 24;
const top = 176;
const lowest = 608;
const inset = 7;
/** What the numeral and the tip of a chevron take of its width. */
const ends = 60;

/** How the stages' names are set: in chevrons at 18 pt on a line or 15 pt on two, or beneath them. Px. */
const nameSettings = [
  { pt: 18, lines: 1, chevron: 60, classes: [] },
  { pt: 15, lines: 2, chevron: 60, classes: [] },
  { pt: 15, lines: 9, chevron: 44, classes: ['numbered'] },
] as const;

/** Stages as chevrons over lanes of parties; a duty that neighbours share is one box across their lanes. */
export const stagedPlan: ComposeKind<'staged-plan'> = (slide, context) => {
  const { fit, steps } = context;
  const lanes = lanesOf(slide);
  const stages = slide.stages.map((stage) => ({
    stage,
    boxes: boxesOf(stage, lanes),
    notes: notesOf(stage, slide, context),
  }));
  const width = (wide - gutter * (stages.length - 1)) / stages.length;
  const names = nameSetting(slide.stages, width, context);
  const noteHeight = Math.max(
    0,
    ...stages.map(({ notes }) => (notes ? 8 + fit.height(notes, 15, width) : 0)),
  );
  const beneath =
    names.classes.length > 0
      ? Math.max(...slide.stages.map(({ name }) => fit.height(name, names.pt, width, 'sans-bold'))) + 8
      : 0;
  const first = Math.round(top + names.chevron + beneath + noteHeight + (noteHeight > 0 ? 12 : 16));
  const lane = Math.floor((lowest - first) / Math.max(1, lanes.length));
  const dagger = slide.footnote !== null || slide.see.length > 0;
  const boxHeight = (box: PlanBox) => (box.last - box.first + 1) * lane - 2 * inset;
  const need = (box: PlanBox, pt: number) =>
    textsOf(box, dagger, context).reduce(
      (sum, { text, remark }) =>
        sum +
        fit.height(text, pt, boxWidth(box, width) - 26) +
        (remark ? fit.height(remark, 15, boxWidth(box, width) - 26) : 0),
      0,
    );
  const step = fit.step(steps, 1, (pt) =>
    Math.max(...stages.flatMap(({ boxes }) => boxes.map((box) => need(box, pt) / boxHeight(box)))),
  );
  return {
    step,
    classes: names.classes,
    rules: [
      { selector: '.stages', body: `--name: ${(names.pt * 4) / 3}px` },
      ...slide.stages.map(({ name }, index) => ({
        selector: `${stageItem(index)} > p:nth-child(1)`,
        body: `--pad: ${padOf(name, names, width, context)}px`,
      })),
      {
        selector: '.lanes',
        body: `--lanes: ${first}px; --lane: ${lane}px; --lane-name: ${laneName(lanes, lane, context)}px`,
      },
      ...stages.flatMap(({ boxes }, index) => stageRules(boxes, index, { width, first, lane })),
    ],
    view: {
      badge: marginOf(slide, context),
      stages: stages.map(({ stage, boxes, notes }) => ({
        name: stage.name,
        notes,
        duties: boxes.map((box) => ({ who: whoIn(box, lanes), texts: textsOf(box, dagger, context) })),
      })),
      lanes: lanes.map(({ name, note }) => ({ name: name.name, note })),
    },
  };
};

function nameSetting(
  stages: readonly Stage[],
  width: number,
  { fit }: KindContext,
): (typeof nameSettings)[number] {
  const choices = stages.length > 4 ? nameSettings.slice(2) : nameSettings;
  const room = width - ends;
  return (
    choices.find(({ pt, lines }) =>
      stages.every(({ name }) => fit.lines(name, pt, room, 'sans-bold') <= lines),
    ) ?? nameSettings[2]
  );
}

/** Room above a name, so that its lines stand in the middle of the chevron, or beneath it. */
function padOf(
  name: MappedText,
  { pt, chevron, classes }: (typeof nameSettings)[number],
  width: number,
  { fit }: KindContext,
): number {
  return classes.length > 0
    ? chevron + 8
    : round((chevron - fit.height(name, pt, width - ends, 'sans-bold')) / 2);
}

function stageItem(index: number): string {
  return `.stages > ol > li:nth-child(${index + 1})`;
}

function laneName(lanes: readonly Lane[], lane: number, { fit }: KindContext): number {
  const height = ({ name, note }: Lane) =>
    fit.height(name.name, 18, 172, 'sans-bold') + (note ? fit.height(note, 15, 172) : 0);
  return lanes.every(
    (each) => fit.lines(each.name.name, 18, 172, 'sans-bold') === 1 && height(each) < lane - 8,
  )
    ? 24
    : 20;
}

function boxWidth({ columns }: PlanBox, width: number): number {
  return (width - 8 * (columns - 1)) / columns;
}

interface Frame {
  readonly width: number;
  /** Top of the first lane, and height of a lane. */
  readonly first: number;
  readonly lane: number;
}

/** A stage stands at its column, each of its boxes at its lanes; places are counted from the stage's corner. */
function stageRules(
  boxes: readonly PlanBox[],
  index: number,
  { width, first, lane }: Frame,
): readonly ItemRule[] {
  const stage = stageItem(index);
  const x = Math.round(260 + index * (width + gutter));
  return [
    { selector: stage, body: `--at: ${x}px; --w: ${round(width)}px` },
    ...boxes.map((box, nth) => {
      const wideness = boxWidth(box, width);
      const y = first - top + box.first * lane + inset;
      const height = (box.last - box.first + 1) * lane - 2 * inset;
      const dashed = box.unsettled ? '; border: 2px dashed var(--accent); background: var(--paper)' : '';
      return {
        selector: `${stage} > ul > li:nth-child(${nth + 1})`,
        body: `--x: ${round(box.column * (wideness + 8))}px; --y: ${y}px; --bw: ${round(wideness)}px; --h: ${height}px${dashed}`,
      };
    }),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

interface BoxText {
  readonly [key: string]: MappedText | null;
  readonly text: MappedText;
  readonly remark: MappedText | null;
}

function textsOf({ duties, unsettled }: PlanBox, dagger: boolean, context: KindContext): readonly BoxText[] {
  const { labels } = context;
  if (duties.length === 0)
    return [{ text: label(unsettled ? labels.notStated : labels.takingPart), remark: null }];
  return duties.map((duty) => ({
    text:
      unsettled && dagger && !duty.text.text.endsWith('†')
        ? derive(duty.text, (words) => `${words} †`)
        : duty.text,
    remark: joined(remarks(duty, context), '; '),
  }));
}

function whoIn({ first, last }: PlanBox, lanes: readonly Lane[]): MappedText {
  return label(
    lanes
      .slice(first, last + 1)
      .map(({ name }) => name.name.text)
      .join(', '),
  );
}

/** One line under a stage's name: its dates, opening move, remark, start, end, and status where it is not the plan's. */
function notesOf(stage: Stage, slide: Slide, context: KindContext): MappedText | null {
  const { labels, date } = context;
  const [from, to] = [stage.from && date(stage.from), stage.to && date(stage.to)];
  const dates = from && to ? `${from} – ${to}` : (from ?? to);
  return joined(
    [
      dates ? label(dates) : null,
      stage.opening && derive(stage.opening, (words) => `${labels.opening}: ${words}`),
      stage.note,
      stage.trigger && derive(stage.trigger, (words) => `${labels.startsWhen} ${words}`),
      stage.exit && derive(stage.exit, (words) => `${labels.endsWhen} ${words}`),
      stage.status && stage.status !== slide.status ? label(stage.status) : null,
    ],
    '; ',
  );
}

/** The margin: badge, and whose the plan is and how far it has come, unless the outline says it in its own words. */
function marginOf(slide: Slide, context: KindContext): View | null {
  const { labels } = context;
  const own = joined(
    [
      slide.by && derive(slide.by.name, (words) => `${labels.of} ${words}`),
      slide.status ? wordsAt(slide.status, `${slide.pointer}/status`) : null,
      slide.via.length > 0
        ? label(`${labels.via} ${slide.via.map(({ name }) => name.text).join(', ')}`)
        : null,
    ],
    '; ',
  );
  const note = slide.basis_note ?? own;
  return (
    badge(slide.basis, context, false, note) ?? (note && { class: label('none'), word: label(''), note })
  );
}
