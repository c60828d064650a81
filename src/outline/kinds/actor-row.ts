import { type Field, fieldOf, type ValuesOf } from '../fields/field.js';
import { list, optional, shortOr } from '../fields/groups.js';
import { idOf } from '../fields/references.js';
import { oneOf, text } from '../fields/scalars.js';
import { actor, actorColumns, actorFields } from '../parts/actor.js';

/** A row of an actors slide: the entry of `actors`, with what the slide says otherwise. */
export interface ActorRow extends ValuesOf<typeof actorFields> {
  /** Id in `actors`; null for one that is described here alone. */
  readonly actor: string | null;
  readonly pointer: string;
}

const written = shortOr('An actor by id, or a mapping.', 'actor', {
  actor: optional(idOf('Id of an actor; the fields given here replace its own.', 'actor')),
  ...actorFields,
  name: optional(actorFields.name),
});

/** One row of an actors slide. */
export const actorRow: Field<ActorRow> = fieldOf(
  () => written.schema,
  (raw, at, context) => {
    const own = written.read(raw, at, context);
    const entry = own.actor === null ? null : context.rawActor(own.actor);
    const base = entry && actor.read(entry.raw, entry.at, context);
    return {
      actor: own.actor,
      pointer: at,
      name: own.name ?? base?.name ?? { text: own.actor ?? '', at, form: 'inline' },
      type: own.type ?? base?.type ?? null,
      of: own.of ?? base?.of ?? null,
      role: own.role ?? base?.role ?? null,
      interests: own.interests ?? base?.interests ?? null,
      wants: own.wants ?? base?.wants ?? null,
      offers: own.offers ?? base?.offers ?? null,
      asked: own.asked ?? base?.asked ?? null,
      held_back_by: own.held_back_by ?? base?.held_back_by ?? null,
      levers: own.levers ?? base?.levers ?? null,
      stance: own.stance ?? base?.stance ?? null,
      influence: own.influence ?? base?.influence ?? null,
      note: own.note ?? base?.note ?? null,
    };
  },
);

/** One column of an actors slide: a field of the actors, or several under one head. */
export const actorTableColumn = shortOr('A field of an actor, or `{label, fields}`.', 'fields', {
  fields: columnFields(),
  label: optional(text('Its head; default the name of the field.')),
});

function columnFields(): Field<readonly (typeof actorColumns)[number][]> {
  const one = oneOf('A field of an actor.', actorColumns);
  const several = list('Fields of an actor.', one);
  return fieldOf(
    () => several.schema.or(one.schema).describe('A field of an actor, or several under one head.'),
    (raw, at, context) =>
      Array.isArray(raw) ? several.read(raw, at, context) : [one.read(raw, at, context)],
  );
}
