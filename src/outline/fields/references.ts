import * as z from 'zod';
import type { MappedText } from '../mapped-text.js';
import { type Field, fieldOf, join, type ReadContext, type Target } from './field.js';
import { many, named, optional, shortOr } from './groups.js';
import { flag, formed, idAccepted, idForm, plain, text } from './scalars.js';

/** Someone who says, wants or does something. */
export interface Party {
  /** Its id in `actors`; null for one that is only named here. */
  readonly id: string | null;
  readonly name: MappedText;
}

/** One step on the way from speaker to reader. */
export interface Link {
  readonly name: MappedText;
  readonly actor: string | null;
  readonly source: string | null;
  readonly note: MappedText | null;
}

/** An id that names a thing elsewhere in the outline. */
export function idOf(doc: string, target: Target): Field<string> {
  // Terms are keys that readers see, so they may hold any letters.
  const field = target === 'term' ? plain(doc) : formed(doc, idForm, idAccepted);
  return fieldOf(
    () => field.schema,
    (raw, at, context) => {
      if (typeof raw === 'string') context.use({ target, id: raw, at });
      return field.read(raw, at, context);
    },
  );
}

/** An id that this thing is given. */
export function ownId(what: 'slide' | 'statement' | 'stage' | 'option'): Field<string | null> {
  const field = optional(formed('Its id, for references and editions.', idForm, idAccepted));
  return fieldOf(
    () => field.schema,
    (raw, at, context) => {
      if (typeof raw === 'string') context.declare({ what, id: raw, at });
      return field.read(raw, at, context);
    },
  );
}

/** An actor by its id, or anyone by name. */
export function party(doc: string): Field<Party> {
  const field = text(doc);
  return fieldOf(
    () => field.schema,
    (raw, at, context) => {
      const name = field.read(raw, at, context);
      const actor = context.actorName(name.text);
      context.use({ target: 'party', id: name.text, at });
      return { id: actor ? name.text : null, name: actor ?? name };
    },
  );
}

const linkFields = {
  name: optional(text('Who passed it on, where no source is given.')),
  source: optional(idOf('Id of the source in which it was passed on.', 'source')),
  note: optional(text('A small remark beneath.')),
};

const writtenLink = shortOr('A step from the speaker to where we read it.', 'name', linkFields);

/** One link of a chain: an id of actors or sources, a name, or a mapping. */
export const link: Field<Link> = named(
  'link',
  fieldOf(() => writtenLink.schema, readLink),
);

function readLink(raw: unknown, at: string, context: ReadContext): Link {
  if (typeof raw === 'string') return bareLink(raw, at, context);
  const { name, source, note } = writtenLink.read(raw, at, context);
  const known = name ? bareLink(name.text, join(at, 'name'), context) : null;
  const fromSource = source === null ? null : context.sourceName(source);
  const none: MappedText = { text: source ?? '', at, form: 'inline' };
  return {
    name: known?.name ?? fromSource ?? none,
    actor: known?.actor ?? null,
    source: source ?? known?.source ?? null,
    note,
  };
}

function bareLink(raw: string, at: string, context: ReadContext): Link {
  context.use({ target: 'link', id: raw, at });
  const actor = context.actorName(raw);
  if (actor) return { name: actor, actor: raw, source: null, note: null };
  const source = context.sourceName(raw);
  if (source) return { name: source, actor: null, source: raw, note: null };
  return { name: { text: raw, at, form: 'inline' }, actor: null, source: null, note: null };
}

/** A source that is cited, with the place in it. */
export const citation = named(
  'citation',
  shortOr('A source: its id, or `{source, at}`.', 'source', {
    source: idOf('Id of the source.', 'source'),
    at: optional(text('Page or paragraph.')),
  }),
);

/** Another slide, printed with its page. */
export const reference = named(
  'reference',
  shortOr('A slide to read with this: its id, or `{slide, text}`.', 'slide', {
    slide: idOf('Id of the slide.', 'slide'),
    text: optional(text('What to print before the page; default the label of the slide.')),
  }),
);

const cellAccepted = 'a text, a number or nothing';

/** A cell of a table: a text, a number as it is written, or null for "not stated". */
export const cell: Field<MappedText | null> = named(
  'cell',
  fieldOf(
    () =>
      z
        .union([z.string().regex(/\S/, { error: cellAccepted }), z.number(), z.null()], {
          error: cellAccepted,
        })
        .describe('A cell of a table; nothing prints "not stated".'),
    (raw, at, context) => {
      if (typeof raw === 'string') return { text: raw, at, form: 'inline' };
      if (typeof raw === 'number') return { text: context.numberAt(at) ?? String(raw), at, form: 'inline' };
      return null;
    },
  ),
);

/** A cell that may be marked as differing from the reference column. */
export const comparedCell = named(
  'compared-cell',
  shortOr('A cell, or `{text, differs, sources}`.', 'text', {
    text: cell,
    differs: flag('Differs from the reference: ≠ and bold.'),
    sources: many('Where it is from.', citation),
  }),
);
