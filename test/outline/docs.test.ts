import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { topLevelFields } from '../../src/outline/brief.js';
import { kindNames, kindRow } from '../../src/outline/kinds.js';
import { actorFields } from '../../src/outline/parts/actor.js';
import { slideFields } from '../../src/outline/parts/slide.js';
import { statementFields } from '../../src/outline/parts/statement.js';

const page = readFileSync('docs/outline.md', 'utf8');

/** Fields that the tables under a heading name in their first column. */
function fieldsUnder(heading: string): readonly string[] {
  const [, body = ''] = page.split(new RegExp(`^#+ ${heading}$`, 'mu'));
  const section = body.split(/^#/mu)[0] ?? '';
  const cells = [...section.matchAll(/^\| (`[^|]*`) *\|/gmu)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name));
}

describe('docs/outline.md', () => {
  test.each([
    ['Top level', { version: null, ...topLevelFields, slides: null }],
    ['Statement', { ...statementFields, points: null }],
    ['Actor', actorFields],
    ['Every slide', { kind: null, headline: null, ...slideFields }],
  ])('names under "%s" the fields of the schema and no others', (heading, shape) => {
    expect(new Set(fieldsUnder(heading))).toEqual(new Set(Object.keys(shape)));
  });

  test.each(kindNames.filter((name) => name !== 'constraints'))('names the fields of %s', (name) => {
    expect(fieldsUnder(name)).toEqual(expect.arrayContaining(Object.keys(kindRow(name).fields)));
  });
});
