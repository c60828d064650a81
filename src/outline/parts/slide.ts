import type { ValueOf, ValuesOf } from '../fields/field.js';
import { many, optional } from '../fields/groups.js';
import { citation, ownId } from '../fields/references.js';
import { flag, language, oneOf, plainText, text } from '../fields/scalars.js';
import { fit, ignored, marking, minutes } from './front-matter.js';
import { audience, see } from './statement.js';

/** The fields of every slide, beside its kind and headline. */
export const slideFields = {
  id: ownId('slide'),
  label: optional(text('Words in the margin instead of the kind’s own.')),
  basis: optional(
    oneOf('Badge for the whole slide, and basis of its statements that name none.', [
      'fact',
      'position',
      'judgement',
      'assumption',
    ]),
  ),
  basis_note: optional(text('Words beside the badge: whose, how.')),
  sources: many('The source row at the foot.', citation),
  source_note: optional(text('Words after the sources in that row.')),
  footnote: optional(text('The † row at the foot.')),
  see,
  notes: optional(plainText('Speaker notes; paragraphs are divided by empty lines.')),
  minutes: optional(minutes),
  marking: optional(marking),
  portion: optional(text('Portion mark of the headline.')),
  audience,
  appendix: flag('After the end, not in the agenda.'),
  hidden: flag('In the outline, in no output.'),
  layout: optional(oneOf('PPTX layout instead of the kind’s own.', ['title', 'section', 'content', 'blank'])),
  fit: optional(fit),
  language: optional(language('Its language, where it is not the deck’s.')),
  ignore: ignored,
} as const;

/** The headline of a slide. */
export const headline = text('The headline: a sentence that the slide proves.');

/** What every slide has, whatever its kind. */
export type SlideCommon = ValuesOf<typeof slideFields> & {
  /** `/slides/3` */
  readonly pointer: string;
};

/** A list of citations as read. */
export type Citations = readonly ValueOf<typeof citation>[];
