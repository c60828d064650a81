import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfObject } from '../../src/pdf/pdf-file.js';
import { readPdfContent } from '../../src/pdf/read/read-content.js';
import { readWritten } from '../../src/pdf/read/read-written.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { makeFolder, root, run } from '../cli/command.js';

const harbour = readFileSync(join(root, 'test/golden/kinds/pictures/harbour.png'));

const markdown = `---
lang: en
paginate: true
---

# Talks

The office is **open**, the union [says so](https://example.org/union), and [much more](#2).

---

## العربية والعبرية

اللغة العربية تكتب من اليمين

| Week | Ships |
|-----:|------:|
| 6    | 43    |

![w:200 a plan of the harbour](harbour.png)
`;

const out = makeFolder({ 'whole.md': markdown, 'harbour.png': harbour });
let report: ReturnType<typeof reportOf>;
let pdf: Uint8Array;

function reportOf(name: string) {
  const { out: json } = run(['build', `${name}.md`, '--to', 'pdf,pptx', '--out', out, '--json'], out);
  const { decks } = JSON.parse(json);
  return decks[0];
}

beforeAll(() => {
  report = reportOf('whole');
  pdf = readFileSync(join(out, 'whole.pdf'));
}, 60_000);

/** The PDF with some objects changed, read anew. */
function changed(change: (body: string) => string) {
  const file = readWritten(pdf);
  if (!file) throw new TypeError('no PDF of ours');
  let changes = 0;
  for (const [number, object] of file.objects) {
    const next: PdfObject = { ...object, body: change(object.body) };
    if (next.body !== object.body) changes += 1;
    file.objects.set(number, next);
  }
  if (changes === 0) throw new TypeError('nothing was changed');
  return readPdfContent(writePdf(file));
}

describe('a deck of which nothing is lost', () => {
  it('says in --json how much each format holds', () => {
    const document = {
      texts: 10,
      tables: 1,
      pictures: 1,
      formulae: 0,
      links: 2,
      alternativeTexts: 1,
      notes: 0,
    };
    const { notes: _, formulae: __, ...pdfCounts } = document;
    expect(report.held).toEqual({ document, pptx: document, pdf: pdfCounts });
    expect(report.diagnostics).toEqual([]);
  });

  it('reads its PDF as a screen reader does: texts in their order, tables, descriptions, links', () => {
    const [first, second] = readPdfContent(pdf) ?? [];
    expect(first?.texts).toEqual(['Talks', 'The office is open, the union says so, and much more.']);
    expect(first?.links.map(({ address }) => address)).toEqual(['https://example.org/union', '#2']);
    expect(first?.decoration).toEqual(['1']);
    // Words of right-to-left text are drawn from the left, each spelt as it is read.
    expect(second?.texts[0]?.normalize('NFKC').split(' ').toReversed().join(' ')).toBe('العربية والعبرية');
    expect(second?.tables).toEqual(['Week\nShips\n6\n43']);
    expect(second?.alternativeTexts).toEqual(['a plan of the harbour']);
  });

  it.each([
    ['the tag of a table', (body: string) => body.replace('/S /Table\n', '/S /Div\n'), 'tables', []],
    ['a description', (body: string) => body.replace(/\/Alt \([^)]*\)\n/u, ''), 'alternativeTexts', []],
    [
      'the tag of a text',
      (body: string) => (body.includes('/S /H2\n') ? '<</Type /None>>' : body),
      'texts',
      5,
    ],
  ] as const)('misses %s that is taken out of it', (_, change, kind, left) => {
    const held = changed(change)?.[1]?.[kind];
    expect(typeof left === 'number' ? held?.length : held).toEqual(left);
  });

  it('misses links that are taken out of it', () => {
    expect(changed((body) => body.replace(/\/Annots \[[^\]]*\]/u, ''))?.[0]?.links).toEqual([]);
  });
});

describe('a deck of which something is lost', () => {
  it('warns at the line of each thing, for every format that lacks it, and counts', () => {
    const lossy = `# Talks\n\n[The other page](other.html)\n\n![w:200 grayscale a plan](harbour.png)\n`;
    const cwd = makeFolder({ 'a.md': lossy, 'harbour.png': harbour });
    const { code, err } = run(['build', 'a.md', '--to', 'pdf,pptx', '--out', cwd], cwd);
    expect(code).toBe(0);
    expect(err).toMatch(/LOSS-2 {2}a\.md:3:1\n.*the PPTX and the PDF lack the link to other\.html/u);
    expect(err).toMatch(/LOSS-2 {2}a\.md:5:1\n.*the PDF lacks the alternative text “a plan”/u);
    expect(err).toContain('  the PPTX holds 0 of 1 links\n');
    expect(err).toContain('  the PDF holds 0 of 1 links, 0 of 1 alternative texts\n');
  });
});
