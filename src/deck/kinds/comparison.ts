import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';

/** A native table; the first column is the reference, and what differs from it is marked. */
export const comparison: ComposeKind<'comparison'> = (slide, context) => {
  const { labels, fit } = context;
  const width = 956 / slide.items.length - 24;
  const height = (pt: number) =>
    40 +
    slide.rows.reduce(
      (sum, { cells }) =>
        sum +
        20 +
        Math.max(...cells.map(({ text }) => fit.height(text ?? labels.notStated, pt, width, 'sans-bold'))),
      0,
    );
  return {
    step: fit.step(context.steps, 440, height),
    view: {
      corner: label('\u00a0'),
      items: slide.items.map(({ name }) => ({ text: name })),
      rows: slide.rows.map(({ name, cells }) => ({
        name,
        cells: slide.items.map((_, index) => ({
          text: cells[index]?.text ?? label(labels.notStated),
          differs: cells[index]?.differs ?? false,
        })),
      })),
    },
  };
};
