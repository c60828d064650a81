import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { KindContext } from '../kind-view.js';
import { badge, derive, remarks, wordsAt } from '../pieces.js';
import { joined } from '../statement-lines.js';
import { rangeWords } from './date-range.js';
import type { Lane, PlanBox } from './plan-boxes.js';

type Slide = SlideOf<'staged-plan'>;
type Stage = Slide['stages'][number];

/** A duty in its box, and what stands in small beneath it. */
export interface BoxText {
  readonly [key: string]: MappedText | null;
  readonly text: MappedText;
  readonly remark: MappedText | null;
}

/** The texts of a box; `dagger` where a note row says what † means. */
export function textsOf(
  { duties, unsettled }: PlanBox,
  dagger: boolean,
  context: KindContext,
): readonly BoxText[] {
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

/** The parties of a box by name, for readers who do not see its lanes. */
export function whoIn({ first, last }: PlanBox, lanes: readonly Lane[]): MappedText {
  return label(
    lanes
      .slice(first, last + 1)
      .map(({ name }) => name.name.text)
      .join(', '),
  );
}

/** What stands under a stage's name: its dates, opening move, remark, start, end, and status where it is not the plan's. */
export function notesOf(stage: Stage, slide: Slide, context: KindContext): MappedText | null {
  const { labels, date } = context;
  const { from, to, opening, note, trigger, exit, status } = stage;
  const dates = from && to ? rangeWords(from, to, false, context) : (from ?? to) && date(from ?? to ?? '');
  return joined(
    [
      dates ? label(dates) : null,
      opening && derive(opening, (words) => `${labels.opening}: ${words}`),
      note,
      trigger && derive(trigger, (words) => `${labels.startsWhen} ${words}`),
      exit && derive(exit, (words) => `${labels.endsWhen} ${words}`),
      status && status !== slide.status ? label(status) : null,
    ],
    '; ',
  );
}

/** The margin: badge, and whose the plan is and how far it has come, unless the outline says it in its own words. */
export function marginOf(slide: Slide, context: KindContext): View | null {
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
