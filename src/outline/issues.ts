import type * as z from 'zod';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { join } from './fields/field.js';
import type { Positions } from './positions.js';
import { suggest } from './suggest.js';

type Issue = z.core.$ZodIssue;

/** Where findings are made: the file and the places in it. */
export interface Place {
  readonly file: string;
  readonly positions: Positions;
  /** Pointer that the checked value stands at. */
  readonly at: string;
}

/** Turns what a schema found into findings, each with its place. */
export function issuesToDiagnostics(issues: readonly Issue[], value: unknown, place: Place): readonly Diagnostic[] {
  return issues.flatMap((issue) => issueToDiagnostics(issue, valueAt(value, issue.path), place));
}

function issueToDiagnostics(issue: Issue, value: unknown, place: Place): readonly Diagnostic[] {
  const pointer = issue.path.reduce<string>((at, key) => join(at, String(key)), place.at);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, issue.message.split(' '), pointer, place));
  if (issue.code === 'invalid_union') {
    const inner = innerIssues(issue, value);
    if (inner) return inner.flatMap((each) => issueToDiagnostics({ ...each, path: [] }, valueAt(value, each.path), { ...place, at: each.path.reduce<string>((at, key) => join(at, String(key)), pointer) }));
  }
  const name = nameOf(pointer);
  if (value === undefined) {
    const position = place.positions.value(pointer.slice(0, pointer.lastIndexOf('/')));
    return [diagnostic('SCHEMA-3', `The field ${name} is missing; accepted is ${issue.message}.`, { file: place.file, pointer, ...position })];
  }
  const hint = typeof value === 'number' && /text/u.test(issue.message) ? `Put it in quotes: "${value}".` : wordHint(value, issue.message);
  const message = `${name} is ${show(value)}; accepted is ${issue.message}.`;
  return [diagnostic('SCHEMA-2', message, { file: place.file, pointer, ...place.positions.value(pointer), hint })];
}

/** Of a short form and a mapping, the author meant the one whose shape was written. */
function innerIssues(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): readonly Issue[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const branch = issue.errors.find((errors) => errors.every((error) => error.path.length > 0 || error.code === 'unrecognized_keys'));
  return branch && branch.length > 0 ? branch : null;
}

function unknownField(key: string, known: readonly string[], pointer: string, place: Place): Diagnostic {
  const near = suggest(key, known);
  const at = join(pointer, key);
  const hint = near ? `Did you mean \`${near}\`?` : `Known fields: ${known.join(', ')}.`;
  return diagnostic('SCHEMA-1', `There is no field \`${key}\` here.`, { file: place.file, pointer: at, ...place.positions.key(at), hint });
}

function wordHint(value: unknown, accepted: string): string | null {
  const words = [...accepted.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
  const near = typeof value === 'string' ? suggest(value, words) : null;
  return near ? `Did you mean \`${near}\`?` : null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
}

/** The last field of a pointer with the number of its item: "points[2]". */
function nameOf(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  const last = steps.at(-1) ?? 'the outline';
  return /^\d+$/u.test(last) ? `\`${steps.at(-2) ?? ''}[${last}]\`` : `\`${last}\``;
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  return typeof value === 'string' ? `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"` : text;
}
