import { describe, expect, test } from 'vitest';
import { againstBaseline, baselineOf, readBaseline } from '../../src/diagnostics/baseline.js';
import { diagnostic } from '../../src/diagnostics/codes.js';
import { githubAnnotation } from '../../src/diagnostics/github.js';
import { sarifLog } from '../../src/diagnostics/sarif.js';

const file = 'data/x.yaml';
const text = 'title: A\nslides:\n  - headline: Why, 100 %\n  - headline: Why, 100 %\n';
const sources = new Map([[file, text]]);
const fit = (line: number) =>
  diagnostic('FIT-1', 'Too long, by 3 px:\n100 %', {
    file,
    line,
    column: 15,
    hint: 'Shorten it.',
    pointer: '/slides/0',
  });
const font = diagnostic('FONT-1', 'No font for “가”.', { file });

describe('a baseline', () => {
  const baseline = baselineOf([fit(3), font], sources);

  test('knows its findings when their lines move', () => {
    const later = new Map([[file, `# a comment\n${text}`]]);
    const { fresh, known, gone } = againstBaseline([fit(4), font], baseline, later);
    expect([fresh, known.length, gone]).toEqual([[], 2, []]);
  });

  test('knows of equal findings as many as it counts', () => {
    expect(againstBaseline([fit(3), fit(4)], baseline, sources).fresh).toEqual([fit(4)]);
  });

  test('says what it knows and nothing matches any more', () => {
    expect(againstBaseline([font], baseline, sources).gone).toMatchObject([
      { code: 'FIT-1', file, count: 1 },
    ]);
  });

  test('is read as it was written', () => {
    expect(readBaseline(JSON.stringify(baseline))).toEqual(baseline);
  });

  test.each([
    ['{', 'It is no JSON document of a baseline.'],
    ['{"version":2}', 'It has version 2; accepted is 1.'],
    ['{"version":1}', 'It has no list `findings`.'],
    [
      '{"version":1,"findings":[{"code":"FIT-1"}]}',
      'Entry 1 of `findings` lacks a code, a fingerprint or a count.',
    ],
  ])('%s is refused with a sentence', (words, why) => {
    expect(readBaseline(words)).toBe(why);
  });
});

test('a workflow command stays one line, and its properties cannot be broken out of', () => {
  const finding = { ...fit(3), file: 'data/a,b:c.yaml' };
  expect(githubAnnotation(finding)).toBe(
    '::error file=data/a%2Cb%3Ac.yaml,line=3,col=15,title=briefdeck FIT-1::Too long, by 3 px:%0A100 %25%0AShorten it.',
  );
  expect(githubAnnotation(font)).toMatch(/^::warning file=data\/x\.yaml,title=briefdeck FONT-1::No font/u);
});

describe('a SARIF log', () => {
  test('names the rule, level, place and fingerprint of each finding', () => {
    const findings = [fit(3), font].map((finding) => ({ finding, isKnown: finding === font }));
    const log = sarifLog(findings, sources, '1.2.3');
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'briefdeck', version: '1.2.3', rules: [{ id: 'FIT-1' }, { id: 'FONT-1' }] },
          },
          results: [
            {
              ruleId: 'FIT-1',
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'data/x.yaml' },
                    region: { startLine: 3, startColumn: 15 },
                  },
                  logicalLocations: [{ fullyQualifiedName: '/slides/0' }],
                },
              ],
            },
            { ruleIndex: 1, level: 'warning', baselineState: 'unchanged' },
          ],
        },
      ],
    });
  });

  test.each([
    ['data/two words #1.yaml', 'data/two%20words%20%231.yaml'],
    ['/home/a/x.yaml', 'file:///home/a/x.yaml'],
    ['C:\\briefs\\x.yaml', 'file:///C:/briefs/x.yaml'],
    ['../x.yaml', '../x.yaml'],
  ])('writes the path %s as the URI %s', (path, uri) => {
    const log = JSON.stringify(
      sarifLog([{ finding: { ...font, file: path }, isKnown: false }], sources, '1'),
    );
    expect(log).toContain(`"uri":"${uri}"`);
  });
});
