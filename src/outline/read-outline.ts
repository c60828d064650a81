import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief } from './brief.js';
import { checkAgreement } from './check-agreement.js';
import { checkIds } from './check-ids.js';
import { checkMarkings } from './check-markings.js';
import { checkShape, type OwnKinds } from './check-shape.js';
import { type Collected, contextOf } from './context.js';
import { parseYaml } from './parse-yaml.js';
import type { Positions } from './positions.js';
import { readBrief } from './read-brief.js';

/** What became of an outline; `brief` is null when a finding of form stands against it. */
export interface ReadOutline {
  readonly brief: Brief | null;
  readonly positions: Positions | null;
  /** The file's text, for showing lines; null where it is no text. */
  readonly source: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an outline: bytes in, a complete Brief and all findings out, sorted by place.
 * `ownKinds` are the kinds that templates of the user's own add: their names, or names with the JSON Schema of each or null.
 * A built-in kind keeps its fields whoever draws it.
 */
export function readOutline(
  bytes: Uint8Array,
  file: string,
  ownKinds: readonly string[] | OwnKinds = [],
): ReadOutline {
  const parsed = parseYaml(bytes, file);
  if (!parsed.ok) {
    return { brief: null, positions: null, source: parsed.source, diagnostics: parsed.diagnostics };
  }
  const { value, positions, source } = parsed;
  const collected: Collected = { uses: [], declarations: [] };
  const brief = readBrief(value, contextOf(value, positions, collected));
  const shape = checkShape(value, file, positions, namedKinds(ownKinds));
  const faults = [
    ...shape,
    ...checkIds(brief, collected, file, positions),
    ...checkAgreement(brief, shape, file, positions),
    ...(shape.length === 0 ? checkMarkings(brief, file, positions) : []),
  ].toSorted(byPlace);
  if (faults.length > 0) return { brief: null, positions, source, diagnostics: faults };
  return { brief, positions, source, diagnostics: brief.language === null ? [noLanguage(file)] : [] };
}

function namedKinds(kinds: readonly string[] | OwnKinds): OwnKinds {
  const entries: readonly (readonly [string, unknown])[] =
    kinds instanceof Map ? [...kinds] : [...kinds].map((name) => [String(name), null] as const);
  return new Map(entries.filter(([name]) => !name.startsWith('_')));
}

function noLanguage(file: string): Diagnostic {
  const hint = 'Write `language: en`, or the brief’s own language.';
  return diagnostic('LANG-1', 'No `language` is given; English is taken.', {
    file,
    line: 1,
    column: 1,
    hint,
  });
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
