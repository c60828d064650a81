import type { ValuesOf } from './fields/field.js';
import { many, mapOf, optional, withDefault } from './fields/groups.js';
import { date, language, number, oneOf, plain, text } from './fields/scalars.js';
import type { KindName, SlideOf } from './kinds.js';
import type { MappedText } from './mapped-text.js';
import { actor } from './parts/actor.js';
import {
  author,
  edition,
  fit,
  ignored,
  logo,
  marking,
  region,
  rights,
  scale,
  series,
  term,
  theme,
} from './parts/front-matter.js';
import type { SlideCommon } from './parts/slide.js';
import { source } from './parts/source.js';

export type { Link, Party } from './fields/references.js';
export type { KindName, SlideOf } from './kinds.js';
export type { Actor } from './parts/actor.js';
export type { Author, Marking, ScaleChoice, ThemeChoice } from './parts/front-matter.js';
export type { Citations, SlideCommon } from './parts/slide.js';
export type { Source } from './parts/source.js';
export type { Likelihood, Point, Statement } from './parts/statement.js';

/** The fields of the top level, without `slides`. */
export const topLevelFields = {
  title: text('Title of the brief.'),
  subtitle: optional(text('Subtitle.')),
  short_title: optional(text('Title for the foot of each slide; default the title.')),
  type: withDefault(
    oneOf('What the brief is for.', ['information', 'decision', 'update', 'warning']),
    'information',
  ),
  language: optional(language('Language of the brief; default `en`, with an info.')),
  region: optional(region),
  date: optional(date('Date of this edition.')),
  date_note: optional(text('Where the date needs a word or is not known.')),
  cutoff: optional(date('Information up to here.')),
  edition: optional(edition),
  previous: optional(plain('Path of the previous edition’s outline, or `path@revision`.')),
  changes: withDefault(
    oneOf('What is shown of changes since the previous edition; `none`: there are none, said outright.', [
      'marked',
      'unmarked',
      'none',
    ]),
    'marked',
  ),
  series: optional(series),
  event: optional(text('Occasion or place.')),
  minutes: optional(number('Time to present, in minutes.', 0, 1440)),
  authors: many('The authors.', author),
  organisation: optional(text('Who issues the brief.')),
  contact: optional(text('Whom to ask.')),
  logo: optional(logo),
  audience: many('Whom the brief is for.', text('An audience.')),
  marking: optional(marking),
  scale: optional(scale),
  theme: optional(theme),
  fit: withDefault(fit, 'continue'),
  rights: optional(rights),
  sources: mapOf('The sources by id.', source),
  source_summary: optional(text('Quality and balance of the sources as a whole.')),
  actors: mapOf('The actors by id.', actor),
  glossary: mapOf('Terms and what they mean.', term, 'text'),
  ignore: ignored,
} as const;

/** A value of an own kind's field: strings are texts with their place. */
export type OwnValue =
  | MappedText
  | number
  | boolean
  | null
  | readonly OwnValue[]
  | { readonly [name: string]: OwnValue };

/** A slide of a kind that the user's own template draws; its fields are whatever the outline holds. */
export interface OwnSlide extends SlideCommon {
  /** `own:` and the name of the template. */
  readonly kind: `own:${string}`;
  readonly headline: MappedText | null;
  readonly fields: { readonly [name: string]: OwnValue };
}

/** One slide, told apart by `kind`. */
export type BriefSlide = { [K in KindName]: SlideOf<K> }[KindName] | OwnSlide;

/** The outline, parsed, checked and complete: every optional field is there, null or empty where nothing was written. */
export interface Brief extends ValuesOf<typeof topLevelFields> {
  readonly slides: readonly BriefSlide[];
}
