import type { SlideOf } from '../../outline/brief.js';
import type { KindContext } from '../kind-view.js';
import type { DrawnStage } from './plan-lanes.js';

/** What the numeral and the tip of a chevron take of its width, px. */
const ends = 60;

/** How the stages' names are set: in chevrons at 18 pt on a line or 15 pt on two, or beneath them. Px, chevrons' height. */
const nameSettings = [
  { pt: 18, lines: 1, chevron: 60, beneath: false },
  { pt: 15, lines: 2, chevron: 60, beneath: false },
  { pt: 15, lines: 9, chevron: 44, beneath: true },
] as const;

/** One way to set the stages' names. */
export type NameSetting = (typeof nameSettings)[number];

/** The largest setting that holds every name; five or six stages have theirs beneath. */
export function nameSetting(
  { stages }: SlideOf<'staged-plan'>,
  width: number,
  { fit }: KindContext,
): NameSetting {
  const choices = stages.length > 4 ? nameSettings.slice(2) : nameSettings;
  const holds = ({ pt, lines }: NameSetting) =>
    stages.every(({ name }) => fit.lines(name, pt, width - ends, 'sans-bold') <= lines);
  return choices.find(holds) ?? nameSettings[2];
}

/** Height of chevrons, names beneath them, and notes. */
export function headHeight(
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
