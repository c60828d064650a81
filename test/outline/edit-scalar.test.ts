import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { editScalar } from '../../src/outline/edit-scalar.js';
import { root } from '../cli/command.js';
import { resolve, stringsOf } from '../outputs/texts.js';

function edited(source: string, pointer: string, words: string): string {
  const result = editScalar(source, pointer, words);
  return result.ok ? result.source : `refused: ${result.reason}`;
}

/** Numbers that are always the same ones. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

const further = [
  'indeed',
  'a: b',
  '# no comment',
  "it's",
  '"so"',
  'x, y',
  '[z]',
  '{q}',
  '- dash',
  'трубопровод',
  '한국',
  '100 %',
  '*both*',
  '\\n',
  '`code`',
  '& and',
  '! now',
  '|',
  '>',
  '@home',
  'null',
  '3.0',
  '…',
];

/** A text with one word put in, taken out or replaced. */
function reworded(text: string, below: (limit: number) => number): string {
  const words = text.trim().split(/ +/u);
  const place = below(words.length);
  const word = further[below(further.length)] ?? '';
  const how = below(3);
  const rest =
    how === 0 || words.length < 3
      ? words.toSpliced(place, 0, word)
      : words.toSpliced(place, 1, ...(how === 1 ? [word] : []));
  return rest.join(' ').trim();
}

describe.each(['data/russia-north-korea.yaml', 'data/summer-time.yaml', 'test/outline/every-kind.yaml'])(
  '%s',
  (path) => {
    const source = readFileSync(join(root, path), 'utf8');
    const value = load(source);
    const texts = stringsOf(value);

    const edits = path.startsWith('data/russia') ? 200 : 50;

    test('random edits change one value and the lines that it is written on, and leave every other byte', () => {
      const below = random(path.length);
      const wrong: string[] = [];
      for (let count = 0; count < edits; count += 1) {
        const { pointer, text } = texts[below(texts.length)] ?? { pointer: '', text: '' };
        const words = reworded(text, below);
        const now = edited(source, pointer, words);
        const outside = stringsOf(now.startsWith('refused') ? null : load(now)).filter(
          (each) => each.text !== resolve(value, each.pointer),
        );
        const got = outside.map((each) => `${each.pointer}=${each.text.trimEnd()}`);
        if (words !== text.trimEnd() && got.join() !== `${pointer}=${words}`)
          wrong.push(`${pointer} > ${words}: ${got.join() || now.slice(0, 90)}`);
        if (!keepsTheRest(source, now, text)) wrong.push(`${pointer}: other bytes changed`);
      }
      expect(wrong).toEqual([]);
    }, 120_000);
  },
);

/** Whether what differs lies within a stretch not longer than the text and its quotes, breaks and indentation can be. */
function keepsTheRest(source: string, now: string, text: string): boolean {
  let head = 0;
  while (head < source.length && source[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < source.length - head && source.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const lost = source.slice(head, source.length - tail).replace(/\s+/gu, ' ');
  // What was there is a part of the text itself, but for its quotes and escapes.
  const bare = (each: string) => each.replace(/[\s'"\\]+/gu, '');
  return bare(text).includes(bare(lost));
}

describe('a text keeps its way of being written', () => {
  test.each([
    ['plain', 'a: one two # why\nb: 1\n', '/a', 'one three', 'a: one three # why\nb: 1\n'],
    [
      'plain over lines',
      'a: one two\n  three four\nb: 1\n',
      '/a',
      'one two 3 four',
      'a: one two\n  3 four\nb: 1\n',
    ],
    ['plain that needs quotes now', 'a: [one, two]\n', '/a/0', 'one, more', "a: ['one, more', two]\n"],
    ['single quotes', "a: 'it''s so' # why\n", '/a', "it's not so", "a: 'it''s not so' # why\n"],
    [
      'double quotes with escapes',
      'a: "one\\u2014two three"\n',
      '/a',
      'one—two "3"',
      'a: "one\\u2014two \\"3\\""\n',
    ],
    [
      'a literal block',
      'a: |\n  one\n  two\n\n  three\nb: 1\n',
      '/a',
      'one\nzwei\n\nthree',
      'a: |\n  one\n  zwei\n\n  three\nb: 1\n',
    ],
    [
      'a literal block with a line more',
      'a: |\n    one\n    two\nb: 1\n',
      '/a',
      'one\nmore\ntwo',
      'a: |\n    one\n    more\n    two\nb: 1\n',
    ],
    [
      'a folded block',
      'a: >-\n  one two\n  three\nb: 1\n',
      '/a',
      'one two four',
      'a: >-\n  one two\n  four\nb: 1\n',
    ],
    [
      'line ends of Windows',
      'a: |\r\n  one\r\n  two\r\nb: 1\r\n',
      '/a',
      'one\nmore\ntwo',
      'a: |\r\n  one\r\n  more\r\n  two\r\nb: 1\r\n',
    ],
    ['a number', 'a: 4.50\n', '/a', '4.75', 'a: 4.75\n'],
    ['a byte order mark and comments', '\ufeff# top\na: one\n', '/a', 'two', '\ufeff# top\na: two\n'],
  ])('%s', (_, source, pointer, words, expected) => {
    expect(edited(source, pointer, words)).toBe(expected);
  });
});

describe('an edit is refused with a reason', () => {
  test.each([
    ['of what is not written', 'a: {b: 1}\n', '/c'],
    ['of a mapping', 'a: {b: 1}\n', '/a'],
    ['of a text that stands at an anchor', 'a: &x one\nb: *x\n', '/a'],
    ['of an alias', 'a: &x one\nb: *x\n', '/b'],
    ['of an outline that cannot be read', 'a: [one\n', '/a/0'],
  ])('%s', (_, source, pointer) => {
    expect(edited(source, pointer, 'two')).toMatch(/^refused: \S.*\.$/u);
  });
});
