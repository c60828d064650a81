import { SCALAR_STYLE } from 'js-yaml';
import { type EditedOutline, editYaml, type ReadYaml, readingAs } from './edited-outline.js';
import { valueAt, withValueAt } from './pointed.js';
import type { ScalarPlace } from './positions.js';

/**
 * Gives a text of an outline other words and leaves every other byte as it was: comments, order, quoting, line ends. Words that stay keep
 * the line breaks and escapes that they are written with; a style that cannot hold the new words gives way to quotes. An edit is made
 * only where the outline then reads as before but for this one value.
 */
export function editScalar(source: string, pointer: string, words: string): EditedOutline {
  return editYaml(source, (text, read) => editText(text, read, pointer, words));
}

function editText(
  source: string,
  { value, positions }: ReadYaml,
  pointer: string,
  words: string,
): EditedOutline {
  const place = positions.scalar(pointer);
  if (!place)
    return {
      ok: false,
      reason: 'Nothing is written at this place: the text comes from elsewhere, or was made.',
    };
  const was = valueAt(value, pointer);
  const tail = typeof was === 'string' ? (/\n*$/u.exec(was)?.[0] ?? '') : '';
  const now = words.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '') + tail;
  if (String(was) === now) return { ok: true, source };
  const ways = candidates(source, place, String(was ?? ''), now);
  const written = ways.map(({ from, to, text }) => source.slice(0, from) + text + source.slice(to));
  const edited = readingAs(written, withValueAt(value, pointer, now), (read) => loose(read, pointer));
  if (edited !== null) return { ok: true, source: edited };
  return {
    ok: false,
    reason: 'This text stands in several places of the outline, or YAML cannot hold the new one there.',
  };
}

/** A stretch of the source with other words in it. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Ways of writing the new text, the nearest to the old one first. */
function candidates(source: string, place: ScalarPlace, was: string, now: string): readonly Replacement[] {
  const { start, end, style } = place;
  const raw = source.slice(start, end);
  const inside = (text: string | null) => (text === null ? [] : [{ from: start, to: end, text }]);
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  const outer = isQuoted ? { from: start - 1, to: end + 1 } : { from: start, to: end };
  const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
  const written = inside(patched(raw, was, now, (word) => encoders[style]?.(word) ?? word));
  if (isBlock) return [...written, ...inside(blockOf(raw, now, style === SCALAR_STYLE.FOLDED_BLOCK, source))];
  const plain = style === SCALAR_STYLE.PLAIN && !now.includes('\n') ? [{ ...outer, text: now }] : [];
  const single = now.includes('\n') ? [] : [{ ...outer, text: `'${now.replace(/'/gu, "''")}'` }];
  const double = { ...outer, text: JSON.stringify(now) };
  return [
    ...written,
    ...plain,
    ...(style === SCALAR_STYLE.DOUBLE_QUOTED ? [double, ...single] : [...single, double]),
  ];
}

/** How a word is written within quotes. */
const encoders: Readonly<Record<number, (word: string) => string>> = {
  [SCALAR_STYLE.SINGLE_QUOTED]: (word) => word.replace(/'/gu, "''"),
  [SCALAR_STYLE.DOUBLE_QUOTED]: (word) => JSON.stringify(word).slice(1, -1),
};

/** The text as it is written, with the words between the first and the last difference replaced; null where words do not line up. */
function patched(raw: string, was: string, now: string, encode: (word: string) => string): string | null {
  const written = [...raw.matchAll(/(\s*)(\S+)/gu)].map(([, gap = '', word = '']) => ({ gap, word }));
  const [old, next] = [wordsOf(was), wordsOf(now)];
  if (written.length !== old.length || next.length === 0) return null;
  let head = 0;
  while (head < Math.min(old.length, next.length) && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, next.length) - head && old.at(-1 - tail) === next.at(-1 - tail))
    tail += 1;
  const put = next.slice(head, next.length - tail).map((word, index) => ({
    gap: index === 0 ? (written[head]?.gap ?? ' ') : ' ',
    word: encode(word),
  }));
  const kept = written.slice(written.length - tail);
  // The first word of all stands behind the indentation of its block.
  const after =
    head + put.length === 0
      ? kept.map((each, index) => (index === 0 ? { ...each, gap: written[0]?.gap ?? '' } : each))
      : kept;
  const ending = /\s*$/u.exec(raw)?.[0] ?? '';
  return [...written.slice(0, head), ...put, ...after].map(({ gap, word }) => gap + word).join('') + ending;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** A block scalar's lines, indented as those that it had; folded ones need an empty line where a line ends. */
function blockOf(raw: string, now: string, isFolded: boolean, source: string): string {
  const indent = /^[ \t]*(?=\S)/mu.exec(raw)?.[0] ?? '';
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const ending = /(?:\r?\n)*$/u.exec(raw)?.[0] ?? '';
  const lines = now
    .replace(/\n+$/u, '')
    .split('\n')
    .map((line) => (line ? indent + line : ''));
  return lines.join(isFolded ? end + end : end) + ending;
}

/** A number that was edited may read as a number again. */
function loose(value: unknown, pointer: string): unknown {
  const read = valueAt(value, pointer);
  return withValueAt(value, pointer, typeof read === 'number' ? String(read) : read);
}
