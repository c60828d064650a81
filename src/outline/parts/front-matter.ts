import * as z from 'zod';
import { type Field, fieldOf, type ValueOf } from '../fields/field.js';
import { many, mapOf, named, object, optional, shortOr, withDefault } from '../fields/groups.js';
import { colour, formed, number, oneOf, plain, text } from '../fields/scalars.js';
import type { MappedText } from '../mapped-text.js';

/** One of `authors`. */
export const author = named(
  'author',
  shortOr('An author: a name, or a mapping.', 'name', {
    name: text('The name.'),
    role: optional(text('Post.')),
    standing: optional(text('What entitles them to speak.')),
    organisation: optional(text('Whom they work for.')),
    contact: optional(text('How to reach them.')),
    note: optional(text('A small remark.')),
  }),
);

/** An author. */
export type Author = ValueOf<typeof author>;

/** A marking, of the brief or of one slide. */
export const marking = named(
  'marking',
  shortOr('A marking: its label, or a mapping.', 'label', {
    label: text('The label, such as `TLP:AMBER`.'),
    scheme: optional(oneOf('The scheme; default told by the form of the label.', ['tlp', 'banner', 'none'])),
    extra: optional(text('A further restriction.')),
    ground: optional(colour('Colour of the ground.')),
    ink: optional(colour('Colour of the text.')),
    portions: many(
      'Portion marks from lowest to highest.',
      shortOr(
        'A portion mark, or `{mark, label}` with the marking of a slide where it is the highest.',
        'mark',
        {
          mark: text('The portion mark, such as `S`.'),
          label: optional(text('The label of that level, such as `SECRET`.')),
          ground: optional(colour('Colour of the label’s ground.')),
          ink: optional(colour('Colour of the label’s text.')),
        },
      ),
    ),
  }),
);

/** A marking. */
export type Marking = ValueOf<typeof marking>;

const ranges = ['inline', 'legend', 'none'] as const;

/** The scale of likelihood words; `none` has no calibrated words. */
export const scale = named(
  'scale',
  shortOr('The likelihood words: an id, or a mapping.', 'id', {
    id: oneOf('The scale.', ['icd203', 'phia', 'ipcc', 'none']),
    version: optional(plain('Version of the scale.')),
    show_range: withDefault(oneOf('Where the range of a word is printed.', ranges), 'inline'),
  }),
);

/** A scale of likelihood words, as chosen. */
export type ScaleChoice = ValueOf<typeof scale>;

/** The theme and its palette. */
export const theme = named(
  'theme',
  shortOr('The theme: its name, or a mapping.', 'name', {
    name: withDefault(plain('Name of the theme.'), 'briefing'),
    palette: optional(plain('Name of one of its palettes.')),
    colours: mapOf('Colours that differ from the theme’s, by token.', colour('A colour.'), 'text'),
    pptx: optional(plain('Path of a PPTX template.')),
  }),
);

/** A theme, as chosen. */
export type ThemeChoice = ValueOf<typeof theme>;

/** Who holds the rights, and what may be done. */
export const rights = named(
  'rights',
  shortOr('Rights: a text, or a mapping.', 'note', {
    note: optional(text('What may be done.')),
    holder: optional(text('Who holds them.')),
    views: optional(text('Whose views these are.')),
    licence: optional(text('Licence.')),
  }),
);

/** Number in a series. */
export const series = object('The series and the number in it.', {
  name: text('Name of the series.'),
  number: optional(text('Number in the series, quoted.')),
});

/** The organisation's mark. */
export const logo = object('The organisation’s mark.', {
  file: plain('Path from the outline.'),
  alt: optional(text('What it is.')),
});

/** One term of the glossary. */
export const term = named(
  'term',
  shortOr('A term: its meaning, or a mapping.', 'meaning', {
    meaning: optional(text('What it means.')),
    expansion: optional(text('What it is short for.')),
  }),
);

/** A rule that is off. */
export const ignored = many(
  'Rules that are off, with the reason.',
  object('A rule that is off.', {
    rule: plain('Code of the rule.'),
    why: plain('The reason; it is listed.'),
  }),
);

/** What happens to text that does not fit. */
export const fit = oneOf('What happens to text that does not fit.', ['continue', 'shrink', 'fail']);

/** Minutes to present. */
export const minutes = number('Time to present, in minutes.', 0, 1440);

const editionAccepted = 'a whole number from 1, or a text';

/** Edition: a whole number from 1, or a text such as `March 2025`. */
export const edition: Field<{
  readonly number: number | null;
  readonly text: MappedText;
}> = fieldOf(
  () =>
    z
      .union(
        [z.int().min(1, { error: editionAccepted }), z.string().regex(/\S/, { error: editionAccepted })],
        { error: editionAccepted },
      )
      .describe('The edition: a whole number from 1, or a text.'),
  (raw, at) => ({
    number: typeof raw === 'number' ? raw : null,
    text: { text: String(raw ?? ''), at, form: 'inline' },
  }),
);

/** Two letters of ISO 3166. */
export const region = formed(
  'Country, for the paper size.',
  /^[A-Z]{2}$/,
  'two capital letters such as `SG`',
);
