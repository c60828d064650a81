import { readdirSync, readFileSync, statSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { isMapping } from '../../src/outline/fields/field.js';
import { kindNames, kindRow } from '../../src/outline/kinds.js';
import { statementFields } from '../../src/outline/parts/statement.js';
import { readOutline } from '../../src/outline/read-outline.js';
import { furtherFields, namesIn, requiredFields, tablesIn } from './format-tables.js';

const page = readFileSync('docs/slide-kinds.md', 'utf8');
const [top = '', ...sections] = page.split(/^## /mu);
const entries = new Map(sections.map((section) => [section.split('\n')[0], section]));

function entryOf(kind: string): string {
  return entries.get(kind) ?? '';
}

/** The slides of a YAML text that is a whole outline, or the list of slides alone. */
function slidesOf(yaml: string): readonly unknown[] {
  const value = load(yaml);
  const slides = isMapping(value) ? value.slides : value;
  return Array.isArray(slides) ? slides : [];
}

/** The first slide of a kind in its golden outline: the one that the picture shows. */
function goldenSlide(kind: string): unknown {
  const slides = slidesOf(readFileSync(`test/golden/kinds/${kind}.yaml`, 'utf8'));
  return slides.find((slide) => isMapping(slide) && (slide.kind ?? 'points') === kind);
}

/** Width and height of a PNG, from its header chunk. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 12, 16)).toBe('IHDR');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('docs/slide-kinds.md', () => {
  test('has an entry for each kind, in the order of the table of kinds, and names each in its contents', () => {
    expect([...entries.keys()]).toEqual(kindNames);
    const links = [...top.matchAll(/\[([\w-]+)\]\(#([\w-]+)\)/gu)];
    expect(links.map(([, name]) => name).sort()).toEqual([...kindNames].sort());
    expect(links.every(([, name, anchor]) => name === anchor)).toBe(true);
  });

  test.each(kindNames)('lists the fields of %s, the required ones as such, and no others', (kind) => {
    const [first = ''] = tablesIn(entryOf(kind));
    const { fields, headline } = kindRow(kind);
    const named = namesIn(first).filter((name) => headline === 'required' || name !== 'headline');
    expect([...named].sort()).toEqual(Object.keys(fields).sort());
    expect([...namesIn(first, 'yes')].sort()).toEqual([...requiredFields(kind)].sort());
  });

  test.each(kindNames)('names what the rows and items of %s may hold, and nothing else', (kind) => {
    const further = furtherFields(kind);
    const [first = '', ...others] = tablesIn(entryOf(kind));
    const inBraces = [
      ...tablesIn(entryOf(kind))
        .join('\n')
        .matchAll(/\{([^}]*)\}/gu),
    ];
    const named = [
      ...others.flatMap((table) => namesIn(table)),
      ...inBraces.flatMap(([, names = '']) => names.split(', ')),
    ];
    expect(first).not.toBe('');
    expect(named).toEqual(expect.arrayContaining([...further]));
    // What statements, likelihoods and cells hold may be told here, too.
    const known = [...further, ...Object.keys(statementFields), 'points', 'word', 'from', 'to', 'differs'];
    expect(known).toEqual(expect.arrayContaining(named));
  });

  test.each(kindNames)('shows as sample of %s the slide of its golden outline', (kind) => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/u.exec(entryOf(kind)) ?? [];
    const [sample, ...more] = slidesOf(yaml);
    expect(more).toEqual([]);
    expect(sample).toEqual(goldenSlide(kind));
  });

  test.each(kindNames)('shows a picture of %s, 960 × 540 and small', (kind) => {
    const file = `pictures/kinds/${kind}.png`;
    expect(entryOf(kind)).toContain(`(${file})`);
    expect(sizeOf(`docs/${file}`)).toEqual([960, 540]);
    expect(statSync(`docs/${file}`).size).toBeLessThan(30_000);
  });
});

describe('test/golden/kinds', () => {
  const outlines = readdirSync('test/golden/kinds').filter((file) => file.endsWith('.yaml'));

  test('has one outline for each kind', () => {
    expect(outlines.map((file) => file.replace('.yaml', '')).sort()).toEqual([...kindNames].sort());
  });

  test.each(outlines)('%s reads without a finding', (file) => {
    const { diagnostics } = readOutline(readFileSync(`test/golden/kinds/${file}`), file);
    expect(diagnostics).toEqual([]);
  });
});
