import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { pxOf } from '../lengths.js';
import { beneath, joined } from '../statement-lines.js';

/** Sizes of the figure itself in pt, from first to last choice. */
const figures = [120, 90, 66, 48];

/** Body of the slide, y 176 to 632, px. */
const box = 456;

/** One figure, what it counts, and beside what. */
export const bigNumber: ComposeKind<'big-number'> = (slide, context) => {
  const { fit } = context;
  const { value, unit, points } = slide;
  const unitWidth = unit ? 20 + unit.text.length * 34 : 0;
  const asOf = slide.as_of ? label(context.date(slide.as_of)) : null;
  const beside = [slide.compare, asOf].flatMap((text) => (text ? [{ name: null, text }] : []));
  const columns = Math.min(3, Math.max(1, points.length));
  const list = points.map(({ text }) => fit.height(text, 15, (956 - 24 * (columns - 1)) / columns) + 21);
  const rows = Math.ceil(points.length / columns) * Math.max(0, ...list);
  const told = beside.map(({ text }) => fit.height(text, 18, beside.length > 1 && text !== asOf ? 662 : 956));
  const lower = (beside.length > 0 ? 37 + Math.max(...told) : 0) + (rows > 0 ? 20 + rows : 0);
  const height = (pt: number, size: number) =>
    8 + size * 1.6 + fit.height(slide.text, pt, 956, 'serif') + lower;
  const oneLine = figures.filter((pt) => fit.lines(value, pt, 956 - unitWidth, 'sans-bold') === 1);
  const least = context.steps.at(-1) ?? 18;
  const figure = oneLine.find((size) => height(least, size) <= box) ?? oneLine.at(-1) ?? 48;
  return {
    step: fit.step(context.steps, box, (pt) => height(pt, figure)),
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
