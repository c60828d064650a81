import type * as z from 'zod';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { startHint } from './decode.js';
import { join } from './fields/field.js';
import type { Positions } from './positions.js';
import { suggest, suggestField } from './suggest.js';

type Issue = z.core.$ZodIssue;

/** Where findings are made: the file and the places in it. */
export interface Place {
  readonly file: string;
  readonly positions: Positions;
  /** Pointer that the checked value stands at. */
  readonly at: string;
}

/** Turns what a schema found into findings, each with its place. */
export function issuesToDiagnostics(
  issues: readonly Issue[],
  value: unknown,
  place: Place,
): readonly Diagnostic[] {
  const found = issues.flatMap((issue) => issueToDiagnostics(issue, valueAt(value, issue.path), place));
  const meant = new Set(found.map(({ pointer, hint }) => meantPointer(pointer, hint)));
  // A mistyped field is missing too, which is one mistake and not two.
  const apart = found.filter(({ code, pointer }) => code !== 'SCHEMA-3' || !meant.has(pointer));
  // A union and the check behind it may both refuse the same value in the same words.
  return [...new Map(apart.map((finding) => [`${finding.pointer} ${finding.message}`, finding])).values()];
}

function meantPointer(pointer: string | null, hint: string | null): string | null {
  const word = /^Did you mean `(.*)`\?$/u.exec(hint ?? '')?.[1];
  return pointer !== null && word !== undefined ? join(parentOf(pointer), word) : null;
}

function issueToDiagnostics(issue: Issue, value: unknown, place: Place): readonly Diagnostic[] {
  const pointer = pointerOf(issue.path, place.at);
  const known = issue.message.startsWith('Unrecognized') ? [] : issue.message.split(' ');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(key, known, pointer, place));
  if (issue.code === 'invalid_union' && isContainer(value)) {
    const inner = meantBranch(issue);
    if (inner)
      return inner.flatMap((each) =>
        issueToDiagnostics(each, valueAt(value, each.path), { ...place, at: pointer }),
      );
  }
  if (issue.code === 'invalid_key') return [badKey(issue.issues[0]?.message ?? 'a text', pointer, place)];
  // Schemas of the user's own kinds speak in the library's words.
  const accepted = issue.message.replace(/^Invalid input: expected (\w+).*$/u, 'a value of the type `$1`');
  return [value === undefined ? missing(accepted, pointer, place) : wrong(accepted, value, pointer, place)];
}

/** Of a short form and a mapping, the author meant the one whose shape was written. */
function meantBranch(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] | null {
  const isInside = ({ path, code }: Issue): boolean => path.length > 0 || code === 'unrecognized_keys';
  return issue.errors.find((errors) => errors.length > 0 && errors.every(isInside)) ?? null;
}

/** Names of fields that no one meant as such. */
const slips: readonly { readonly when: RegExp; readonly hint: string }[] = [
  { when: /^<<$/u, hint: 'Merge keys are not accepted; write the fields out.' },
  {
    when: /\s/u,
    hint: 'If this is part of a text: inside `{…}` and `[…]` a comma ends a text that is not in quotes.',
  },
];

function unknownField(key: string, known: readonly string[], parent: string, place: Place): Diagnostic {
  const pointer = join(parent, key);
  const near = suggestField(key, known);
  const slip = slips.find(({ when }) => when.test(key))?.hint;
  const hint = slip ?? (near ? `Did you mean \`${near}\`?` : knownFields(known));
  const at = { file: place.file, pointer, ...place.positions.key(pointer), hint };
  return diagnostic('SCHEMA-1', `There is no field \`${key}\` here.`, at);
}

function knownFields(known: readonly string[]): string | null {
  return known.length > 0 ? `Known fields: ${known.join(', ')}.` : null;
}

function missing(accepted: string, pointer: string, { file, positions }: Place): Diagnostic {
  const at = { file, pointer, ...positions.value(parentOf(pointer)) };
  return diagnostic('SCHEMA-3', `The field ${nameOf(pointer)} is missing; accepted is ${accepted}.`, at);
}

function badKey(accepted: string, pointer: string, { file, positions }: Place): Diagnostic {
  const at = { file, pointer, ...positions.key(pointer) };
  return diagnostic('SCHEMA-2', `The name ${nameOf(pointer)} is not accepted; accepted is ${accepted}.`, at);
}

function wrong(accepted: string, value: unknown, pointer: string, { file, positions }: Place): Diagnostic {
  const message = `${nameOf(pointer)} is ${show(value)}; accepted is ${accepted}.`;
  const hint = pointer === '' ? startHint : hintFor(accepted, value, positions.written(pointer));
  return diagnostic('SCHEMA-2', message, { file, pointer, ...positions.value(pointer), hint });
}

function hintFor(accepted: string, value: unknown, written: string | null): string | null {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (isScalar && /^a list/u.test(accepted)) return `Write it as a list: \`[${written ?? String(value)}]\`.`;
  if (isScalar && typeof value !== 'string' && /^a text/u.test(accepted)) {
    return `Put it in quotes: \`"${written ?? String(value)}"\`.`;
  }
  const words = [...accepted.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
  // A date is not another date mistyped.
  const near = typeof value === 'string' && /[a-z]/iu.test(value) ? suggest(value, words) : null;
  return near && near !== value ? `Did you mean \`${near}\`?` : null;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isContainer(at) && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );
}

function pointerOf(path: readonly PropertyKey[], at: string): string {
  return path.reduce<string>((pointer, key) => join(pointer, String(key)), at);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last field of a pointer with the number of its item: `points[2]`. */
function nameOf(pointer: string): string {
  const [last, before] = pointer.split('/').slice(1).map(plainStep).toReversed();
  if (last === undefined) return 'The outline';
  return before !== undefined && /^\d+$/u.test(last) ? `\`${before}[${last}]\`` : `\`${last}\``;
}

function plainStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  if (typeof value !== 'string') return text;
  return text.trim() === '' ? 'an empty text' : `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
