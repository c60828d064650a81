import { isDeepStrictEqual } from 'node:util';
import { YAMLException } from 'js-yaml';
import { type ParsedYaml, parseYaml } from './parse-yaml.js';

/** What became of an edit: the whole new text of the outline, or why it was not made, as a sentence. */
export type EditedOutline =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly reason: string };

/** An outline that YAML can read. */
export type ReadYaml = Extract<ParsedYaml, { ok: true }>;

/** A text as YAML reads it; null where it does not. */
export function readYaml(source: string): ReadYaml | null {
  try {
    const parsed = parseYaml(new TextEncoder().encode(source), '');
    return parsed.ok ? parsed : null;
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

/** Edits an outline that can be read; places are counted behind the byte order mark, which stays. */
export function editYaml(
  source: string,
  edit: (text: string, read: ReadYaml) => EditedOutline,
): EditedOutline {
  const mark = source.startsWith('\ufeff') ? '\ufeff' : '';
  const text = source.slice(mark.length);
  const read = readYaml(text);
  if (!read) return { ok: false, reason: 'The outline cannot be read as it is now.' };
  const edited = edit(text, read);
  return edited.ok ? { ok: true, source: mark + edited.source } : edited;
}

/** The first of several new texts that reads as it should; null where none does. */
export function readingAs(
  candidates: Iterable<string>,
  expected: unknown,
  comparable: (value: unknown) => unknown = (value) => value,
): string | null {
  for (const candidate of candidates) {
    const read = readYaml(candidate);
    if (read && isDeepStrictEqual(comparable(read.value), expected)) return candidate;
  }
  return null;
}
