import { list, many, object, optional, shortOr, withDefault } from '../fields/groups.js';
import { cell, comparedCell, idOf, ownId } from '../fields/references.js';
import { date, flag, oneOf, text } from '../fields/scalars.js';
import { row, sources, statement } from '../parts/statement.js';
import { actorRow, actorTableColumn } from './actor-row.js';
import { kind } from './row.js';

/** The kinds that are drawn as rows and columns. */
export const tableKinds = {
  actors: kind({
    label: 'Actors',
    doc: 'Who is involved, and what each wants.',
    fields: {
      rows: many('Actors by id, or mappings; default all actors.', actorRow),
      columns: many('Fields to show; default those that a row fills.', actorTableColumn),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
  positions: kind({
    label: 'Positions',
    doc: 'Who says what, and how it reached us.',
    fields: {
      rows: list(
        'The positions.',
        row('A position.', {
          on: optional(text('The issue.')),
          firmness: optional(oneOf('How firm it is.', ['firm', 'open', 'shifting'])),
          stance: optional(oneOf('Against the others.', ['agrees', 'differs', 'silent', 'unknown'])),
          date: optional(date('When it was said.')),
        }),
      ),
    },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  comparison: kind({
    label: 'Comparison',
    doc: 'Two to six things side by side; the first is the reference.',
    fields: {
      items: list(
        'The columns.',
        shortOr('A column.', 'name', {
          name: text('Its head.'),
          note: optional(text('A remark beneath.')),
          source: optional(idOf('Id of the source that it stands for.', 'source')),
        }),
        { min: 2, max: 6 },
      ),
      rows: list(
        'The rows.',
        object('A row.', {
          name: text('What is compared.'),
          cells: list('One cell for each item.', comparedCell),
          note: optional(text('A remark beneath the name.')),
        }),
      ),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
  options: kind({
    label: 'Options',
    doc: 'Options by criteria, with the one that is recommended.',
    fields: {
      criteria: many(
        'The columns.',
        shortOr('A criterion.', 'name', {
          name: text('Its head.'),
          note: optional(text('A remark beneath.')),
        }),
      ),
      rows: list(
        'The options.',
        shortOr('An option.', 'name', {
          name: text('Its name.'),
          id: ownId('option'),
          text: optional(text('What it is.')),
          cells: many('One cell for each criterion.', cell),
          recommended: flag('The one that is recommended.'),
          pros: many('What speaks for it.', text('A reason.')),
          cons: many('What speaks against it.', text('A reason.')),
          cost: optional(text('Its cost.')),
          risk: optional(text('Its risk.')),
          feasibility: optional(text('Whether it can be done.')),
          time: optional(text('Time it needs.')),
          note: optional(text('A small remark.')),
          sources,
        }),
      ),
      recommendation: optional(statement),
      ask: optional(text('What is asked of the reader.')),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
  table: kind({
    label: 'Table',
    doc: 'A table.',
    fields: {
      columns: list(
        'The columns.',
        shortOr('A column.', 'name', {
          name: text('Its head.'),
          align: withDefault(oneOf('How its cells stand.', ['left', 'right', 'centre']), 'left'),
          unit: optional(text('Its unit.')),
        }),
        { max: 12 },
      ),
      rows: list(
        'The rows, each a list of cells.',
        shortOr(
          'A row: a list of cells, or a mapping.',
          'cells',
          {
            cells: list('The cells, one for each column.', cell),
            strong: flag('Set bold, as a sum.'),
            sources,
          },
          'a list of cells',
        ),
      ),
      row_names: flag('The first column names its rows; default true.', true),
      caption: optional(text('A text above the table.')),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
} as const;
