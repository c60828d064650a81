import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Case, outlineOf } from './case.js';

const plain = { 'a.yaml': outlineOf({ headline: 'H', points: ['p'] }) };
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const withBrowser = ['--to', 'html,pdf'];

function inPlaceOfOutput(make: (path: string) => void) {
  return (cwd: string) => {
    rmSync(join(cwd, 'output/a.html'));
    make(join(cwd, 'output/a.html'));
  };
}

/** What goes wrong around a build. */
export const faultCases: readonly Case[] = [
  {
    name: 'YAML that is not well formed',
    files: { 'a.yaml': 'title: A: B\nslides: [\n' },
    code: 1,
    finds: ['YAML-2'],
    marp: 'Front matter is dropped without a word; exit 0.',
  },
  {
    name: 'One input of two is missing',
    files: plain,
    args: ['none.yaml', '--to', 'html'],
    code: 4,
    finds: ['FILE-1'],
    marp: 'Exit 0, and nothing of the missing one.',
  },
  {
    name: 'An unknown format',
    files: plain,
    args: ['--to', 'docx'],
    code: 2,
    marp: 'Writes HTML under that name; exit 0.',
  },
  {
    name: 'The output is the input',
    files: { 'a.md': '# A\n' },
    args: ['--to', 'md', '--out', '.'],
    code: 2,
    marp: 'Overwrites the source with HTML; exit 0.',
  },
  {
    name: 'The output is a folder',
    files: plain,
    before: inPlaceOfOutput((path) => mkdirSync(path)),
    code: 2,
    marp: 'Fails after all is rendered; exit 1.',
  },
  {
    name: 'The output is a symbolic link',
    files: plain,
    before: inPlaceOfOutput((path) => {
      writeFileSync(join(path, '../../precious'), 'previous');
      symlinkSync('../precious', path);
    }),
    code: 2,
    marp: 'Writes through it, over what it points at.',
  },
  {
    name: 'A file system that takes no folder',
    files: plain,
    args: ['--to', 'html', '--out', '/proc/briefdeck'],
    code: 4,
    finds: ['FILE-1'],
    marp: 'Fails after all is rendered; exit 1.',
  },
  {
    name: 'The folder for temporary files is missing',
    files: plain,
    args: withBrowser,
    env: { TMPDIR: '/proc/none' },
    code: 4,
    finds: ['FILE-1'],
    marp: 'Not measured.',
  },
  {
    name: 'No HOME, or one that cannot be written to',
    files: plain,
    args: withBrowser,
    env: { HOME: '/proc/none', XDG_CACHE_HOME: cache },
    code: 0,
    marp: 'Not measured.',
  },
  {
    name: 'Locale C and another time zone',
    files: plain,
    args: withBrowser,
    env: { LANG: 'C', LC_ALL: 'C', TZ: 'Pacific/Kiritimati' },
    code: 0,
    marp: 'The language of the output is that of the machine.',
  },
  {
    name: 'A browser that is not there',
    files: plain,
    args: [...withBrowser, '--browser', '/none/chrome'],
    code: 3,
    finds: ['BROWSER-1'],
    marp: 'Takes another one without a word; exit 0.',
  },
  {
    name: 'A browser that ends at once',
    files: plain,
    args: [...withBrowser, '--browser', '/bin/false'],
    code: 3,
    finds: ['BROWSER-1'],
    marp: 'Not measured.',
  },
  {
    name: 'A browser that starts and never answers',
    files: { ...plain, 'browser.sh': '#!/bin/sh\nexec sleep 300\n' },
    before: (cwd) => chmodSync(join(cwd, 'browser.sh'), 0o755),
    args: [...withBrowser, '--timeout', '4', '--browser', './browser.sh'],
    code: 3,
    finds: ['BROWSER-1'],
    marp: 'Not measured.',
  },
];
