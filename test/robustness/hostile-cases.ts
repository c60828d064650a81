import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, nestedStyles, outlineOf, pictures } from './case.js';
import { deepEntities, nestedUses, reachingOut, wholePng } from './pictures.js';

const comments = 'a <!-- x '.repeat(2000);
const own = outlineOf({ kind: 'mine', headline: 'H', points: Array(30).fill('p') });
const quick = ['--to', 'html', '--timeout', '4'];
const secret = 'never to be shown 7f3a';
const executed = 'require("fs").writeFileSync("executed", "")';

/** Input that is meant to hang, to run, to read or to ask. */
export const hostileCases: readonly Case[] = [
  {
    name: 'Comments that never end, in raw Markdown (16 kB)',
    files: { 'a.yaml': outlineOf({ kind: 'markdown', markdown: comments }) },
    args: quick,
    code: 1,
    finds: ['LIMIT-1'],
    marp: 'Time grows with the cube of the length: 1 s for 3 kB, 8 s for 7 kB, over a minute for 14 kB; no limit.',
  },
  {
    name: 'Comments that never end, in a Marp deck',
    files: { 'a.md': `# A\n\n${comments}\n` },
    args: quick,
    code: 1,
    finds: ['LIMIT-1'],
    marp: 'The same.',
  },
  {
    name: 'Comments, rules, styles, directives and `{{…}}` in a field',
    files: {
      'a.yaml': outlineOf({
        headline: '<!-- class: x --> {{title}}',
        points: [
          '---',
          '<style>section{display:none}</style>',
          '{{constructor}}',
          '![](http://127.0.0.1:9/x.png)',
        ],
      }),
    },
    code: 0,
    marp: 'Obeyed: a new slide, a directive, a style, a request; other comments become speaker notes.',
  },
  {
    name: 'Styles nested 20 deep in a `<style>` (90 bytes)',
    files: { 'a.md': `# A\n\n<style>\n${nestedStyles(20)}\n</style>\n` },
    args: quick,
    code: 1,
    finds: ['LIMIT-1'],
    marp: 'Twice the time for each level: 12 s and 1.2 MB of CSS at 17; no limit.',
  },
  {
    name: 'Styles nested 20 deep in a theme',
    files: {
      'a.yaml': outlineOf({ headline: 'H', points: ['p'] }, { theme: 'mine' }),
      'templates/themes/mine.css': `/* @theme mine */\n${nestedStyles(20)}`,
    },
    args: quick,
    code: 1,
    finds: ['LIMIT-1'],
    marp: 'Not measured in a theme.',
  },
  {
    name: 'A template with 20,000 blocks within one another',
    files: {
      'a.yaml': own,
      'templates/slides/mine.hbs': `${'{{#if headline}}'.repeat(20_000)}x${'{{/if}}'.repeat(20_000)}`,
    },
    args: quick,
    code: 1,
    finds: ['LIMIT-1'],
    marp: 'Has no templates.',
  },
  {
    name: 'A template whose loops take 30 to the power of 7 turns',
    files: {
      'a.yaml': own,
      'templates/slides/mine.hbs': `# {{headline}}\n{{#each foot}}{{/each}}${'{{#each @root.points}}'.repeat(7)}x${'{{/each}}'.repeat(7)}`,
    },
    args: quick,
    code: 1,
    finds: ['LIMIT-1'],
    marp: 'Has no templates.',
  },
  {
    name: 'A template that asks for `constructor` and `__proto__`',
    files: {
      'a.yaml': own,
      'templates/slides/mine.hbs': '# {{headline}}\n{{headline.constructor}}{{__proto__}}',
    },
    code: 1,
    finds: ['TEMPLATE-3'],
    marp: 'Has no templates.',
  },
  {
    name: 'Scripts, handlers, `javascript:` links and frames in a Marp deck',
    files: {
      'a.md':
        '# A\n\n<script>alert(71)</script> <img src=x onerror="alert(72)"> [x](javascript:alert(73)) <a href="javascript:alert(74)">y</a>\n\n<iframe src="file:///etc/passwd"></iframe><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">\n',
    },
    code: 0,
    never: ['<script>alert', 'onerror="alert', 'href="javascript:', '<iframe', '<meta http-equiv="refresh"'],
    marp: 'Shown as text by default; with --html all of them run, and a refresh puts another page in the PDF.',
  },
  {
    name: 'Pictures, styles and fonts on a network, in a Marp deck',
    files: (listener) => ({
      'a.md': `---\nbackgroundImage: url(${listener}/1)\n---\n# A\n\n![](${listener}/2) ![bg](${listener}/3)\n\n<style>@import url(${listener}/4); @font-face{font-family:x;src:url(${listener}/5)} h1{font-family:x;background:url(${listener}/6)}</style>\n`,
    }),
    args: ['--to', 'html,pdf'],
    code: 0,
    finds: ['ASSET-3'],
    marp: 'All are fetched, without a word; no option forbids it.',
  },
  {
    name: 'A theme that imports and fetches',
    files: (listener) => ({
      'a.yaml': outlineOf({ headline: 'H', points: ['p'] }, { theme: 'mine' }),
      'templates/themes/mine.css': `/* @theme mine */\n@import url(${listener}/1);\nsection{background:url(file:///etc/hostname),image-set("${listener}/2" 1x)} </style><script>alert(75)</script>`,
    }),
    args: ['--to', 'html,pdf'],
    code: 1,
    finds: ['DRAW-1'],
    marp: 'All are fetched.',
  },
  {
    name: 'An SVG that fetches, frames and runs',
    files: (listener) => ({ 'a.yaml': pictures(['p.svg']), 'p.svg': reachingOut(listener) }),
    args: ['--to', 'html,pdf'],
    code: 0,
    marp: 'Not measured.',
  },
  {
    name: 'An SVG of a billion entities, and one that reads a file',
    files: {
      'a.yaml': pictures(['p.svg', 'q.svg']),
      'p.svg': deepEntities,
      'q.svg':
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
    },
    code: 1,
    finds: ['ASSET-4'],
    marp: 'Not measured.',
  },
  {
    name: 'An SVG whose `use` elements draw a billion squares',
    files: { 'a.yaml': pictures(['p.svg']), 'p.svg': nestedUses(9) },
    args: ['--to', 'pdf', '--timeout', '6'],
    code: 3,
    finds: ['BROWSER-1'],
    marp: 'Not measured; what never ends in a page ends it after 30 to 180 s, whatever --browser-timeout says.',
  },
  {
    name: 'A PNG of 900 million pixels, and one that is cut off',
    files: {
      'a.yaml': pictures(['p.png', 'q.png']),
      'p.png': wholePng(30_000, 30_000),
      'q.png': wholePng(90, 90).subarray(0, 50),
    },
    code: 1,
    finds: ['ASSET-5', 'ASSET-4'],
    marp: 'Not measured.',
  },
  {
    name: 'Pictures by absolute, climbing, encoded, linked, `file:` and UNC paths, devices and pipes',
    files: {
      'a.yaml': pictures([
        '/etc/hostname',
        '../secret.png',
        '%2e%2e/secret.png',
        '%252e%252e/secret.png',
        'link.png',
        'folder/secret.png',
        'file:///etc/hostname',
        'FILE:///etc/hostname',
        '\\\\server\\x.png',
        'C:\\x.png',
        'zero.png',
        'pipe.png',
        '/proc/self/environ',
      ]),
    },
    before: (cwd) => {
      const outside = join(cwd, '..', 'outside');
      mkdirSync(outside, { recursive: true });
      writeFileSync(join(outside, 'secret.png'), Buffer.concat([wholePng(9, 9), Buffer.from(secret)]));
      symlinkSync(join(outside, 'secret.png'), join(cwd, 'link.png'));
      symlinkSync(outside, join(cwd, 'folder'));
      symlinkSync('/dev/zero', join(cwd, 'zero.png'));
      execFileSync('mkfifo', [join(cwd, 'pipe.png')]);
    },
    code: 1,
    finds: ['ASSET-2', 'ASSET-4'],
    never: [secret, Buffer.from(secret).toString('base64').slice(4, 20)],
    marp: 'Blocked by default, the file not named; with --allow-local-files every file of the user is read.',
  },
  {
    name: 'A template that is a link to a file elsewhere',
    files: { 'a.yaml': own, 'templates/slides/_part.hbs': 'x' },
    before: (cwd) => {
      writeFileSync(join(cwd, '../secret.txt'), secret);
      symlinkSync('../../../secret.txt', join(cwd, 'templates/slides/mine.hbs'));
    },
    code: 1,
    finds: ['DRAW-1'],
    never: [secret],
    marp: 'Has no templates.',
  },
  {
    name: 'Configuration and packages in a stranger’s folder',
    files: {
      'a.md': '# A\n\n```js\nx\n```\n',
      'marp.config.js': executed,
      '.marprc.yml': 'engine: ./evil.js',
      'evil.js': executed,
      '.puppeteerrc.cjs': executed,
      'node_modules/shiki/index.js': executed,
      'node_modules/shiki/package.json': '{"name":"shiki","main":"index.js"}',
    },
    args: ['--to', 'html,pdf'],
    code: 0,
    marp: 'Executes marp.config.js and the engine of .marprc.yml.',
  },
  {
    name: 'Aliases that unfold to a billion values',
    files: {
      'a.yaml': `title: A\na0: &a0 [x]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`).join('\n')}\nslides: [*a9]\n`,
    },
    code: 1,
    finds: ['YAML-3'],
    marp: 'Front matter that is no mapping of directives is dropped without a word.',
  },
  {
    name: 'One text of 5 MB',
    files: { 'a.yaml': outlineOf({ headline: 'H', points: ['word '.repeat(1_000_000)] }) },
    code: 1,
    finds: ['YAML-3'],
    marp: 'Not measured.',
  },
  {
    name: 'Marks that never close (60 kB of `*a `)',
    files: {
      'a.yaml': outlineOf({
        headline: 'H',
        points: [
          '*a '.repeat(20_000),
          '_a '.repeat(20_000),
          Array.from({ length: 300 }, (_, n) => '`'.repeat(n + 1)).join(' '),
        ],
      }),
    },
    code: 0,
    marp: 'Not measured.',
  },
];
