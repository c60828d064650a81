import type { SlideOf } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';

type Plan = SlideOf<'staged-plan'>;
type Duty = Plan['stages'][number]['duties'][number];

/** Lanes begin at y 280 and end at 606; a box keeps 7 px from the lines of its lanes. */
const lanesHeight = 326;
const gap = 7;

/** Chevrons for the stages, a lane for each party, a box for each duty; dashed where parties or scope are not settled. */
export const stagedPlan: ComposeKind<'staged-plan'> = (slide, context) => {
  const lanes = lanesOf(slide);
  const row = Math.floor(lanesHeight / lanes.length);
  const width = Math.round(((956 - 24 * (slide.stages.length - 1)) / slide.stages.length) * 100) / 100;
  const names = lanes.map(({ name }) => name.text);
  return {
    step: context.fit.step(context.steps, row - 2 * gap, (pt) => tallest(slide, names, pt, width, context)),
    rules: [
      { selector: '.lanes', body: `--row: ${row}px` },
      { selector: '.stages', body: `--stages: ${slide.stages.length}` },
      ...slide.stages.flatMap((stage, index) => stage.duties.map((duty, number) => boxRule(duty, names, row, `.stages > ol > li:nth-child(${index + 1}) > ul > li:nth-child(${number + 1})`))),
    ],
    view: {
      lanes: lanes.map(({ name, note }) => ({ name, note })),
      stages: slide.stages.map((stage) => ({
        name: stage.name,
        opening: stage.opening ? { ...stage.opening, text: `${context.labels.opening}: ${stage.opening.text}` } : (stage.note ?? label(' ')),
        duties: stage.duties.map((duty) => ({
          text: duty.unsettled && !duty.text.text.includes('†') ? { ...duty.text, text: `${duty.text.text} †` } : duty.text,
          unsettled: duty.unsettled,
        })),
      })),
    },
  };
};

function lanesOf(slide: Plan) {
  if (slide.lanes.length > 0) return slide.lanes.map(({ name, note }) => ({ name: name.name, note }));
  const parties = slide.stages.flatMap(({ duties }) => duties.flatMap(({ parties: bound }) => bound.map(({ name }) => name)));
  return parties.filter((name, index) => parties.findIndex(({ text }) => text === name.text) === index).map((name) => ({ name, note: null }));
}

/** Lanes that a duty's box runs over: from the first to the last of its parties. */
function span(duty: Duty, names: readonly string[]): readonly [number, number] {
  const rows = duty.parties.map(({ name }) => names.indexOf(name.text)).filter((index) => index >= 0);
  return rows.length > 0 ? [Math.min(...rows), Math.max(...rows)] : [0, 0];
}

function boxRule(duty: Duty, names: readonly string[], row: number, selector: string): ItemRule {
  const [first, last] = span(duty, names);
  const style = duty.unsettled ? 'background: var(--paper); border: 2px dashed var(--accent)' : 'background: var(--accent-tint); border-inline-start: 6px solid var(--accent)';
  return { selector, body: `top: ${first * row + gap}px; height: ${(last - first + 1) * row - 2 * gap + 1}px; ${style}` };
}

function tallest(slide: Plan, names: readonly string[], pt: number, width: number, { fit }: KindContext): number {
  const heights = slide.stages.flatMap(({ duties }) =>
    duties.map((duty) => {
      const [first, last] = span(duty, names);
      return fit.height(duty.text, pt, width - 34) / (last - first + 1);
    }),
  );
  return Math.max(0, ...heights);
}
