import { expect, test } from 'vitest';
import { suggest, suggestField } from '../../src/outline/suggest.js';

test.each([
  ['headlien', 'headline'],
  ['Headline', 'headline'],
  ['pionts', 'points'],
  ['poits', 'points'],
  ['ivashentso', 'ivashentsov'],
  ['id', 'id'],
])('%s was meant to be %s', (word, meant) => {
  expect(suggest(word, ['points', 'headline', 'ivashentsov', 'id'])).toBe(meant);
});

test.each(['x', 'cat', 'completely', ''])('%s is near nothing', (word) => {
  expect(suggest(word, ['points', 'headline', 'dog'])).toBeNull();
});

test.each([
  ['title', ['headline', 'points'], 'headline'],
  ['bullets', ['headline', 'points'], 'points'],
  ['type', ['kind'], 'kind'],
  ['constructor', ['kind'], null],
  ['title', ['text'], null],
])('the field %s among %j means %s', (word, known, meant) => {
  expect(suggestField(word, known)).toBe(meant);
});
