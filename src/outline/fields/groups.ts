import * as z from 'zod';
import {
  asList,
  asRecord,
  type Field,
  fieldOf,
  isMapping,
  join,
  type ReadContext,
  type Shape,
  type ValuesOf,
} from './field.js';
import { idAccepted, idForm } from './scalars.js';

/** A field that may be left out or left empty: null then. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return fieldOf(
    () => {
      const doc = field.schema.description;
      const schema = field.schema.nullish();
      return doc === undefined ? schema : schema.describe(doc);
    },
    (raw, at, context) => (isAbsent(raw) ? null : field.read(raw, at, context)),
  );
}

/** A field with a value of its own when it is left out. */
export function withDefault<T>(field: Field<T>, value: T): Field<T> {
  const inner = optional(field);
  return fieldOf(
    () => inner.schema,
    (raw, at, context) => inner.read(raw, at, context) ?? value,
  );
}

/** Bounds on how many items a list holds. */
export interface Count {
  readonly min?: number;
  readonly max?: number;
}

/** A list that must be there, with one item at least unless `count` says otherwise. */
export function list<T>(doc: string, item: Field<T>, count: Count = {}): Field<readonly T[]> {
  const { min = 1, max = 1000 } = count;
  const error = countAccepted(min, max);
  return fieldOf(
    () => z.array(item.schema, { error: 'a list' }).min(min, { error }).max(max, { error }).describe(doc),
    (raw, at, context) => asList(raw).map((value, index) => item.read(value, join(at, index), context)),
  );
}

/** A list that may be left out: empty then. */
export function many<T>(doc: string, item: Field<T>, count: Count = {}): Field<readonly T[]> {
  return withDefault(list(doc, item, { min: 0, ...count }), []);
}

/** A mapping from ids to things; keeps the order of the file. */
export function mapOf<T>(
  doc: string,
  item: Field<T>,
  keys: 'id' | 'text' = 'id',
): Field<ReadonlyMap<string, T>> {
  const [form, error] = keys === 'id' ? [idForm, idAccepted] : [/\S/, 'a text'];
  return fieldOf(
    () =>
      z
        .record(z.string().regex(form, { error }), item.schema, { error: 'a mapping' })
        .nullish()
        .describe(doc),
    (raw, at, context) =>
      new Map([...asRecord(raw)].map(([name, value]) => [name, item.read(value, join(at, name), context)])),
  );
}

/** A mapping as read: its fields and its place. */
export type Entry<S extends Shape> = ValuesOf<S> & { readonly pointer: string };

/** A mapping with given fields and no others. */
export function object<S extends Shape>(doc: string, shape: S): Field<Entry<S>> {
  return fieldOf(
    () => strict(shape).describe(doc),
    (raw, at, context) => readShape(shape, asRecord(raw), at, context, (name) => join(at, name)),
  );
}

/** A mapping that may be written short, as its field `bare` alone; `accepted` is what a message calls the short form. */
export function shortOr<S extends Shape>(
  doc: string,
  bare: keyof S & string,
  shape: S,
  accepted = 'a text',
): Field<Entry<S>> {
  const error = `${accepted}, or a mapping such as \`{${bare}: …}\``;
  return fieldOf(
    () => z.union([shape[bare]?.schema ?? z.string(), strict(shape)], { error }).describe(doc),
    (raw, at, context) => {
      // A bare text is at the pointer of the whole, not of a field that nobody wrote.
      const isBare = !isMapping(raw);
      const record = isBare ? new Map([[bare, raw]]) : asRecord(raw);
      return readShape(shape, record, at, context, (name) => (isBare && name === bare ? at : join(at, name)));
    },
  );
}

/** Turns what a field reads into something else. */
export function mapped<T, U>(field: Field<T>, turn: (value: T, context: ReadContext) => U): Field<U> {
  return fieldOf(
    () => field.schema,
    (raw, at, context) => turn(field.read(raw, at, context), context),
  );
}

/** Names a schema, so that the JSON Schema defines it once. */
export function named<T>(id: string, field: Field<T>): Field<T> {
  return fieldOf(() => field.schema.meta({ ...field.schema.meta(), id }), field.read);
}

/** A field whose use needs other words than its type's. */
export function described<T>(doc: string, field: Field<T>): Field<T> {
  return fieldOf(() => field.schema.describe(doc), field.read);
}

/** The schema of a mapping; unknown fields come back as the list of the known ones. */
export function strict(shape: Shape): z.ZodObject {
  const names = Object.keys(shape);
  const schemas = Object.fromEntries(names.map((name) => [name, shape[name]?.schema ?? z.unknown()]));
  return z.strictObject(schemas, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? names.join(' ') : 'a mapping'),
  });
}

/** Reads each field of a mapping; `pointerOf` gives each its place. */
export function readShape<S extends Shape>(
  shape: S,
  record: ReadonlyMap<string, unknown>,
  at: string,
  context: ReadContext,
  pointerOf: (name: string) => string,
): Entry<S> {
  const fields = Object.entries(shape).map(([name, field]) => [
    name,
    field.read(record.get(name), pointerOf(name), context),
  ]);
  return { ...Object.fromEntries(fields), pointer: at };
}

function countAccepted(min: number, max: number): string {
  if (max === 1000) return min <= 1 ? 'at least one item' : `at least ${min} items`;
  return min === 0 ? `at most ${max} items` : `${min} to ${max} items`;
}

function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null;
}
