import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/format.js';
import { readOutline } from '../../src/outline/read-outline.js';

const folder = 'test/errors';
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function findings(bytes: Uint8Array) {
  const { brief, diagnostics } = readOutline(bytes, 'brief.yaml');
  return { brief, found: diagnostics.map(({ code, line, column }) => [code, line, column]), diagnostics };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const slide = 'slides: [{headline: B, points: [a]}]\n';

describe('a bad outline', () => {
  test.each(cases)('%s is told as its .txt says', (name) => {
    const { brief, diagnostics, source } = readOutline(readFileSync(`${folder}/${name}`), name);
    expect(diagnostics.map((finding) => formatDiagnostic(finding, source, false)).join('\n')).toBe(
      readFileSync(`${folder}/${name.replace(/yaml$/u, 'txt')}`, 'utf8'),
    );
    expect(brief).toBeNull();
  });

  test.each([
    ['empty', new Uint8Array(), 'The file is empty.'],
    ['blank', utf8(' \n\n'), 'The file is empty.'],
    ['binary', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'The file is binary: it holds NUL bytes.'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'The file is UTF-16; only UTF-8 is accepted.'],
    [
      'UTF-16, big end first',
      Uint8Array.of(0xfe, 0xff, 0, 0x61),
      'The file is UTF-16; only UTF-8 is accepted.',
    ],
    ['Latin-1', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9), 'The file is not UTF-8.'],
  ])('that is %s is one finding without a place', (_, bytes, message) => {
    expect(findings(bytes).diagnostics).toMatchObject([
      { code: 'YAML-1', message, line: null, column: null },
    ]);
  });

  test.each([
    ['a bell', 'title: "A\u0007"\n', 'U+0007', 1, 10],
    ['a mark of plane 16', 'title: A\nsubtitle: \u{10fff0}\n', 'U+10FFF0', 2, 11],
    ['one in a comment', '# \u{100000}\ntitle: A\n', 'U+100000', 1, 3],
  ])('that holds %s is refused at its place', (_, head, name, line, column) => {
    const { diagnostics } = findings(utf8(head + slide));
    expect(diagnostics).toMatchObject([
      { code: 'YAML-1', message: expect.stringContaining(name), line, column },
    ]);
  });

  test('of six megabytes is refused unread', () => {
    expect(findings(new Uint8Array(6 * 1024 * 1024).fill(0x20)).found).toEqual([['YAML-1', null, null]]);
  });

  test('has its findings sorted by place, of every sort at once', () => {
    const yaml =
      'title: A\nslides:\n  - {headline: B, points: [{text: a, sources: [x]}]}\n  - {kind: tabel}\nlang: en\n';
    expect(findings(utf8(yaml)).found).toEqual([
      ['ID-1', 3, 48],
      ['SCHEMA-4', 4, 12],
      ['SCHEMA-1', 5, 1],
    ]);
  });
});

describe('an outline', () => {
  test.each([
    ['a byte order mark', `\ufefftitle: A\nlanguage: en\n${slide}`],
    ['Windows line ends', `title: A\r\nlanguage: en\r\n${slide.replaceAll('\n', '\r\n')}`],
    ['an alias or two', `title: &t A\nlanguage: en\nsubtitle: *t\n${slide}`],
    ['fields left empty', `title: A\nlanguage: en\nsubtitle:\ndate: null\n${slide}`],
    ['emoji and right-to-left text', `title: "🚢 مرفأ"\nlanguage: ar\n${slide}`],
    ['text that looks like code', `title: "--- <!-- {{x}} --> | * _ \`"\nlanguage: en\n${slide}`],
    [
      '5,000 characters in a headline',
      `title: A\nlanguage: en\nslides: [{headline: ${'x'.repeat(5000)}, points: [a]}]`,
    ],
  ])('with %s is read without a finding', (_, yaml) => {
    const { brief, found } = findings(utf8(yaml));
    expect(found).toEqual([]);
    expect(brief?.slides).toHaveLength(1);
  });
});
