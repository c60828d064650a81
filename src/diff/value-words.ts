import { isMappedText } from '../outline/mapped-text.js';

/** A thing with fields, as a Brief holds it. */
export type Fields = { readonly [name: string]: unknown };

/** Tells mappings from texts, lists, maps and single values. */
export function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    !isMappedText(value)
  );
}

/** The words of a value as people would write it in one line; null for nothing. */
export function wordsOfValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (isMappedText(value)) return oneLine(value.text);
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => wordsOfValue(each) ?? '').join('; ');
  if (value instanceof Map) return wordsOfValue([...value.keys()]);
  if (isFields(value)) return wordsOfFields(value);
  return String(value);
}

/** A text in one line: how it is folded in YAML is no difference. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The fields that say what a thing is, in the order in which they are asked. */
const telling = [
  'text',
  'headline',
  'name',
  'claim',
  'label',
  'mark',
  'word',
  'title',
  'source',
  'slide',
  'id',
  'file',
] as const;

function wordsOfFields(fields: Fields): string | null {
  const named = telling.map((name) => wordsOfValue(fields[name])).find((words) => words !== null);
  if (named !== undefined) return named;
  return Array.isArray(fields.cells) ? wordsOfValue(fields.cells) : null;
}

/** Everything that a thing says, for telling how alike two things are. */
export function allWords(value: unknown): string {
  if (isMappedText(value)) return oneLine(value.text);
  if (Array.isArray(value)) return value.map(allWords).join(' ');
  return isFields(value) ? Object.values(value).map(allWords).join(' ') : '';
}

/** The place of a thing in its outline; null for what does not know it. */
export function pointerOf(value: unknown): string | null {
  if (isMappedText(value)) return value.at;
  return isFields(value) && typeof value.pointer === 'string' ? value.pointer : null;
}
