import { list, many, object, optional } from '../fields/groups.js';
import { idOf, party } from '../fields/references.js';
import { date, flag, oneOf, text } from '../fields/scalars.js';
import { directions, namedRow, row, see, sources, statement } from '../parts/statement.js';
import { kind } from './row.js';

const force = {
  outcome: optional(text('What they push towards or hold back.')),
  rows: list(
    'From first to last.',
    namedRow('One force.', {
      strength: optional(oneOf('How strong.', ['strong', 'moderate', 'weak'])),
      support: optional(text('Words of the column "Basis"; default who passed it on, or its sources.')),
      direction: optional(oneOf('For or against the outcome.', ['for', 'against'])),
      on: optional(party('On whom it acts.')),
      lever: optional(text('What could move it.')),
    }),
  ),
} as const;

/** The kinds that say what moves things, what follows and what to do. */
export const effectKinds = {
  drivers: kind({
    label: 'Drivers',
    doc: 'What pushes towards an outcome.',
    fields: force,
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
  constraints: kind({
    label: 'Limits',
    doc: 'What holds an outcome back.',
    fields: force,
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
  implications: kind({
    label: 'Implications',
    doc: 'What follows, and for whom.',
    fields: {
      rows: list(
        'One for each audience.',
        row('An implication.', {
          for: text('For whom.'),
          primary: flag('The brief’s own audience, drawn large.'),
          direction: optional(oneOf('Which way.', ['gain', 'loss', 'mixed'])),
          when: optional(text('When.')),
          action: optional(text('What to do.')),
        }),
      ),
    },
    steps: [24, 21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  recommendation: kind({
    label: 'Recommendation',
    doc: 'What to do, and what is asked of the reader.',
    fields: {
      text: text('The recommendation.'),
      option: optional(idOf('Id of the option that it takes up.', 'option')),
      who: optional(party('Who acts.')),
      by_when: optional(date('By when.')),
      because: optional(text('Why.')),
      if_not: optional(text('What happens if not.')),
      ask: optional(text('What is asked of the reader.')),
      steps: many('The steps.', statement),
    },
    steps: [24, 21, 18],
    layout: 'content',
    headline: 'required',
  }),
  'whats-new': kind({
    label: 'What is new',
    doc: 'What changed since the last edition, and why.',
    fields: {
      since: optional(text('What it is compared with.')),
      rows: many(
        'The changes; made from `previous` when absent.',
        object('A change.', {
          name: optional(text('What it is about.')),
          was: optional(text('What it was.')),
          now: optional(text('What it is now.')),
          why: optional(text('New information or new reasoning.')),
          direction: optional(oneOf('How it moved.', directions)),
          see,
          sources,
        }),
      ),
      unchanged: many('What stands as it was.', text('A judgement.')),
      none: flag('Nothing changed, said outright.'),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
} as const;
