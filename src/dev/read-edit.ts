import type { OutlineEdit } from './outline-edit.js';

/** The edit that a page sent; null where it is none. */
export function readEdit(value: unknown): OutlineEdit | null {
  if (typeof value !== 'object' || value === null || !('what' in value)) return null;
  if (value.what === 'text') return readText(value);
  if (value.what === 'move' && 'from' in value && 'to' in value)
    return isPlace(value.from) && isPlace(value.to) ? { what: 'move', from: value.from, to: value.to } : null;
  if (value.what !== 'hide' || !('slide' in value) || !('hidden' in value)) return null;
  const { slide, hidden } = value;
  return isPlace(slide) && typeof hidden === 'boolean' ? { what: 'hide', slide, hidden } : null;
}

function readText(value: object): OutlineEdit | null {
  if (!('pointer' in value) || !('was' in value) || !('now' in value)) return null;
  const { pointer, was, now } = value;
  return typeof pointer === 'string' && typeof was === 'string' && typeof now === 'string'
    ? { what: 'text', pointer, was, now }
    : null;
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
