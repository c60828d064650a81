import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeckBrowser } from '../../src/browser/browser.js';
import { finishPdf, type PdfFacts } from '../../src/pdf/finish-pdf.js';
import {
  browserIn,
  bundleScript,
  document,
  removeTemporaryFolders,
  size,
  temporaryFolder,
} from '../browser/probes.js';
import { has } from '../programs.js';
import {
  catalogText,
  everyText,
  linkTexts,
  load,
  outline,
  strayOperators,
  structureIds,
  structureTypes,
  xmp,
} from './reading.js';

const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';
const html = document([
  `<h1>Talks</h1><p>A <strong>strong</strong> and an <em>emphatic</em> word, <a href="https://example.org/(a)">a link</a></p>`,
  '<h1>Who</h1><table><tr><th>Who</th><th>What</th></tr><tr><td>Union</td><td>Cut its demand</td></tr></table>',
  `<h1>Seen</h1><ul><li>One</li><li>Two</li></ul><img src="${picture}" alt="A dot" width="90" height="90">
   <p style="opacity: 0.5">Half seen</p><hr>`,
]);
const facts: PdfFacts = {
  title: 'Hafengespräche (2026)',
  subject: 'The strike & its end',
  authors: ['Ana <Lead> Diaz', 'Бо'],
  keywords: ['harbour', 'strike'],
  language: 'en-GB',
  direction: 'ltr',
  date: '2026-11-23',
  creator: 'briefdeck 0.1.0',
  pageCount: 3,
  counts: 'pages',
  claimsUa: true,
  outline: [
    { title: 'Start', page: 1, level: 1, names: [] },
    { title: 'Положение', page: 2, level: 1, names: [] },
    { title: 'Who (exactly)', page: 2, level: 2, names: [] },
    { title: 'Seen', page: 3, level: 2, names: [] },
  ],
};

let browser: DeckBrowser;
let raw: Uint8Array;

beforeAll(async () => {
  browser = browserIn(await temporaryFolder());
  raw = await browser.withDeck({ html, size }, (deck) => deck.print());
});
afterAll(async () => {
  await browser.close();
  await removeTemporaryFolders();
});

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a finished PDF', () => {
  it.runIf(has('qpdf', 'pdftoppm'))('is sound to other programs and draws the same pages', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'raw.pdf'), raw);
    await writeFile(join(folder, 'done.pdf'), finishPdf(raw, facts));
    expect(spawnSync('qpdf', ['--check', join(folder, 'done.pdf')]).status).toBe(0);
    const draw = (name: string) =>
      execFileSync('pdftoppm', ['-r', '60', join(folder, name)], { maxBuffer: 1 << 26 });
    expect(hash(draw('done.pdf'))).toBe(hash(draw('raw.pdf')));
  });

  it('says what it is, in the information dictionary and in XMP', async () => {
    const pdf = await load(finishPdf(raw, facts));
    expect(pdf.getTitle()).toBe(facts.title);
    expect(pdf.getAuthor()).toBe('Ana <Lead> Diaz, Бо');
    expect(pdf.getSubject()).toBe(facts.subject);
    expect(pdf.getKeywords()).toBe('harbour, strike');
    expect(pdf.getCreator()).toBe('briefdeck 0.1.0');
    expect(pdf.getProducer()).toMatch(/^Skia\/PDF m\d+$/u);
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(catalogText(pdf, 'Lang')).toBe('en-GB');
    for (const part of [
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Hafengespräche (2026)</rdf:li>',
      '<dc:creator><rdf:Seq><rdf:li>Ana &lt;Lead&gt; Diaz</rdf:li><rdf:li>Бо</rdf:li>',
      'The strike &amp; its end',
      '<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li>',
      '<xmp:CreateDate>2026-11-23</xmp:CreateDate>',
      '<xmp:CreatorTool>briefdeck 0.1.0</xmp:CreatorTool>',
    ]) {
      expect(xmp(pdf)).toContain(part);
    }
  });

  it('has no date at all when the outline has none', async () => {
    const pdf = await load(finishPdf(raw, { ...facts, date: null }));
    expect(pdf.getCreationDate()).toBeUndefined();
    expect(pdf.getModificationDate()).toBeUndefined();
    expect(xmp(pdf)).not.toContain('Date');
  });

  it('shows its title and is read from the right where its language is', async () => {
    const left = (await load(finishPdf(raw, facts))).catalog.toString();
    const right = (await load(finishPdf(raw, { ...facts, direction: 'rtl' }))).catalog.toString();
    expect(left).toContain('/DisplayDocTitle true');
    expect(left).not.toContain('/Direction');
    expect(right).toContain('/Direction /R2L');
  });

  it('is outlined by sections and headlines, nested by level', async () => {
    expect(outline(await load(finishPdf(raw, facts)))).toEqual([
      'Start > 1',
      'Положение > 2',
      '  Who (exactly) > 2',
      '  Seen > 3',
    ]);
  });

  it('keeps the outline of the headings where it is given none', async () => {
    expect(outline(await load(finishPdf(raw, { ...facts, outline: null })))).toEqual([
      'Talks > 1',
      'Who > 2',
      'Seen > 3',
    ]);
  });

  it('keeps the tags, in types that PDF 1.7 knows', async () => {
    const types = structureTypes(await load(finishPdf(raw, facts)));
    for (const type of ['H1', 'P', 'Link', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure'])
      expect(types).toContain(type);
    for (const type of ['Strong', 'Em']) expect(types).not.toContain(type);
    expect(types.filter((type) => type === 'Span')).toHaveLength(2);
    expect(everyText(await load(finishPdf(raw, facts)))).toContain('/Alt (A dot)');
  });

  it('paints nothing outside its tags but artifacts', async () => {
    expect(strayOperators(await load(raw))).not.toEqual([]);
    expect(strayOperators(await load(finishPdf(raw, facts))).filter((operator) => operator !== 'Do')).toEqual(
      [],
    );
  });

  it('puts what a list item says into a list body', async () => {
    const types = structureTypes(await load(finishPdf(raw, facts)));
    const list = types.slice(types.indexOf('L')).filter((type) => /^(?:L|LI|Lbl|LBody)$/u.test(type));
    expect(list).toEqual(['L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody']);
  });

  it.runIf(has('pdfinfo'))('gives its text in reading order to those who cannot see it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'done.pdf'), finishPdf(raw, facts));
    const { stdout, stderr } = spawnSync('pdfinfo', ['-struct-text', join(folder, 'done.pdf')], {
      encoding: 'utf8',
    });
    const texts = [...stdout.matchAll(/^\s*"([^"]+)"$/gmu)].map((match) => match[1]?.trim());
    expect(texts.filter((text) => text && /^[A-Z]/u.test(text))).toEqual([
      'Talks',
      'A',
      'Who',
      'Who',
      'What',
      'Union',
      'Cut its demand',
      'Seen',
      'One',
      'Two',
      'Half seen',
    ]);
    expect(stderr).toBe('');
  });

  it('gives each link a text', async () => {
    expect(linkTexts(await load(finishPdf(raw, facts)))).toEqual(['https://example.org/(a)']);
  });

  it('has ids of its own, and headers that refer to them', async () => {
    const { given, referred } = structureIds(await load(finishPdf(raw, facts)));
    expect(given).toEqual(['node00000001', 'node00000002']);
    expect(referred).toEqual(given);
  });

  it('is smaller than what Chromium wrote', () => {
    expect(finishPdf(raw, facts).length).toBeLessThan(raw.length * 0.9);
  });

  it('is refused when its pages are not the slides', () => {
    expect(() => finishPdf(raw, { ...facts, pageCount: 2 })).toThrow(
      'The PDF has 3 pages where there should be 2',
    );
  });
});

describe('the same deck', () => {
  it('gives the same bytes after another deck in the same browser, and among others', async () => {
    const first = hash(finishPdf(raw, facts));
    const other = document(['<h1>Other</h1><table><tr><th>Other</th></tr><tr><td>one</td></tr></table>']);
    const many = browserIn(await temporaryFolder(), { concurrency: 4 });
    const prints = await Promise.all(
      [html, other, html, other, html, html].map((it) =>
        many.withDeck({ html: it, size }, (deck) => deck.print()),
      ),
    );
    await many.close();
    const hashes = prints
      .filter((_, index) => index !== 1 && index !== 3)
      .map((it) => hash(finishPdf(it, facts)));
    expect(new Set(hashes)).toEqual(new Set([first]));
  });

  it('gives the same bytes after the page held another document', async () => {
    const grown = `for (let n = 0; n < 500; n++) document.body.append(document.createElement('table')); document.querySelectorAll('body > table').forEach((it) => it.remove())`;
    const print = await browser.withDeck({ html, size }, async (deck) => {
      await deck.evaluate(grown);
      return deck.print();
    });
    expect(hash(finishPdf(print, facts))).toBe(hash(finishPdf(raw, facts)));
  });

  it('gives the same bytes in another process, folder, time zone and language', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'tmp'));
    const script = await bundleScript(
      folder,
      `import { createHash } from 'node:crypto';
       import { startBrowser } from './src/browser/browser.js';
       import { finishPdf } from './src/pdf/finish-pdf.js';
       const browser = startBrowser({ path: null, env: process.env, concurrency: 1, deadline: 60000, say: () => {} });
       const raw = await browser.withDeck({ html: ${JSON.stringify(html)}, size: { width: 1280, height: 720 } }, (deck) => deck.print());
       await browser.close();
       process.stdout.write(createHash('sha256').update(finishPdf(raw, ${JSON.stringify(facts)})).digest('hex'));`,
    );
    const env = {
      ...process.env,
      TMPDIR: join(folder, 'tmp'),
      TZ: 'Asia/Seoul',
      LANG: 'ko_KR.UTF-8',
      LC_ALL: 'ko_KR.UTF-8',
    };
    expect(execFileSync(process.execPath, [script], { cwd: folder, env, encoding: 'utf8' })).toBe(
      hash(finishPdf(raw, facts)),
    );
  });
});
