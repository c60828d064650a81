import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkBrief } from '../../src/check/check-brief.js';
import { briefRules } from '../../src/check/rules/brief-rules.js';
import { readOutline } from '../../src/outline/read-outline.js';

const folder = 'test/check/rules';
const ids = briefRules.map(({ id }) => id);

/** The cases of a rule: outlines that make it fire, or that it leaves alone. */
function casesOf(id: string, what: 'fire' | 'quiet'): readonly string[] {
  return readdirSync(`${folder}/${id}`).filter((file) => file.startsWith(`${what}-`));
}

/** Findings of the rules in an outline, each as "ID pointer". */
function findingsIn(path: string): readonly string[] {
  const { brief, diagnostics } = readOutline(readFileSync(path), path);
  if (brief === null) throw new Error(`${path} is no outline: ${diagnostics.map(({ message }) => message)}`);
  return checkBrief(brief).diagnostics.map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`);
}

/** The findings that an outline says it has, one a line after `# expect`. */
function expectedIn(path: string): readonly string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^# expect (.+)$/gmu)].map(([, line = '']) => line);
}

describe('a rule', () => {
  test('has an id of its own, and a folder of cases that make it fire and cases that it leaves alone', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(readdirSync(folder).toSorted()).toEqual(ids.toSorted());
    const without = ids.filter((id) => casesOf(id, 'fire').length * casesOf(id, 'quiet').length === 0);
    expect(without).toEqual([]);
  });

  test.each(ids)('%s fires where its cases say, and nothing else does', (id) => {
    for (const file of casesOf(id, 'fire')) {
      const path = `${folder}/${id}/${file}`;
      const expected = expectedIn(path);
      expect(expected.length, path).toBeGreaterThan(0);
      expect(
        expected.every((line) => line.split(' ')[1] === id),
        path,
      ).toBe(true);
      expect(findingsIn(path), path).toEqual(expected);
    }
  });

  test.each(ids)('%s is silent in its other cases, and so are all others', (id) => {
    for (const file of casesOf(id, 'quiet')) expect(findingsIn(`${folder}/${id}/${file}`), file).toEqual([]);
  });

  test.each(briefRules)('$id says what it finds, how to mend it and where it comes from', (rule) => {
    expect(rule.finds).toMatch(/^\S.*[^.]$/u);
    expect(rule.hint).toMatch(/\.$/u);
    expect(rule.source).toMatch(/^https?:\/\//u);
    expect(rule.example).not.toBe('');
  });
});
