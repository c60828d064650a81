import { type EditedOutline, editYaml, type ReadYaml, readingAs } from './edited-outline.js';
import { listedItems } from './listed-items.js';
import { valueAt, withValueAt } from './pointed.js';
import { lineStarts } from './positions.js';

const notListed = 'The slides are not written as a list with a `-` for each: move them in the file.';

/**
 * Puts a slide at another place, both counted from 0 in the outline's `slides`. Its lines move as they are written, with the comments
 * above it; the empty lines between slides stay where they are.
 */
export function moveSlide(source: string, from: number, to: number): EditedOutline {
  return editYaml(source, (text, read) => {
    const slides = slidesOf(read);
    if (!inRange(slides, from) || !inRange(slides, to)) return noSlide(from, to, slides.length);
    const items = listedItems(text, '/slides', slides.length, read.positions);
    if (!items) return { ok: false, reason: notListed };
    const bodies = moved(
      items.map((item) => text.slice(item.from, item.to)),
      from,
      to,
    );
    const gaps = items.map((item, index) => text.slice(item.to, items[index + 1]?.from ?? item.to));
    const list = bodies.map((body, index) => body + (gaps[index] ?? '')).join('');
    const edited = text.slice(0, items[0]?.from) + list + text.slice(items.at(-1)?.to);
    const expected = withValueAt(read.value, '/slides', moved(slides, from, to));
    return sure([edited], expected, 'YAML would read the outline otherwise with this slide there.');
  });
}

/** Hides a slide of the outline, counted from 0, or shows it again: one line or one word is written or taken out. */
export function hideSlide(source: string, index: number, isHidden: boolean): EditedOutline {
  return editYaml(source, (text, read) => {
    const slides = slidesOf(read);
    if (!inRange(slides, index)) return noSlide(index, index, slides.length);
    const slide = slides[index];
    if (typeof slide !== 'object' || slide === null)
      return { ok: false, reason: 'This slide has no fields: hide it in the file.' };
    const { hidden = false, ...rest } = { hidden: false, ...slide };
    if (hidden === isHidden) return { ok: true, source: text };
    const at = `/slides/${index}`;
    const put = (now: object) => withValueAt(read.value, at, now);
    const ways = isHidden || !('hidden' in slide) ? written(text, read, at) : removed(text, read, at);
    const reason = 'YAML would read the outline otherwise with this change: make it in the file.';
    const set = sure(replaced(text, read, at, isHidden), put({ ...slide, hidden: isHidden }), reason);
    if (isHidden) return 'hidden' in slide ? set : sure(ways, put({ ...slide, hidden: true }), reason);
    const out = sure(ways, put(rest), reason);
    return out.ok ? out : set;
  });
}

function slidesOf({ value }: ReadYaml): readonly unknown[] {
  const slides = valueAt(value, '/slides');
  return Array.isArray(slides) ? slides : [];
}

function inRange(slides: readonly unknown[], index: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < slides.length;
}

function noSlide(from: number, to: number, count: number): EditedOutline {
  return {
    ok: false,
    reason: `The outline has ${count} slides; there is no place ${Math.max(from, to) + 1}.`,
  };
}

function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, ...items.slice(from, from + 1));
}

/** The first way that reads as expected. Keys of mappings may stand in another order. */
function sure(ways: readonly string[], expected: unknown, reason: string): EditedOutline {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));
  const source = readingAs(ways, plain(expected), plain);
  return source === null ? { ok: false, reason } : { ok: true, source };
}

/** `hidden: true` as the first field: on a line of its own, or within braces. */
function written(text: string, { positions }: ReadYaml, at: string): readonly string[] {
  const offset = offsetOf(text, positions.value(at));
  const column = positions.value(at).column - 1;
  const space = /^\{(\s*)/u.exec(text.slice(offset))?.[1] ?? '';
  const within = `hidden: true,${space.includes('\n') ? space : ' '}`;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const put = (place: number, words: string) => text.slice(0, place) + words + text.slice(place);
  return [put(offset, `hidden: true${end}${' '.repeat(column)}`), put(offset + 1 + space.length, within)];
}

/** Without the field: its line, or what stands of it on a line with others. */
function removed(text: string, { positions }: ReadYaml, at: string): readonly string[] {
  const start = offsetOf(text, positions.key(`${at}/hidden`));
  const value = positions.scalar(`${at}/hidden`)?.end ?? start;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', value) === -1 ? text.length : text.indexOf('\n', value) + 1;
  const next = value + (/^[ \t]*(?:,|\r?\n)\s*/u.exec(text.slice(value))?.[0].length ?? 0);
  const comma = /,\s*$/u.exec(text.slice(0, start))?.[0].length;
  const without = (from: number, to: number) => text.slice(0, from) + text.slice(to);
  const isAlone = text.slice(lineStart, start).trim() === '';
  return [
    ...(isAlone ? [without(lineStart, lineEnd)] : []),
    ...(comma === undefined ? [] : [without(start - comma, value)]),
    without(start, next),
  ];
}

/** The field with the other value. */
function replaced(text: string, { positions }: ReadYaml, at: string, now: boolean): readonly string[] {
  const place = positions.scalar(`${at}/hidden`);
  return place ? [text.slice(0, place.start) + String(now) + text.slice(place.end)] : [];
}

function offsetOf(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  return (lineStarts(text)[line - 1] ?? 0) + column - 1;
}
