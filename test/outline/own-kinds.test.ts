import { expect, test } from 'vitest';
import { readOutline } from '../../src/outline/read-outline.js';

const schema = {
  type: 'object',
  properties: { spokes: { type: 'integer' }, rim: { type: 'string' } },
  required: ['spokes'],
  additionalProperties: false,
};

function findings(slide: string, wheel: unknown = schema) {
  const yaml = `title: T\nlanguage: en\nslides:\n  - {kind: wheel, ${slide}}`;
  const { diagnostics } = readOutline(
    new TextEncoder().encode(yaml),
    'brief.yaml',
    new Map([['wheel', wheel]]),
  );
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

test('a slide of an own kind is checked by the schema that came with its template', () => {
  expect(findings('headline: H, spokes: 8, rim: steel')).toEqual([]);
  expect(findings('headline: H, spokes: many')).toEqual([
    'SCHEMA-2 `spokes` is "many"; accepted is a value of the type `number`.',
  ]);
  expect(findings('headline: H')).toEqual([
    'SCHEMA-3 The field `spokes` is missing; accepted is a value of the type `number`.',
  ]);
  expect(findings('headline: H, spokes: 8, hub: 1')).toEqual(['SCHEMA-1 There is no field `hub` here.']);
});

test('the fields of every slide are checked in own kinds too', () => {
  expect(findings('headline: 5, spokes: 8, minutes: long')).toEqual([
    'SCHEMA-2 `headline` is 5; accepted is a text.',
    'SCHEMA-2 `minutes` is "long"; accepted is a number from 0 to 1440.',
  ]);
});

test('a schema that cannot be used is a finding', () => {
  expect(findings('headline: H', { type: 'object', $ref: '#/nowhere' })).toEqual([
    expect.stringMatching(/^TEMPLATE-2 The schema of the slide kind "wheel" cannot be used: /u),
  ]);
});

test('partials are no kinds', () => {
  const yaml = 'title: T\nlanguage: en\nslides: [{kind: _head}]';
  const { diagnostics } = readOutline(new TextEncoder().encode(yaml), 'brief.yaml', ['_head', 'wheel']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['SCHEMA-4']);
});
