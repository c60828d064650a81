import * as z from 'zod';
import type { MappedText } from '../mapped-text.js';
import { isCalendarDate } from './calendar.js';
import { type Field, fieldOf } from './field.js';

const notEmpty = () => z.string({ error: 'a text' }).regex(/\S/, { error: 'a text that is not empty' });

/** A displayed text in which a small part of Markdown is obeyed. */
export function text(doc: string): Field<MappedText> {
  return fieldOf(
    () => notEmpty().describe(doc),
    (raw, at) => ({ text: asString(raw), at, form: 'inline' }),
  );
}

/** A displayed text in which every character stands for itself. */
export function plainText(doc: string): Field<MappedText> {
  return fieldOf(
    () => notEmpty().describe(doc),
    (raw, at) => ({ text: asString(raw), at, form: 'plain' }),
  );
}

/** A string that is not displayed as it stands: a path, an address. */
export function plain(doc: string): Field<string> {
  return fieldOf(() => notEmpty().describe(doc), asString);
}

/** A text, or a number exactly as it is written. */
export function shortOrNumber(doc: string): Field<MappedText> {
  return fieldOf(
    () => z.union([notEmpty(), z.number()], { error: 'a text or a number' }).describe(doc),
    (raw, at, context) => ({ text: asFigure(raw, context.numberAt(at)), at, form: 'inline' }),
  );
}

/** One word of a list. */
export function oneOf<const W extends string>(doc: string, words: readonly [W, ...W[]]): Field<W> {
  return fieldOf(
    () => z.enum(words, { error: listed(words) }).describe(doc),
    (raw) => words.find((word) => word === raw) ?? words[0],
  );
}

/** `true` or `false`. */
export function yesNo(doc: string): Field<boolean> {
  return fieldOf(
    () => z.boolean({ error: '`true` or `false`' }).describe(doc),
    (raw) => raw === true,
  );
}

/** `true`, `false`; false when absent. */
export function flag(doc: string, otherwise = false): Field<boolean> {
  return fieldOf(
    () => z.boolean({ error: '`true` or `false`' }).nullish().describe(doc),
    (raw) => (typeof raw === 'boolean' ? raw : otherwise),
  );
}

/** A whole number within bounds. */
export function whole(doc: string, from: number, to: number): Field<number> {
  const error = `a whole number from ${from} to ${to}`;
  return fieldOf(() => z.int({ error }).min(from, { error }).max(to, { error }).describe(doc), asNumber);
}

/** A number within bounds. */
export function number(doc: string, from: number, to: number): Field<number> {
  const error = `a number from ${from} to ${to}`;
  return fieldOf(() => z.number({ error }).min(from, { error }).max(to, { error }).describe(doc), asNumber);
}

/** A day, month or year of the calendar as `2017-11-27`, `2017-11` or `2017`. */
export function date(doc: string): Field<string> {
  const error = 'a date of the calendar: `2017`, `2017-11` or `2017-11-27`';
  return fieldOf(
    () => {
      const written = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error });
      const year = z.int().min(1000, { error }).max(9999, { error });
      return z
        .union([written, year], { error })
        .refine((value) => isCalendarDate(String(value)), { error })
        .describe(doc);
    },
    (raw) => (typeof raw === 'number' ? String(raw) : asString(raw)),
  );
}

/** A string of a given form, such as a colour; `accepted` is what a message calls it. */
export function formed(doc: string, form: RegExp, accepted: string): Field<string> {
  return fieldOf(
    () => z.string({ error: accepted }).regex(form, { error: accepted }).describe(doc),
    asString,
  );
}

/** The form of ids, also of those that are keys of a mapping. */
export const idForm = /^[A-Za-z0-9][\w.-]*$/;

/** What a message calls an id. */
export const idAccepted = 'an id of letters, digits, `.`, `_` and `-`';

/** A colour as `#RRGGBB`. */
export function colour(doc: string): Field<string> {
  return formed(doc, /^#[0-9A-Fa-f]{6}$/, 'a colour as `"#RRGGBB"`, quoted');
}

/** A BCP 47 language tag. */
export function language(doc: string): Field<string> {
  const accepted = 'a language tag such as `en`, `en-GB` or `ar`';
  return formed(doc, /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, accepted);
}

/** An address that a reader can open. */
export function address(doc: string): Field<string> {
  return formed(doc, /^https?:\/\/[^\s<>"]+$/i, 'an address that starts with `https://` or `http://`');
}

/** Words as a message lists them. */
export function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function asString(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

function asNumber(raw: unknown): number {
  return typeof raw === 'number' ? raw : 0;
}

function asFigure(raw: unknown, written: string | null): string {
  return typeof raw === 'number' ? (written ?? String(raw)) : asString(raw);
}
