import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';

/** Fields of an actor in the order of their columns, and what the columns are called. */
const fields = ['role', 'interests', 'wants', 'offers', 'asked', 'held_back_by', 'levers', 'note'] as const;
const heads = {
  role: 'Role',
  interests: 'At stake',
  wants: 'Wants',
  offers: 'Offers',
  asked: 'Is asked',
  held_back_by: 'Held back by',
  levers: 'Levers',
  note: 'Remark',
} as const;

/** A native table: one row an actor, one column a field; what is not known is said. */
export const actors: ComposeKind<'actors'> = (slide, context) => {
  const { labels, fit, brief } = context;
  const rows =
    slide.rows.length > 0
      ? slide.rows
      : [...brief.actors.values()].map((actor) => ({ ...actor, actor: null }));
  const columns =
    slide.columns.length > 0
      ? slide.columns.map(({ label: head, fields: shown }) => ({
          head: head ?? label(shown.map((field) => heads[field]).join(' / ')),
          fields: shown,
        }))
      : fields
          .filter((field) => rows.some((row) => row[field] !== null))
          .map((field) => ({ head: label(heads[field]), fields: [field] }));
  const width = 956 / Math.max(1, columns.length) - 24;
  const cellOf = (row: (typeof rows)[number], shown: readonly (typeof fields)[number][]): MappedText =>
    shown.map((field) => row[field]).find((text) => text !== null) ?? label(labels.notStated);
  const height = (pt: number) =>
    34 +
    rows.reduce(
      (sum, row) =>
        sum + 11 + Math.max(...columns.map((column) => fit.height(cellOf(row, column.fields), pt, width))),
      0,
    );
  return {
    step: fit.step(context.steps, 460, height),
    view: {
      corner: label('\u00a0'),
      columns: columns.map(({ head }) => ({ text: head })),
      rows: rows.map((row) => ({
        name: row.name,
        cells: columns.map((column) => ({ text: cellOf(row, column.fields) })),
      })),
    },
  };
};
