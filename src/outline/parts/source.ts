import type { ValueOf } from '../fields/field.js';
import { mapped, named, object, optional, shortOr, withDefault } from '../fields/groups.js';
import { idOf } from '../fields/references.js';
import { address, date, formed, language, oneOf, text, whole, yesNo } from '../fields/scalars.js';

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
        formed('Admiralty code.', /^[A-F][1-6]$/, 'a letter from A to F and a figure from 1 to 6, such as `B2`'),
      ),
      descriptor: optional(text('Quality, access, possible bias.')),
      interest: optional(text('Interest of the author.')),
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

/** Fields of an actor that a table of actors can show. */
export const actorColumns = [
  'role',
  'interests',
  'wants',
  'offers',
  'asked',
  'held_back_by',
  'levers',
  'note',
] as const;

/** A field of an actor that a table can show. */
export type ActorColumn = (typeof actorColumns)[number];

const stances = 'Stance from -2, against, to 2, for.';

/** The fields of an actor. */
export const actorFields = {
  name: text('Its name.'),
  type: optional(oneOf('What it is.', ['state', 'organisation', 'person', 'group'])),
  of: optional(idOf('Id of the actor that this one speaks for.', 'actor')),
  role: optional(text('Its part in the matter.')),
  interests: optional(text('What is at stake for it.')),
  wants: optional(text('What it wants.')),
  offers: optional(text('What it offers.')),
  asked: optional(text('What it is asked to do.')),
  held_back_by: optional(text('What holds it back.')),
  levers: optional(text('What it can move others with.')),
  stance: optional(whole(stances, -2, 2)),
  influence: optional(whole('Influence from 1, little, to 5, decisive.', 1, 5)),
  note: optional(text('A small remark.')),
} as const;

/** One entry of `actors`. */
export const actor = named('actor', shortOr('An actor: a name, or a mapping.', 'name', actorFields));

/** An actor. */
export type Actor = ValueOf<typeof actor>;
