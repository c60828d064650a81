import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { topLevelFields } from '../../src/outline/brief.js';
import { isMapping } from '../../src/outline/fields/field.js';
import { kindNames, kindRow } from '../../src/outline/kinds.js';
import { actorFields } from '../../src/outline/parts/actor.js';
import { slideFields } from '../../src/outline/parts/slide.js';
import { statementFields } from '../../src/outline/parts/statement.js';
import { definedFields, furtherFields, namesIn, requiredFields, tablesIn } from './format-tables.js';

const page = readFileSync('docs/outline.md', 'utf8');

/** What stands under a heading, to the next of any level. */
function sectionOf(heading: string): string {
  const [, body = ''] = page.split(new RegExp(`^#+ ${heading}$`, 'mu'));
  return body.split(/^#/mu)[0] ?? '';
}

/** Fields that the tables under a heading name in their first column. */
function fieldsUnder(heading: string): readonly string[] {
  return tablesIn(sectionOf(heading)).flatMap((table) => namesIn(table));
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

  test.each(['Author', 'Marking', 'Scale', 'Theme', 'Rights', 'Source'])(
    'names under "%s" what the JSON Schema has there',
    (heading) => {
      expect([...fieldsUnder(heading)].sort()).toEqual([...definedFields(heading.toLowerCase())].sort());
    },
  );

  test.each(kindNames)('names the fields of %s and of what its rows and items hold', (name) => {
    const [first = ''] = tablesIn(sectionOf(name));
    const inBraces = [...sectionOf(name).matchAll(/\{([^}]*)\}/gu)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    const named = [...fieldsUnder(name), ...inBraces, ...(name === 'actors' ? Object.keys(actorFields) : [])];
    expect([...namesIn(first)].sort()).toEqual(Object.keys(kindRow(name).fields).sort());
    expect(named).toEqual(expect.arrayContaining([...furtherFields(name)]));
    expect([...namesIn(first, 'yes')].sort()).toEqual([...requiredFields(name)].sort());
  });

  test('gives an example of every field, which can be written behind the field as it stands', () => {
    const rows = [...page.matchAll(/^\| `(\w+)`.*\| ([^|]*) \|$/gmu)];
    expect(rows.length).toBeGreaterThan(200);
    const faulty = rows.filter(([, name = '', cell = '']) => {
      const examples = [...cell.matchAll(/`([^`]+)`/gu)].map(([, example = '']) => example);
      return examples.length === 0 || !examples.every((example) => isYaml(`${name}: ${example}`));
    });
    expect(faulty.map(([row]) => row)).toEqual([]);
  });
});

/** What is left out of an example for shortness is written as three dots. */
function isYaml(text: string): boolean {
  try {
    return isMapping(load(text.replaceAll('...', 'x')));
  } catch {
    return false;
  }
}
