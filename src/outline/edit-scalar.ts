import { isDeepStrictEqual } from 'node:util';
import { SCALAR_STYLE, YAMLException } from 'js-yaml';
import { parseYaml } from './parse-yaml.js';
import type { ScalarPlace } from './positions.js';

/** What became of an edit: the whole new text of the outline, or why it was not made, as a sentence. */
export type EditedOutline =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Gives a text of an outline other words and leaves every other byte as it was: comments, order, quoting, line ends. Words that stay keep
 * the line breaks and escapes that they are written with; a style that cannot hold the new words gives way to quotes. An edit is made
 * only where the outline then reads as before but for this one value.
 */
export function editScalar(source: string, pointer: string, words: string): EditedOutline {
  // Places are counted behind the byte order mark.
  const mark = source.startsWith('\ufeff') ? '\ufeff' : '';
  const edited = editText(source.slice(mark.length), pointer, words);
  return edited.ok ? { ok: true, source: mark + edited.source } : edited;
}

function editText(source: string, pointer: string, words: string): EditedOutline {
  const old = valuesOf(source);
  if (!old) return { ok: false, reason: 'The outline cannot be read as it is now.' };
  const place = old.positions.scalar(pointer);
  if (!place)
    return {
      ok: false,
      reason: 'Nothing is written at this place: the text comes from elsewhere, or was made.',
    };
  const was = at(old.value, pointer);
  const tail = typeof was === 'string' ? (/\n*$/u.exec(was)?.[0] ?? '') : '';
  const now = words.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '') + tail;
  if (String(was) === now) return { ok: true, source };
  const expected = replaced(old.value, pointer, now);
  for (const { from, to, text } of candidates(source, place, String(was ?? ''), now)) {
    const edited = source.slice(0, from) + text + source.slice(to);
    const read = valuesOf(edited);
    if (read && isDeepStrictEqual(loose(read.value, pointer), expected)) return { ok: true, source: edited };
  }
  return {
    ok: false,
    reason: 'This text stands in several places of the outline, or YAML cannot hold the new one there.',
  };
}

function valuesOf(source: string) {
  try {
    const parsed = parseYaml(new TextEncoder().encode(source), '');
    return parsed.ok ? parsed : null;
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
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

/** Lists and mappings on the way down a pointer, and what it names. */
function at(value: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(
    (here, step) => (Array.isArray(here) ? here[Number(step)] : fieldOf(here, step)),
    value,
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** A copy with another value at a pointer. */
function replaced(value: unknown, pointer: string, now: unknown): unknown {
  const [step, ...rest] = stepsOf(pointer);
  if (step === undefined) return now;
  const below = rest.map((each) => `/${each.replace(/~/gu, '~0').replace(/\//gu, '~1')}`).join('');
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === step ? replaced(each, below, now) : each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    key === step ? replaced(each, below, now) : each,
  ]);
  return Object.fromEntries(entries);
}

/** A number that was edited may read as a number again. */
function loose(value: unknown, pointer: string): unknown {
  const read = at(value, pointer);
  return typeof read === 'number' ? replaced(value, pointer, String(read)) : replaced(value, pointer, read);
}

function stepsOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replace(/~1/gu, '/').replace(/~0/gu, '~'));
}
