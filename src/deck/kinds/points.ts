import type { Point } from '../../outline/brief.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { badgeOf, beneath, needBadges } from '../statement-lines.js';

/** Body of the slide, y 176 to 612, px. */
const box = 436;

/** Size of what stands below a point, pt by the point's own. */
const smaller: Readonly<Record<number, number>> = { 24: 21, 21: 18, 18: 15, 15: 14 };

/** A list of statements: the last resort, well set. */
export const points: ComposeKind<'points'> = (slide, context) => {
  const { fit, steps } = context;
  const badged = needBadges(slide.points, slide.basis);
  const lead = slide.lead ? fit.height(slide.lead, 18, 858) + 20 : 0;
  return {
    step: fit.step(steps, box - lead, (pt) =>
      slide.points.reduce((sum, point) => sum + pointHeight(point, pt, context), 0),
    ),
    view: {
      lead: slide.lead,
      // A badge of its own for each point takes the margin.
      ...(badged ? { badge: null } : {}),
      numbered: slide.numbered,
      points: slide.points.map((point) => ({
        badge: badged ? badgeOf(point, context) : null,
        text: point.text,
        remark: beneath(point, context),
        points: point.points.map((below) => ({ text: below.text, remark: beneath(below, context) })),
      })),
    },
  };
};

function pointHeight(point: Point, pt: number, context: KindContext): number {
  const { fit } = context;
  const small = smaller[pt] ?? 14;
  const remark = beneath(point, context);
  const below = point.points.reduce((sum, each) => sum + fit.height(each.text, small, 790) + pt * 0.4, 0);
  return fit.height(point.text, pt, 822) + pt * 0.75 + (remark ? fit.height(remark, 15, 822) + 2 : 0) + below;
}
