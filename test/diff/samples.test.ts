import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { compareBriefs } from '../../src/diff/compare-briefs.js';
import type { Brief } from '../../src/outline/brief.js';
import { readOutline } from '../../src/outline/read-outline.js';
import { root } from '../cli/command.js';
import { stringsOf } from '../outputs/texts.js';

const samples = ['data', 'test/golden/kinds'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

function briefOf(text: string): Brief | null {
  return readOutline(new TextEncoder().encode(text), 'a.yaml').brief;
}

/** The value with the string at a pointer replaced. */
function replaced(value: unknown, pointer: string, text: string): unknown {
  const copy: unknown = structuredClone(value);
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/gu, '/').replace(/~0/gu, '~'));
  let at: unknown = copy;
  for (const step of steps.slice(0, -1))
    at = at && typeof at === 'object' ? Reflect.get(at, step) : undefined;
  if (at && typeof at === 'object') Reflect.set(at, steps.at(-1) ?? '', text);
  return copy;
}

describe.each(samples)('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8');
  const value = load(text);
  // As JSON on both sides: a number that is written `+20.7` is so no more.
  const brief = briefOf(JSON.stringify(value));
  if (!brief) throw new Error(`${path} is no outline`);

  test('has no difference from itself', () => {
    expect(compareBriefs(brief, briefOf(JSON.stringify(value)) ?? brief)).toEqual([]);
  });

  test('each text of four words and more that is reworded is one change, at its place', () => {
    const texts = stringsOf(value).filter(
      ({ text: words }) => words.trim().split(/\s+/u).length >= 4 && !words.includes('|'),
    );
    expect(texts.length).toBeGreaterThan(0);
    const wrong = texts.flatMap(({ pointer, text: words }) => {
      const now = briefOf(JSON.stringify(replaced(value, pointer, `${words} indeed`)));
      if (!now) return [`${pointer}: no outline any more`];
      const changes = compareBriefs(brief, now).map((each) => `${each.kind} ${each.pointer}`);
      const at = changes[0]?.replace(/^\S+ /u, '') ?? '';
      const isIt = changes.length === 1 && (at.startsWith(pointer) || pointer.startsWith(at));
      return isIt ? [] : [`${pointer}: ${changes.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });
});
