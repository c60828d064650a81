import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';

const rules = { left: '---', right: '---:', centre: ':-:' } as const;

/** A native table. */
export const table: ComposeKind<'table'> = (slide, context) => {
  const { fit } = context;
  const width = 1152 / slide.columns.length - 16;
  const height = (pt: number) =>
    40 +
    slide.rows.reduce(
      (sum, row) => sum + 18 + Math.max(...row.cells.map((cell) => fit.height(cell ?? '', pt, width))),
      0,
    );
  return {
    step: fit.step(context.steps, slide.caption ? 400 : 440, height),
    classes: slide.row_names ? ['row-names'] : [],
    view: {
      columns: slide.columns.map(({ name, align, unit }) => ({
        name: unit ? { ...name, text: `${name.text}, ${unit.text}` } : name,
        rule: { text: rules[align], at: null, form: 'markdown' },
      })),
      rows: slide.rows.map((row) => ({
        cells: slide.columns.map((_, index) => ({ text: row.cells[index] ?? label('\u00a0') })),
      })),
      caption: slide.caption,
    },
  };
};
