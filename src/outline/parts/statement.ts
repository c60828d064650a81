import { type Band, type Basis, type Field, fieldOf, type ValueOf } from '../fields/field.js';
import { list, many, mapped, named, object, optional, shortOr } from '../fields/groups.js';
import { citation, link, ownId, party, reference } from '../fields/references.js';
import { date, flag, language, number, oneOf, text } from '../fields/scalars.js';
import { ignored } from './front-matter.js';

/** How likely: a word, its band in percent, or both; a word that the outline's scale lacks has no band. */
export type Likelihood = ValueOf<typeof likelihood>;

const basisWords = ['fact', 'position', 'judgement', 'assumption'] as const;

/** Fact, position, judgement or assumption; a statement without one has its slide's. */
export const basis: Field<Basis | null> = fieldOf(
  () =>
    optional(oneOf('What it is: a fact, somebody’s position, a judgement or an assumption.', basisWords))
      .schema,
  (raw, _at, context) => basisWords.find((word) => word === raw) ?? context.basis,
);

/** The likelihood of a statement. */
export const likelihood = mapped(
  named(
    'likelihood',
    shortOr('A word of the outline’s scale, or `{word, from, to}` in percent.', 'word', {
      word: optional(text('A word of the scale.')),
      from: optional(number('Lower figure in percent.', 0, 100)),
      to: optional(number('Upper figure in percent.', 0, 100)),
    }),
  ),
  (read, context) => {
    const band: Band | null = read.word ? context.band(read.word.text) : null;
    return { ...read, from: read.from ?? band?.from ?? null, to: read.to ?? band?.to ?? null };
  },
);

/** The confidence of a statement; never a likelihood (ICD 203). */
export const confidence = oneOf('How sure we are of the judgement itself.', [
  'very low',
  'low',
  'medium',
  'moderate',
  'high',
  'very high',
]);

/** Words for how something moved since the last edition. */
export const directions = ['up', 'down', 'same', 'new', 'reworded'] as const;

/** What changed in a statement since the last edition. */
export const change = named(
  'change',
  shortOr('What changed since the last edition: a text, or `{direction, was, why}`.', 'text', {
    text: optional(text('The change in words.')),
    direction: optional(oneOf('How it moved.', directions)),
    was: optional(text('What it was.')),
    why: optional(text('Why: new information or new reasoning.')),
  }),
);

/** The list of citations under its usual name. */
export const sources = many('Where it is from.', citation);

/** The chain under its usual name. */
export const via = many('How it reached us, from the speaker to where we read it.', link);

/** Slides to read with this one. */
export const see = many('Slides to read with this, printed with their pages.', reference);

/** Audiences whose copies alone hold this; empty means all. */
export const audience = many('Shown in these audiences’ copies only.', text('An audience.'));

/** The fields of a statement, for kinds whose rows are statements with more. */
export const statementFields = {
  text: text('The statement itself.'),
  id: ownId('statement'),
  basis,
  by: optional(party('Who says, wants or judges it; none means the brief’s author.')),
  via,
  sources,
  unsourced: flag('Known to have no source: prints "no source given".'),
  at: optional(text('Page or paragraph in its source.')),
  likelihood: optional(likelihood),
  confidence: optional(confidence),
  because: optional(text('What the confidence or the judgement rests on.')),
  hedge: optional(text('The hedging words of the original.')),
  change: optional(change),
  see,
  note: optional(text('A small remark beside it.')),
  added: flag('The briefer’s own, not in the source.'),
  unsettled: flag('Parties or scope not settled: dashed, with †.'),
  if_wrong: optional(text('What follows if the assumption fails.')),
  as_of: optional(date('When it held.')),
  resolves_by: optional(date('When the forecast can be scored.')),
  portion: optional(text('Portion mark.')),
  audience,
  language: optional(language('Its language, where it is not the deck’s.')),
  ignore: ignored,
} as const;

/** A statement: a text, or a mapping that says whose, how sure and where from. */
export const statement = named(
  'statement',
  shortOr('A statement: a text, or a mapping.', 'text', statementFields),
);

/** A statement as read. */
export type Statement = ValueOf<typeof statement>;

/** A statement with statements below it, one level. */
export const point = named(
  'point',
  shortOr('A statement, which may have `points` below it.', 'text', {
    ...statementFields,
    points: many('Statements below this one.', statement),
  }),
);

/** A statement with those below it, as read. */
export type Point = ValueOf<typeof point>;

/** A row that is a statement with further fields and a short name. */
export function namedRow<S extends { readonly [name: string]: Field<unknown> }>(doc: string, further: S) {
  return object(doc, { name: text('Its name, short.'), ...statementFields, ...further });
}

/** A row that is a statement with further fields; one that needs its text alone may be a bare text. */
export function row<S extends { readonly [name: string]: Field<unknown> }>(doc: string, further: S) {
  return shortOr(doc, 'text', { ...statementFields, ...further });
}

/** A list of statements under its usual name. */
export function points(doc: string, min = 1, max = 1000): Field<readonly Statement[]> {
  return list(doc, statement, { min, max });
}
