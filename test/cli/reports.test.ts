import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, run } from './command.js';

const outline = `title: Harbour talks
language: en
scale: icd203
slides:
  - headline: The strike ends this week
    points:
      - {text: The strike may perhaps end soon., basis: judgement, likelihood: likely}
      - {text: Both sides meet on Thursday., basis: fact}
`;

const folder = makeFolder({ 'brief.yaml': outline });
const check = (...words: string[]) => run(['check', 'brief.yaml', ...words], folder);

test('a baseline takes the findings of an old brief out of the count, and new ones still count', () => {
  const before = check('--write-baseline', 'known.json');
  expect(before.code).toBe(1);
  const after = check('--baseline', 'known.json', '--json');
  expect(after.code).toBe(0);
  expect(JSON.parse(after.out).decks[0]).toMatchObject({
    diagnostics: [],
    known: expect.arrayContaining([expect.objectContaining({ code: 'SRC-1' })]),
  });
  writeFileSync(join(folder, 'brief.yaml'), `${outline}      - {text: The port is shut., basis: fact}\n`);
  const grown = check('--baseline', 'known.json');
  expect(grown.code).toBe(1);
  expect(grown.err).toMatch(/brief\.yaml:9:/u);
  expect(grown.err).toMatch(/findings? as in the baseline/u);
  writeFileSync(join(folder, 'brief.yaml'), outline);
});

test.each([
  ['that is missing', 'none.json', 'There is no baseline none.json.'],
  ['that is something else', 'brief.yaml', 'It is no JSON document of a baseline.'],
])('a baseline %s is wrong usage', (_, name, words) => {
  const { code, err } = check('--baseline', name);
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

test('a SARIF log holds what the terminal shows', () => {
  const { err } = check('--sarif', 'log.sarif');
  const [first] = JSON.parse(readFileSync(join(folder, 'log.sarif'), 'utf8')).runs;
  const codes = [...err.matchAll(/^(?:error|warning|info) ([A-Z\d]+-\d+) /gmu)].map(([, code]) => code);
  expect(first.results.map(({ ruleId }: { ruleId: string }) => ruleId).toSorted()).toEqual(codes.toSorted());
  expect(codes.length).toBeGreaterThan(0);
});

test('on GitHub each finding is an annotation', () => {
  const { err, out } = run(['check', 'brief.yaml', '--json'], folder, { GITHUB_ACTIONS: 'true' });
  expect(err).toMatch(/^::error file=brief\.yaml,line=8,col=\d+,title=briefdeck SRC-1::/mu);
  expect(JSON.parse(out).ok).toBe(false);
});
