import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind } from '../kind-view.js';
import { sum } from '../lengths.js';
import { boxesOf, lanesOf } from './plan-boxes.js';
import { headHeight, nameSetting } from './plan-head.js';
import { type DrawnStage, filled, laneNeeds } from './plan-lanes.js';
import { gutter, planRules, top } from './plan-rules.js';
import { marginOf, notesOf, textsOf, whoIn } from './plan-text.js';

/** Width of the column that the stages share, px. */
const wide = 956;

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
    rules: planRules(stages, lanes, names, { width, first, heights }, context),
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
