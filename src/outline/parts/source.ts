import type { ValueOf } from '../fields/field.js';
import { mapped, named, object, optional, withDefault } from '../fields/groups.js';
import { idOf, party } from '../fields/references.js';
import { address, date, formed, language, oneOf, text, yesNo } from '../fields/scalars.js';

/** A source; `held` is true where we have read it ourselves. */
export type Source = ValueOf<typeof source>;

/** One entry of `sources`. */
export const source = mapped(
  named(
    'source',
    object('A source: who, where, when, and how it reached us.', {
      author: optional(text('Who said or wrote it.')),
      title: optional(text('What it is called.')),
      outlet: optional(text('Where it appeared.')),
      short: optional(text('Its name in source lines and chains.')),
      type: optional(text('What sort of thing it is, such as a speech.')),
      date: optional(date('When it appeared.')),
      date_note: optional(text('Where the date needs a word or is not known.')),
      held: optional(yesNo('True if we have read it ourselves; default true, false where `via` is given.')),
      via: optional(idOf('Id of the source that passed it on to us.', 'source')),
      origin: optional(text('What it goes back to; sources of one origin count as one.')),
      grade: optional(
        formed(
          'Admiralty code.',
          /^[A-F][1-6]$/,
          'a letter from A to F and a figure from 1 to 6, such as `B2`',
        ),
      ),
      descriptor: optional(text('Quality, access, possible bias.')),
      interest: optional(text('Interest of the author.')),
      side: optional(party('Whose side it is on in the matter; a rule counts these.')),
      url: optional(address('Address.')),
      archive_url: optional(address('Address of an archived copy.')),
      accessed: optional(date('When the address was read.')),
      language: optional(language('Its language.')),
      attribution: withDefault(
        oneOf('How it may be named.', ['named', 'on_background', 'chatham_house', 'withheld']),
        'named',
      ),
      note: optional(text('A small remark.')),
    }),
  ),
  (read) => ({ ...read, held: read.held ?? read.via === null }),
);
