import type { ValueOf } from '../fields/field.js';
import { named, optional, shortOr } from '../fields/groups.js';
import { idOf } from '../fields/references.js';
import { oneOf, text, whole } from '../fields/scalars.js';

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
