import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { jsonSchemaText } from '../../src/outline/json-schema.js';
import { kindNames } from '../../src/outline/kinds.js';

const committed = readFileSync('data/brief.schema.json', 'utf8');
const schema = z.fromJSONSchema(JSON.parse(committed));

function outlineIn(file: string): unknown {
  return load(readFileSync(file, 'utf8'));
}

describe('data/brief.schema.json', () => {
  test('is what `briefdeck schema` prints', () => {
    expect(committed).toBe(jsonSchemaText());
  });

  test.each([
    'data/minimal.yaml',
    'data/russia-north-korea.yaml',
    'data/summer-time.yaml',
    'test/outline/every-kind.yaml',
  ])('accepts %s', (file) => {
    expect(schema.safeParse(outlineIn(file)).error?.issues ?? []).toEqual([]);
    expect(readFileSync(file, 'utf8')).toMatch(/^# yaml-language-server: \$schema=\S*brief\.schema\.json\n/u);
  });

  test.each([
    ['an unknown field', { title: 'A', slides: [{ headline: 'B', points: ['a'], pionts: [] }] }],
    ['another kind’s field', { title: 'A', slides: [{ kind: 'section', headline: 'B', points: ['a'] }] }],
    ['a missing headline', { title: 'A', slides: [{ points: ['a'] }] }],
  ])('refuses %s', (_, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });

  test('describes every field', () => {
    const undescribed = fieldsOf(JSON.parse(committed)).filter(({ field }) => !isDescribed(field));
    expect(undescribed.map(({ at }) => at)).toEqual([]);
  });

  test('has every kind', () => {
    const named = fieldsOf(JSON.parse(committed)).flatMap(({ at, field }) =>
      at.endsWith('.kind') ? [field.const] : [],
    );
    expect(new Set(named)).toEqual(new Set(kindNames));
  });
});

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** A field that refers to a definition has that definition's description. */
function isDescribed(field: Json): boolean {
  return typeof field.description === 'string' || typeof field.$ref === 'string';
}

function fieldsOf(value: unknown, at = ''): readonly { readonly at: string; readonly field: Json }[] {
  if (!isJson(value)) return [];
  const { properties } = value;
  const own = isJson(properties) ? Object.entries(properties) : [];
  return [
    ...own.flatMap(([name, field]) => (isJson(field) ? [{ at: `${at}.${name}`, field }] : [])),
    ...Object.entries(value).flatMap(([name, child]) =>
      fieldsOf(child, name === 'properties' ? at : `${at}.${name}`),
    ),
  ];
}
