import { list, many, object, optional, withDefault } from '../fields/groups.js';
import { date, flag, oneOf, plain, shortOrNumber, text } from '../fields/scalars.js';
import { point, statement } from '../parts/statement.js';
import { kind } from './row.js';

/** The kinds that any deck has: lists, columns, a figure, a picture. */
export const plainKinds = {
  points: kind({
    label: '',
    doc: 'A list of statements.',
    fields: {
      lead: optional(text('A text above the list.')),
      points: list('The statements.', point),
      numbered: flag('Numbered.'),
    },
    steps: [24, 21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  columns: kind({
    label: '',
    doc: 'Two to four columns of text.',
    fields: {
      columns: list(
        'The columns.',
        object('A column.', {
          name: optional(text('Its head.')),
          text: optional(text('A text above its list.')),
          points: many('Its statements.', point),
        }),
        { min: 2, max: 4 },
      ),
    },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  'big-number': kind({
    label: 'Figure',
    doc: 'One figure and what it means.',
    fields: {
      value: shortOrNumber('The figure.'),
      unit: optional(text('Its unit.')),
      text: text('What it counts.'),
      compare: optional(text('Beside what.')),
      as_of: optional(date('When it held.')),
      points: many('Statements beside it.', statement),
    },
    steps: [24, 21, 18],
    layout: 'content',
    headline: 'required',
  }),
  image: kind({
    label: 'Picture',
    doc: 'A picture, what it shows and whose it is.',
    fields: {
      file: plain('Path from the outline, inside its folder.'),
      alt: optional(text('What it shows, for those who cannot see it.')),
      decorative: flag('Says nothing that the text does not.'),
      caption: optional(text('Text below.')),
      credit: optional(text('Whose it is.')),
      licence: optional(text('Licence.')),
      place: optional(text('Where it was taken.')),
      taken: optional(date('When it was taken.')),
      size: withDefault(oneOf('How much of the slide it fills.', ['full', 'half']), 'full'),
      crop: withDefault(oneOf('Fills its box, or fits into it.', ['cover', 'contain']), 'contain'),
      points: many('Statements beside a half.', statement),
    },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
} as const;
