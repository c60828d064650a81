import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { hideSlide, moveSlide } from '../../src/outline/edit-slides.js';
import type { EditedOutline } from '../../src/outline/edited-outline.js';
import { root } from '../cli/command.js';

function textOf(result: EditedOutline): string {
  return result.ok ? result.source : `refused: ${result.reason}`;
}

function slidesOf(source: string): readonly unknown[] {
  const value = load(source);
  return typeof value === 'object' && value !== null && 'slides' in value && Array.isArray(value.slides)
    ? value.slides
    : [];
}

describe.each(['data/russia-north-korea.yaml', 'data/summer-time.yaml', 'test/outline/every-kind.yaml'])(
  '%s',
  (path) => {
    const source = readFileSync(join(root, path), 'utf8');
    const count = slidesOf(source).length;
    const places = Array.from({ length: count }, (_, index) => index);

    test('every slide goes to the front, to the end and back, and the file is as it was', () => {
      const wrong: string[] = [];
      for (const from of places)
        for (const to of [0, count - 1]) {
          const there = textOf(moveSlide(source, from, to));
          const expected = slidesOf(source).toSpliced(from, 1).toSpliced(to, 0, slidesOf(source)[from]);
          try {
            expect(slidesOf(there)).toEqual(expected);
            expect([...there].toSorted().join('')).toBe([...source].toSorted().join(''));
            expect(textOf(moveSlide(there, to, from))).toBe(source);
          } catch (error) {
            wrong.push(`${from} to ${to}: ${String(error).slice(0, 300)}`);
          }
        }
      expect(wrong).toEqual([]);
    });

    test('every slide is hidden by at most one line more, and shown again as it was', () => {
      const silent = places.filter((index) => !/hidden/u.test(JSON.stringify(slidesOf(source)[index])));
      const wrong = silent.filter((index) => {
        const hidden = textOf(hideSlide(source, index, true));
        const added = hidden.split('\n').length - source.split('\n').length;
        return added > 1 || textOf(hideSlide(hidden, index, false)) !== source;
      });
      expect(wrong).toEqual([]);
    });
  },
);

describe('a slide moves with its lines', () => {
  test.each([
    [
      'comments above it go with it, empty lines stay',
      'slides:\n  # one\n  - headline: A\n    notes: |\n      x\n\n      y\n\n  - headline: B # b\n\n\n  # three\n  - C\nend: 1\n',
      2,
      0,
      'slides:\n  # three\n  - C\n\n  # one\n  - headline: A\n    notes: |\n      x\n\n      y\n\n\n  - headline: B # b\nend: 1\n',
    ],
    ['a file without a last line end', 'slides:\n- a: 1\n- b: 2', 0, 1, 'slides:\n- b: 2\n- a: 1'],
    ['Windows line ends', 'slides:\r\n- a: 1\r\n- b: 2\r\n', 1, 0, 'slides:\r\n- b: 2\r\n- a: 1\r\n'],
    [
      'a dash above its slide',
      'slides:\n  -\n    a: 1\n  - b: 2\n',
      0,
      1,
      'slides:\n  - b: 2\n  -\n    a: 1\n',
    ],
    ['a byte order mark', '\ufeffslides:\n- a: 1\n- b: 2\n', 1, 0, '\ufeffslides:\n- b: 2\n- a: 1\n'],
  ])('%s', (_, source, from, to, expected) => {
    expect(textOf(moveSlide(source, from, to))).toBe(expected);
  });

  test.each([
    ['a list in brackets', 'slides: [{a: 1}, {b: 2}]\n', 0, 1, 'not written as a list'],
    ['an alias before its anchor', 'slides:\n  - &x {a: 1}\n  - *x\n', 1, 0, 'refused'],
    [
      'a place that is not there',
      'slides:\n  - a: 1\n',
      0,
      3,
      'The outline has 1 slides; there is no place 4.',
    ],
    ['an outline that cannot be read', 'slides: [\n', 0, 0, 'cannot be read'],
  ])('%s is refused with a reason', (_, source, from, to, reason) => {
    expect(textOf(moveSlide(source, from, to))).toContain(reason);
  });
});

describe('a slide is hidden and shown', () => {
  test.each([
    ['a field on its own line', 'slides:\n  - a: 1\n', true, 'slides:\n  - hidden: true\n    a: 1\n'],
    ['within braces', 'slides: [{a: 1}, 2]\n', true, 'slides: [{hidden: true, a: 1}, 2]\n'],
    [
      'one that says false',
      'slides:\n  - a: 1\n    hidden: false # yet\n',
      true,
      'slides:\n  - a: 1\n    hidden: true # yet\n',
    ],
    [
      'shown: the line goes',
      'slides:\n  - a: 1\n    hidden: true\n    b: 2\n',
      false,
      'slides:\n  - a: 1\n    b: 2\n',
    ],
    ['shown: the last in braces', 'slides: [{a: 1, hidden: true}]\n', false, 'slides: [{a: 1}]\n'],
    ['shown: the only field', 'slides:\n  - hidden: true\n', false, 'slides:\n  - hidden: false\n'],
  ])('%s', (_, source, isHidden, expected) => {
    expect(textOf(hideSlide(source, 0, isHidden))).toBe(expected);
  });

  test('a slide that is a text is refused', () => {
    expect(textOf(hideSlide('slides: [A]\n', 0, true))).toContain('no fields');
  });
});
