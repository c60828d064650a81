import type { View, ViewValue } from '../deck/deck.js';
import { isMappedText, type MappedText } from '../outline/mapped-text.js';
import { escapeInline, escapeText, oneLine } from './escape.js';
import type { SourceMap } from './markers.js';

/** What Handlebars gets: every string is Markdown that is already safe. */
export type SafeValue =
  | string
  | number
  | boolean
  | null
  | readonly SafeValue[]
  | { readonly [key: string]: SafeValue };

/** Writes one text as safe Markdown with its marker before it. */
export function writeText(text: MappedText, map: SourceMap): string {
  if (text.form === 'markdown') return text.text;
  const body = text.form === 'inline' ? escapeInline(text.text) : escapeText(oneLine(text.text));
  return text.at === null || body === '' ? body : map.mark(text.at) + body;
}

/** Makes a view safe for templates, value by value. */
export function safeView(view: View, map: SourceMap): { readonly [key: string]: SafeValue } {
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, safeValue(value, map)]));
}

function safeValue(value: ViewValue, map: SourceMap): SafeValue {
  if (typeof value === 'string') return escapeText(oneLine(value));
  if (value === null || typeof value !== 'object') return value;
  if (isMappedText(value)) return writeText(value, map);
  if (isList(value)) return value.map((item) => safeValue(item, map));
  return safeView(value, map);
}

function isList(value: object): value is readonly ViewValue[] {
  return Array.isArray(value);
}
