import type { SlideOf } from '../../outline/brief.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { badgeOf, beneath, needBadges } from '../statement-lines.js';

/** Body of the slide, y 176 to 612, px. */
const box = 436;

type Column = SlideOf<'columns'>['columns'][number];

/** Two to four columns, each with a head and a list. */
export const columns: ComposeKind<'columns'> = (slide, context) => {
  const width = (956 - 24 * (slide.columns.length - 1)) / slide.columns.length;
  const badged = needBadges(
    slide.columns.flatMap(({ points }) => points),
    slide.basis,
  );
  const heads = (pt: number) =>
    Math.max(...slide.columns.map((column) => headHeight(column, pt, width, context)));
  const step = context.fit.step(
    context.steps,
    box,
    (pt) =>
      heads(pt) + Math.max(...slide.columns.map((each) => bodyHeight(each, pt, width, badged, context))),
  );
  return {
    step,
    // What stands below starts on one line, however many lines a head takes.
    rules: [{ selector: '.column > h2', body: `min-height: ${Math.floor(heads(step))}px` }],
    view: {
      ...(badged ? { badge: null } : {}),
      columns: slide.columns.map(({ name, text, points }) => ({
        name,
        text,
        points: points.map((point) => ({
          badge: badged ? badgeOf(point, context) : null,
          text: point.text,
          remark: beneath(point, context),
          points: point.points.map((below) => ({ text: below.text, remark: beneath(below, context) })),
        })),
      })),
    },
  };
};

function headHeight({ name }: Column, pt: number, width: number, { fit }: KindContext): number {
  return name ? fit.height(name, pt > 18 ? 21 : 18, width, 'serif-bold') : 0;
}

function bodyHeight(
  { name, text, points }: Column,
  pt: number,
  width: number,
  badged: boolean,
  context: KindContext,
): number {
  const { fit } = context;
  const head = name ? 12 : 0;
  const list = points.reduce((sum, point) => {
    const remark = beneath(point, context);
    const below = point.points.reduce((inner, each) => inner + fit.height(each.text, 15, width - 44) + 4, 0);
    return (
      sum +
      fit.height(point.text, pt, width - 24) +
      12 +
      (badged ? 26 : 0) +
      (remark ? fit.height(remark, 15, width - 24) + 2 : 0) +
      below
    );
  }, 0);
  return 13 + head + (text ? fit.height(text, pt, width) + 12 : 0) + list;
}
