import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { makeFolder, root, run } from '../cli/command.js';

/** Slides by what they are to show; the text "fires" is to be found, all others are not. */
const slides = {
  'pale text': `kind: markdown
    markdown: |
      <style scoped> p { color: #8C8C8C; font-size: 20px } li { color: #767676; font-size: 20px } h2 { color: #8C8C8C; font-size: 24px } </style>

      ## Pale, but large enough

      It fires

      - Just dark enough`,
  'text over a gradient': `kind: markdown
    markdown: |
      <style scoped> .raw { background: linear-gradient(90deg, #FFFFFF, #000000) } p, li { color: #FFFFFF } li { margin-left: 700px } </style>

      It fires

      - Clear at its end`,
  'text over a picture': `kind: markdown
    markdown: |
      <style scoped> .raw { background-image: url(harbour.png) } p { color: #8C8C8C } </style>

      Nobody can tell from outside`,
  'text upon a dark box': `kind: markdown
    markdown: |
      <style scoped> p { color: #FFFFFF; background: #202020 } </style>

      White upon dark`,
  'small text': `kind: markdown
    markdown: |
      <style scoped> p { font-size: 18px } li { font-size: 19px } </style>

      It fires

      - Large enough`,
  'a headline of four lines': `headline: ${'This headline goes on and on, and then goes on. '.repeat(5)}
    points: [Plain]`,
  'a headline of two lines': `headline: ${'This headline goes on and on, and goes on. '.repeat(2)}
    points: [Plain]`,
  'a word alone': `kind: markdown
    headline: Words of a headline so
    markdown: |
      <style scoped> h1 { text-wrap: wrap; width: 390px } </style>

      Plain`,
  'a soft picture': `kind: image
    file: soft.png
    alt: A colour`,
  'a sharp picture': `kind: image
    file: harbour.png
    alt: The harbour`,
} as const;

type Name = keyof typeof slides;

/** A PNG of 1 × 1 pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let found: readonly {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly pointer: string;
  readonly line: number;
}[] = [];

beforeAll(() => {
  const rows = Object.entries(slides).map(([name, body]) =>
    body.includes('headline:') ? `  - ${body}` : `  - headline: ${name}\n    ${body}`,
  );
  const folder = makeFolder({
    'brief.yaml': `title: T\nlanguage: en\nslides:\n  - kind: title\n${rows.join('\n')}\n`,
    'soft.png': Buffer.from(pixel, 'base64'),
  });
  copyFileSync(join(root, 'test/golden/kinds/pictures/harbour.png'), join(folder, 'harbour.png'));
  const args = ['build', join(folder, 'brief.yaml'), '--to', 'pdf', '--out', makeFolder(), '--json'];
  found = JSON.parse(run(args, root).out).decks[0].diagnostics;
}, 60_000);

function on(name: Name, code: string) {
  const place = `/slides/${Object.keys(slides).indexOf(name) + 1}`;
  return found.filter((each) => each.code === code && `${each.pointer}/`.startsWith(`${place}/`));
}

const fires: readonly (readonly [Name, string, RegExp])[] = [
  ['pale text', 'A11Y-2', /the contrast of “It fires” with its ground is 3\.3 : 1; it needs 4\.5 : 1\.$/u],
  ['text over a gradient', 'A11Y-2', /the contrast of “It fires” with its ground is 1\.\d : 1/u],
  ['small text', 'A11Y-3', /text is set at 13\.5 pt; the smallest here is 14 pt\.$/u],
  ['a headline of four lines', 'HDL-2', /takes \d lines; 2 are read at a glance\.$/u],
  ['a word alone', 'LAYOUT-1', /^“so” stands alone on the last line/u],
  ['a soft picture', 'LAYOUT-2', /has 1 × 1 pixels and is drawn over/u],
];

it.each(fires)('finds %s as %s', (name, code, message) => {
  const findings = on(name, code);
  expect(findings.map((each) => each.message)).toEqual([expect.stringMatching(message)]);
  expect(findings[0]?.line).toBeGreaterThan(0);
});

const silent: readonly (readonly [Name, string])[] = [
  ['text over a picture', 'A11Y-2'],
  ['text upon a dark box', 'A11Y-2'],
  ['a headline of two lines', 'HDL-2'],
  ['a headline of two lines', 'LAYOUT-1'],
  ['a sharp picture', 'LAYOUT-2'],
];

it.each(silent)('says nothing of %s as %s', (name, code) => {
  expect(on(name, code)).toEqual([]);
});

it('leaves the look of a Marp deck to its author', () => {
  const folder = makeFolder({
    'deck.md':
      '---\nmarp: true\n---\n<style scoped> p { color: #CCC; font-size: 9px } </style>\n\n# Deck\n\nPale and small\n',
  });
  const { out } = run(
    ['build', join(folder, 'deck.md'), '--to', 'pdf', '--out', makeFolder(), '--json'],
    root,
  );
  expect(JSON.parse(out).decks[0].diagnostics.map(({ code }: { code: string }) => code)).not.toContain(
    'A11Y-2',
  );
}, 60_000);
