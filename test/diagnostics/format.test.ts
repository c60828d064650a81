import { expect, test } from 'vitest';
import { blocks, codes, diagnostic } from '../../src/diagnostics/codes.js';
import { formatDiagnostic } from '../../src/diagnostics/format.js';

const place = { file: 'a.yaml', line: 2, column: 3 };

test('a finding is printed with its place, its line, a caret and its hint', () => {
  const finding = diagnostic('SCHEMA-1', 'There is no field `x` here.', {
    ...place,
    hint: 'Did you mean `y`?',
  });
  expect(formatDiagnostic(finding, 'title: A\n  x: 1\n', false)).toBe(
    [
      'error SCHEMA-1  a.yaml:2:3',
      '  There is no field `x` here.',
      '  2 |   x: 1',
      '    |   ^',
      '  hint: Did you mean `y`?',
      '',
    ].join('\n'),
  );
});

test('a finding without a place is one of two lines', () => {
  expect(formatDiagnostic(diagnostic('FONT-1', 'No font.'), null, false)).toBe(
    'warning FONT-1\n  No font.\n',
  );
});

test('colours are given only when asked for', () => {
  const finding = diagnostic('FIT-1', 'Too long.', place);
  expect(formatDiagnostic(finding, null, false)).not.toContain('\u001b');
  expect(formatDiagnostic(finding, null, true)).toMatch(
    /^\u001b\[31merror\u001b\[0m FIT-1 {2}\u001b\[1ma\.yaml:2:3\u001b\[0m\n/u,
  );
});

test.each([
  ['a tab counts as two spaces', '\tx: 1', 2, '  2 |   x: 1\n    |   ^'],
  ['East Asian letters take two columns', '항구 x', 4, '  2 | 항구 x\n    |      ^'],
  ['combining marks take none', 'e\u0301 x', 4, '  2 | e\u0301 x\n    |   ^'],
  ['an emoji is one letter of two columns', '🚢 x', 4, '  2 | 🚢 x\n    |    ^'],
  [
    'what steers a terminal is not printed',
    'a\u001b[31m\u202ex',
    8,
    '  2 | a\ufffd[31m\ufffdx\n    |        ^',
  ],
  ['a column beyond the line stands at its end', 'ab', 40, '  2 | ab\n    |   ^'],
])('%s', (_, line, column, printed) => {
  const text = formatDiagnostic(diagnostic('YAML-2', 'M.', { ...place, column }), `t\n${line}\n`, false);
  expect(text).toBe(`error YAML-2  a.yaml:2:${column}\n  M.\n${printed}\n`);
});

test('a long line is shown around the place', () => {
  const line = `${'a'.repeat(300)}X${'b'.repeat(300)}`;
  const text = formatDiagnostic(diagnostic('YAML-2', 'M.', { ...place, column: 301 }), `t\n${line}`, false);
  const [, , shown = '', caret = ''] = text.split('\n');
  expect(shown).toMatch(/^ {2}2 \| …a{50}Xb{49}…$/u);
  expect(shown[caret.indexOf('^')]).toBe('X');
});

test('errors of form keep outputs from being written, rules and layout do not', () => {
  expect(blocks(diagnostic('SCHEMA-1', 'M.'))).toBe(true);
  expect(blocks(diagnostic('FIT-1', 'M.'))).toBe(false);
  expect(
    Object.values(codes).filter(({ severity, blocks: blocking }) => blocking && severity !== 'error'),
  ).toEqual([]);
});
