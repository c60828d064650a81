import type * as z from 'zod';
import type { MappedText } from '../mapped-text.js';

/** What a statement is; null where the outline does not say. */
export type Basis = 'fact' | 'position' | 'judgement' | 'assumption';

/** What an id can name; `link` is an actor or a source, `party` an actor. */
export type Target = 'source' | 'party' | 'actor' | 'link' | 'slide' | 'option' | 'term';

/** An id used somewhere in the outline. */
export interface Use {
  readonly target: Target;
  readonly id: string;
  readonly at: string;
}

/** An id given to something in the outline. */
export interface Declaration {
  readonly what: 'slide' | 'statement' | 'stage' | 'option';
  readonly id: string;
  readonly at: string;
}

/** Lower and upper figure of a likelihood word, in percent. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** What fields need to know of the rest of the outline while they are read. */
export interface ReadContext {
  /** Basis of the slide that is being read: what its statements have that name none. */
  readonly basis: Basis | null;
  /** A number as it is written, such as `4.50`; null where the file holds something else there. */
  numberAt(pointer: string): string | null;
  /** An entry of `actors` as written; null where there is none. */
  rawActor(id: string): { readonly raw: unknown; readonly at: string } | null;
  actorName(id: string): MappedText | null;
  /** The short name of a source: what chains print. */
  sourceName(id: string): MappedText | null;
  /** The band of a likelihood word on the outline's scale. */
  band(word: string): Band | null;
  use(use: Use): void;
  declare(declaration: Declaration): void;
}

/**
 * One field of the format: what the schema says of it and how its value gets into the Brief.
 * `read` is called on checked values; on others it must not throw, for ids are collected from a faulty outline too.
 */
export interface Field<T> {
  readonly schema: z.ZodType;
  read(raw: unknown, at: string, context: ReadContext): T;
}

/** A field whose schema is made when it is first asked for: of the thirty kinds' hundreds of fields a deck uses few. */
export function fieldOf<T>(makeSchema: () => z.ZodType, read: Field<T>['read']): Field<T> {
  let made: z.ZodType | null = null;
  return {
    get schema() {
      made ??= makeSchema();
      return made;
    },
    read,
  };
}

/** The fields of a mapping by name. */
export type Shape = { readonly [name: string]: Field<unknown> };

/** What a field becomes in the Brief. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** What the fields of a mapping become in the Brief. */
export type ValuesOf<S extends Shape> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** Extends a JSON Pointer by one step (RFC 6901). */
export function join(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A mapping's own entries; nothing where the value is no mapping. */
export function asRecord(raw: unknown): ReadonlyMap<string, unknown> {
  return new Map(isMapping(raw) ? Object.entries(raw) : []);
}

/** A list's items; none where the value is no list. */
export function asList(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

/** Tells a mapping from a list, a scalar and null. */
export function isMapping(raw: unknown): raw is { readonly [key: string]: unknown } {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
