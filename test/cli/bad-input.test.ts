import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, outline, root, run, stackLine } from './command.js';

const slides = 'slides: [{headline: H, points: [p]}]\n';
const head = 'title: A\nlanguage: en\n';
const own = `${head}slides:\n  - {kind: mine, headline: H}\n`;

/** An outline from the folder of faults. */
function fault(name: string): string {
  return readFileSync(join(root, `test/errors/${name}.yaml`), 'utf8');
}

/** A folder with an outline, more files, and what an earlier run made of it. */
function makeCase(text: string | Uint8Array, files: Readonly<Record<string, string>>): string {
  const cwd = makeFolder({ 'a.yaml': text });
  for (const [name, content] of Object.entries({ ...files, 'output/a.html': 'previous' })) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return cwd;
}

const picture = (file: string) => `${head}slides:\n  - {kind: image, headline: H, alt: x, file: ${file}}\n`;
const template = (text: string) => ({ 'templates/slides/mine.hbs': text });

type Row = readonly [
  what: string,
  text: string,
  place: string,
  words: string,
  files?: Readonly<Record<string, string>>,
];

const rows: readonly Row[] = [
  ['a tab as indentation', fault('tab-indentation'), 'a.yaml:3:1', 'Indent with spaces'],
  ['a field twice', fault('duplicate-field'), 'a.yaml:4:5', 'Keep one of the two'],
  ['an unknown field', `${head}slides: [{headlin: H, points: [p]}]`, 'a.yaml:3:11', '`headline`'],
  ['a value of the wrong type', `${head}slides: none`, 'a.yaml:3:9', 'accepted is a list of slides'],
  ['an unknown slide kind', `${head}slides: [{kind: timelin}]`, 'a.yaml:3:17', 'Did you mean `timeline`?'],
  [
    'an unknown source',
    `${head}sources: {ivashentsov: {author: I}}\nslides: [{headline: H, points: [p], sources: [ivashentso]}]`,
    'a.yaml:4:47',
    'Did you mean `ivashentsov`?',
  ],
  ['a date that is none', `${head}date: 2017-02-30\n${slides}`, 'a.yaml:3:7', '`2017-11-27`'],
  ['an unknown theme', `${head}theme: briefin\n${slides}`, 'a.yaml:3:8', 'Did you mean `briefing`?'],
  [
    'an unknown palette',
    `${head}theme: {name: briefing, palette: red}\n${slides}`,
    'a.yaml:3:34',
    'Known palettes: default, burgundy',
  ],
  ['aliases that multiply', fault('alias-bomb'), 'a.yaml:7:8', 'more than 100000 values'],
  ['aliases beyond number', fault('too-many-aliases'), 'a.yaml:107:9', 'at most 100'],
  ['an alias of itself', fault('alias-of-itself'), 'a.yaml:2:17', '64 levels'],
  ['200 levels', fault('nested-200-deep'), 'a.yaml:', 'levels'],
  ['`__proto__` as a field', fault('prototype-keys'), 'a.yaml:', 'There is no field `__proto__`'],
  ['`constructor` as a field', fault('constructor-key'), 'a.yaml:6:5', 'There is no field `constructor`'],
  ['`constructor` as a kind', `${head}slides: [{kind: constructor}]`, 'a.yaml:3:17', 'no slide kind'],
  ['`__proto__` as a theme', `${head}theme: __proto__\n${slides}`, 'a.yaml:3:8', 'no theme "__proto__"'],
  [
    '`toString` as a source',
    `${head}slides: [{headline: H, points: [p], sources: [toString]}]`,
    'a.yaml:3',
    'no source',
  ],
  ['a picture that is not there', picture('no.png'), 'a.yaml:4:46', '"no.png" is not there'],
  ['a picture outside the folder', picture('../a.png'), 'a.yaml:4:46', 'outside the folder'],
  ['a picture by its whole path', picture('/etc/hostname'), 'a.yaml:4:46', 'outside the folder'],
  ['a picture on Windows’ own path', picture('"C:\\\\a.png"'), 'a.yaml:4:46', 'outside the folder'],
  ['a picture on a network', picture('"https://example.org/a.png"'), 'a.yaml:4:46', 'from a network'],
  ['a picture that is none', picture('a.yaml'), 'a.yaml:4:46', 'PNG, JPEG, GIF, WebP and SVG'],
  [
    'a template that does not end',
    own,
    'templates/slides/mine.hbs:2:17',
    'ends before all is closed',
    template('# {{headline}}\n{{#each points}}'),
  ],
  [
    'a template that does not parse, after a long line',
    own,
    'templates/slides/mine.hbs:1:49',
    'does not parse',
    template('# {{headline}} this is a long line with {{points} and more text behind it\n'),
  ],
  [
    'a template whose block is closed by another',
    own,
    'templates/slides/mine.hbs:2:4',
    'The block `{{#each}}` is closed by `{{/if}}`',
    template('# {{headline}}\n{{#each points}}{{/if}}'),
  ],
  [
    'a template with a field that is missing',
    own,
    'templates/slides/mine.hbs:3:3',
    'Did you mean `headline`?',
    template('\n\n{{headlin}}\n'),
  ],
  [
    'a template with a field of a field that is missing',
    own,
    'templates/slides/mine.hbs:1:19',
    'the field "y"',
    template('{{#each headline.x.y}}{{/each}}'),
  ],
  [
    'a template with a partial that is missing',
    own,
    'templates/slides/mine.hbs:2:3',
    'There is no partial "badg"',
    template('# {{headline}}\n{{> badg}}'),
  ],
  [
    'a partial that does not parse',
    own,
    'templates/slides/_part.hbs:1:10',
    'ends before all is closed',
    { ...template('# {{headline}}\n{{> part}}'), 'templates/slides/_part.hbs': '{{#if x}}' },
  ],
  [
    'a partial with a field that is missing',
    own,
    'templates/slides/_part.hbs:2:3',
    'the field "nope"',
    { ...template('# {{headline}}\n{{> part}}'), 'templates/slides/_part.hbs': '\n{{nope}}' },
  ],
];

describe('an outline with', () => {
  it.each(rows.map(([what, text, place, words, files = {}]) => ({ what, text, place, words, files })))(
    '$what is told with its place and what to do, and changes nothing',
    ({ text, place, words, files }) => {
      const cwd = makeCase(text, files);
      const { code, out, err } = run(['build', 'a.yaml', '--to', 'html', '--quiet'], cwd);
      expect(err).toContain(place);
      expect(err).toContain(words);
      expect(err).toMatch(/^ {2}hint: |accepted is/mu);
      expect(err).not.toMatch(stackLine);
      expect(err).not.toMatch(/bug in briefdeck|undefined|\[object/u);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(readdirSync(join(cwd, 'output'))).toEqual(['a.html']);
      expect(readFileSync(join(cwd, 'output/a.html'), 'utf8')).toBe('previous');
    },
  );

  it('a fault of a template shows the line of the template, not of the outline', () => {
    const cwd = makeCase(own, template('# {{headline}}\n{{nothing}}\n'));
    expect(run(['build', 'a.yaml', '--to', 'html', '--quiet'], cwd).err).toContain(
      '  2 | {{nothing}}\n    |   ^\n',
    );
  });

  it.each([
    ['a byte order mark', `\ufeff${outline}`],
    ['Windows line ends', outline.replaceAll('\n', '\r\n')],
    [
      '`constructor` and `toString` as ids',
      `${head}sources: {constructor: {author: X}, toString: {author: Y}}\n${slides}`,
    ],
  ])('%s builds', (_, text) => {
    const cwd = makeCase(text, {});
    expect(run(['build', 'a.yaml', '--to', 'html', '--strict', '--quiet'], cwd)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(join(cwd, 'output/a.html'), 'utf8')).toContain('<!DOCTYPE html>');
  });
});
