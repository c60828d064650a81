import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { pxOf } from '../lengths.js';
import { beneath, joined } from '../statement-lines.js';

/** Sizes of the figure itself in pt, from first to last choice. */
const figures = [120, 90, 66, 48];

/** One figure, what it counts, and beside what. */
export const bigNumber: ComposeKind<'big-number'> = (slide, context) => {
  const { fit } = context;
  const { value, unit, points } = slide;
  const unitWidth = unit ? 20 + unit.text.length * 34 : 0;
  const figure = figures.find((pt) => fit.lines(value, pt, 956 - unitWidth, 'sans-bold') === 1) ?? 48;
  const asOf = slide.as_of ? label(context.date(slide.as_of)) : null;
  const beside = [slide.compare, asOf].flatMap((text) => (text ? [{ name: null, text }] : []));
  const columns = Math.min(3, Math.max(1, points.length));
  const list = points.map(({ text }) => fit.height(text, 15, (956 - 24 * (columns - 1)) / columns) + 33);
  const rows = Math.ceil(points.length / columns) * Math.max(0, ...list);
  const fixed = 8 + figure * 1.6 + (beside.length > 0 ? 66 : 0) + rows;
  return {
    step: fit.step(context.steps, 436, (pt) => fixed + fit.height(slide.text, pt, 956, 'serif')),
    rules: [
      { selector: '.figure', body: `--figure: ${Math.round(pxOf(figure))}px` },
      ...(columns < 3 && points.length > 0 ? [{ selector: '.list ul', body: `--across: ${columns}` }] : []),
    ],
    view: {
      value: joined([value], '') ?? value,
      unit,
      text: slide.text,
      beside: beside.length > 0 ? beside : null,
      points:
        points.length > 0
          ? points.map((point) => ({ text: point.text, remark: beneath(point, context) }))
          : null,
    },
  };
};
