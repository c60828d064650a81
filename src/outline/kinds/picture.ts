import { list, many, object, optional, shortOr, withDefault } from '../fields/groups.js';
import { link, ownId, party } from '../fields/references.js';
import { date, flag, oneOf, text } from '../fields/scalars.js';
import { row, sources, statement, statementFields } from '../parts/statement.js';
import { kind } from './row.js';

const statuses = ['proposed', 'agreed', 'under way', 'done', 'blocked'] as const;

const stage = object('A stage.', {
  name: text('Its name.'),
  id: ownId('stage'),
  opening: optional(text('Its opening move.')),
  note: optional(text('A remark under the name.')),
  parties: many('Who takes part.', party('A party.')),
  status: optional(oneOf('How far it is.', statuses)),
  unsettled: flag('Parties or scope not settled: dashed, with †.'),
  from: optional(date('When it starts.')),
  to: optional(date('When it ends.')),
  trigger: optional(text('What starts it.')),
  exit: optional(text('What ends it.')),
  duties: many(
    'What the parties do in it.',
    object('A duty.', {
      ...statementFields,
      parties: list('Whose duty it is; several share one box.', party('A party, one of the lanes.')),
    }),
  ),
  sources,
});

/** The kinds that are drawn to scale or as a course of things. */
export const pictureKinds = {
  timeline: kind({
    label: 'Timeline',
    doc: 'Events on an axis.',
    fields: {
      events: list(
        'The events.',
        object('An event.', {
          ...statementFields,
          date: optional(date('When; none: it stands in the row "No date".')),
          end: optional(date('Until when.')),
          about: flag('The date is rough.'),
          planned: flag('Still to come: hollow.'),
        }),
      ),
      spacing: withDefault(oneOf('True to scale, or evenly spaced.', ['time', 'even']), 'time'),
      now: optional(date('Where a line "now" stands.')),
    },
    steps: [15, 14],
    layout: 'content',
    headline: 'required',
  }),
  'staged-plan': kind({
    label: 'Staged plan',
    doc: 'Stages from left to right, a lane for each party.',
    fields: {
      by: optional(party('Whose plan it is.')),
      via: many('How it reached us, from the speaker to where we read it.', link),
      status: optional(oneOf('How far it is.', statuses)),
      lanes: many(
        'The parties from top to bottom; default in order of appearance.',
        shortOr('A lane.', 'name', {
          name: party('The party.'),
          note: optional(text('A remark beneath.')),
        }),
        { max: 12 },
      ),
      stages: list('The stages.', stage, { min: 2, max: 6 }),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
  scenarios: kind({
    label: 'Scenarios',
    doc: 'What may come, and how likely each is.',
    fields: {
      exclusive: flag('One of them must come.'),
      horizon: optional(date('Until when.')),
      rows: list(
        'The scenarios.',
        object('A scenario.', {
          name: text('Its name.'),
          ...statementFields,
          drivers: many('What brings it about.', text('A driver.')),
          indicators: many('What would show it.', text('An indicator.')),
          implications: many('What would follow.', text('An implication.')),
          impact: optional(text('How much it would matter.')),
        }),
      ),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
  outlook: kind({
    label: 'Outlook',
    doc: 'What comes next, from near to far.',
    fields: {
      points: many('Statements.', statement),
      horizons: many(
        'Columns from near to far.',
        object('A horizon.', {
          name: text('Its name.'),
          from: optional(date('From when.')),
          to: optional(date('Until when.')),
          points: list('Its statements.', statement),
        }),
        { max: 4 },
      ),
    },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  indicators: kind({
    label: 'Indicators',
    doc: 'What to watch, and where it stands.',
    fields: {
      rows: list(
        'The indicators.',
        row('An indicator.', {
          points_to: optional(text('What it would strengthen.')),
          points_away: optional(text('What it would weaken.')),
          threshold: optional(text('From when it counts.')),
          status: optional(oneOf('Where it stands.', ['not seen', 'emerging', 'seen'])),
          trend: optional(oneOf('Where it goes.', ['up', 'steady', 'down'])),
          checked: optional(date('When it was last looked at.')),
        }),
      ),
    },
    steps: [18, 15],
    layout: 'content',
    headline: 'required',
  }),
} as const;
