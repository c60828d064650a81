import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  catalogText,
  destinations,
  load,
  outline as outlineOf,
  strayOperators,
  xmp,
} from '../pdf/reading.js';
import { has } from '../programs.js';
import { hashOf, makeFolder, outline, root, run } from './command.js';

const all = ['--to', 'html,pdf', '--pdf', 'slides,notes,handout,summary'];
const forms = ['', '-notes', '-handout', '-summary'];

/** What stands on the pages of a PDF, in the order of its lines. */
function pagesOf(path: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  return text.split('\f').slice(0, -1);
}

function sizesOf(path: string): readonly string[] {
  const said = execFileSync('pdfinfo', ['-l', '1', path], { encoding: 'utf8' });
  return (
    /size:\s+([\d.]+) x ([\d.]+)/u
      .exec(said)
      ?.slice(1)
      .map((each) => String(Math.round(Number(each)))) ?? []
  );
}

describe('the real brief', () => {
  let cwd = '';
  const path = (form: string) => join(cwd, `output/russia-north-korea${form}.pdf`);

  beforeAll(() => {
    cwd = makeFolder();
    copyFileSync(join(root, 'data/russia-north-korea.yaml'), join(cwd, 'russia-north-korea.yaml'));
    const { code, err } = run(['build', 'russia-north-korea.yaml', ...all], cwd);
    expect(err).toContain('1 deck, 5 files');
    expect(code).toBe(0);
  }, 60_000);

  it('gives five files, its slides in at most 200 KB', () => {
    expect(readdirSync(join(cwd, 'output'))).toEqual(
      ['-handout.pdf', '-notes.pdf', '-summary.pdf', '.html', '.pdf'].map(
        (end) => `russia-north-korea${end}`,
      ),
    );
    expect(readFileSync(path('')).length).toBeLessThanOrEqual(200 * 1024);
  });

  it.runIf(has('pdftotext', 'pdfinfo'))(
    'has marking, short title and page n / N on every page of every form',
    () => {
      for (const form of ['-notes', '-handout', '-summary']) {
        const pages = pagesOf(path(form));
        for (const [index, page] of pages.entries()) {
          expect(page, `${form} ${index + 1}`).toMatch(
            new RegExp(`${index + 1} ?/ ?${pages.length}\\b`, 'u'),
          );
          expect(page.match(/TLP:CLEAR/gu)?.length, `${form} ${index + 1}`).toBeGreaterThanOrEqual(2);
          expect(page).toMatch(/Russia’s stake in the.*Edition 1 · Information to 7 December 2017/u);
        }
        expect(sizesOf(path(form))).toEqual(['595', '842']);
      }
    },
  );

  it.each(forms)(
    'says in %s.pdf what it is, in which language, and paints nothing outside its tags',
    async (form) => {
      const pdf = await load(readFileSync(path(form)));
      const title = 'Russia’s stake in the North Korea crisis';
      expect(pdf.getTitle()).toBe(
        form ? `${title} (${form.charAt(1).toUpperCase()}${form.slice(2)})` : title,
      );
      expect(catalogText(pdf, 'Lang')).toBe('en');
      expect(xmp(pdf)).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li>');
      expect(pdf.catalog.toString()).toContain('/PageLabels');
      expect(outlineOf(pdf).length).toBeGreaterThan(4);
      expect(strayOperators(pdf).filter((operator) => operator !== 'Do')).toEqual([]);
    },
  );

  it('leads to each slide by its number and its id', async () => {
    const places = async (form: string) => destinations(await load(readFileSync(path(form))));
    const slides = await places('');
    expect(slides.get('1')).toBe(1);
    expect(slides.get('limits')).toBe(12);
    expect(slides.get('12')).toBe(12);
    expect((await places('-notes')).get('limits')).toBe(12);
    expect((await places('-handout')).get('limits')).toBe(4);
  });

  it.runIf(has('pdfinfo'))('reads each slide before its notes', () => {
    const { stdout, stderr } = spawnSync('pdfinfo', ['-struct-text', path('-notes')], { encoding: 'utf8' });
    const places = [
      'Moscow can help open talks',
      'Likelihood',
      'Notes 2',
      'The bottom line is our synthesis',
    ];
    const found = places.map((words) => stdout.indexOf(words));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(0);
    expect(stderr).toBe('');
  });

  it.runIf(has('pdftotext'))('sums up bottom line, judgements, implications and sources on two pages', () => {
    const pages = pagesOf(path('-summary'));
    expect(pages).toHaveLength(2);
    const text = pages.join('\n').replace(/\s+/gu, ' ');
    for (const words of [
      'Likelihood: not stated. Confidence: not stated.',
      'Only two countries, China and Russia, are able to help settle the crisis.',
      'Hedged: appears',
      'Southeast Asia.',
      'Ivashentsov, Valdai Discussion Club, 30 November 2017, as cited in Cheang (F6)',
    ])
      expect(text).toContain(words);
  });

  it('gives the same bytes again', () => {
    const before = forms.map((form) => hashOf(path(form)));
    expect(
      run(['build', 'russia-north-korea.yaml', '--to', 'pdf', '--pdf', 'summary,handout,notes,slides'], cwd)
        .code,
    ).toBe(0);
    expect(forms.map((form) => hashOf(path(form)))).toEqual(before);
  });
});

describe('notes', () => {
  const long = Array.from({ length: 90 }, (_, index) => `      Line ${index} of <notes> & more.\n`).join(
    '\n',
  );
  const brief = `title: A
language: en-US
marking: {label: 'TLP:RED', extra: "not } \\"out\\" \\\\ of */ here"}
slides:
  - headline: The strike ends
    id: strike
    points: [p]
    notes: |-
${long}
  - {headline: After, id: after, points: [p], notes: "- one\\n- two"}
`;

  it.runIf(has('pdftotext', 'pdfinfo'))(
    'run on to further pages under the name of their slide, on the paper of the language',
    async () => {
      const cwd = makeFolder({ 'a.yaml': brief });
      expect(run(['build', 'a.yaml', '--to', 'pdf', '--pdf', 'notes', '--notes'], cwd).code).toBe(0);
      expect(readdirSync(join(cwd, 'output'))).toEqual(['a-notes.pdf']);
      const path = join(cwd, 'output/a-notes.pdf');
      const pages = pagesOf(path);
      expect(pages).toHaveLength(6);
      for (const page of pages.slice(1, 5)) {
        expect(page.trimStart()).toMatch(/^(?:TLP:RED.*\s+)?2 +The strike ends/u);
        expect(page).toContain('TLP:RED not } "out" \\ of */ here');
      }
      expect(pages[4]).toContain('Line 89 of <notes> & more.');
      expect(pages[5]).toMatch(/Notes 3[\s\S]*one[\s\S]*two/u);
      expect(sizesOf(path)).toEqual(['612', '792']);
      const pdf = await load(readFileSync(path));
      expect(outlineOf(pdf)).toEqual(['A > 1', 'The strike ends > 2', 'After > 6']);
      expect(destinations(pdf).get('after')).toBe(6);
    },
    60_000,
  );
});

describe('a handout', () => {
  const slides = Array.from({ length: 9 }, (_, index) => `  - {headline: Slide ${index}, points: [p]}\n`);
  const ten = `title: A\nlanguage: en\nregion: SG\nslides:\n${slides.join('')}`;

  it.runIf(has('pdfinfo')).each([
    ['2', 5, ['612', '792']],
    ['4', 3, ['792', '612']],
    ['6', 2, ['612', '792']],
  ])('with --per-page %s has %d pages', async (count, pages, size) => {
    const cwd = makeFolder({ 'a.yaml': ten });
    const options = ['--to', 'pdf', '--pdf', 'handout', '--per-page', count, '--paper', 'letter'];
    expect(run(['build', 'a.yaml', ...options], cwd).code).toBe(0);
    const path = join(cwd, 'output/a-handout.pdf');
    expect((await load(readFileSync(path))).getPageCount()).toBe(pages);
    expect(sizesOf(path)).toEqual(size);
  });
});

describe('a summary', () => {
  it.runIf(has('pdftotext'))('has the headlines of a brief that has nothing else to sum up', () => {
    const cwd = makeFolder({
      'a.yaml': 'title: A\nlanguage: en\nslides: [{headline: "The *strike* ends", points: [p]}]\n',
    });
    expect(run(['build', 'a.yaml', '--to', 'pdf', '--pdf', 'summary'], cwd).code).toBe(0);
    expect(pagesOf(join(cwd, 'output/a-summary.pdf')).join('')).toMatch(/In brief[\s\S]*The strike ends/u);
  });

  it.runIf(has('pdftotext'))('follows the template and the style sheet of the user', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const folder = join(cwd, 'templates/documents');
    execFileSync('mkdir', ['-p', folder]);
    writeFileSync(join(folder, 'summary.hbs'), '# Ours: {{title}}\n');
    writeFileSync(join(folder, 'summary.css'), 'h1::after { content: " by style"; }');
    expect(run(['build', 'a.yaml', '--to', 'pdf', '--pdf', 'summary'], cwd).code).toBe(0);
    expect(pagesOf(join(cwd, 'output/a-summary.pdf')).join('')).toContain('Ours: A by style');
    writeFileSync(join(folder, 'summary.hbs'), '# {{titel}}\n');
    const { code, err } = run(['build', 'a.yaml', '--to', 'pdf', '--pdf', 'summary'], cwd);
    expect(code).toBe(1);
    expect(err).toContain('TEMPLATE-3');
    expect(err).toContain('templates/documents/summary.hbs:1');
    expect(err).toContain('Did you mean `title`?');
  });

  it('of a Marp deck is not made, and a finding says what it needs', () => {
    const cwd = makeFolder({ 'a.md': '# A\n\n<!-- a note -->\n' });
    const { code, err } = run(['build', 'a.md', ...all], cwd);
    expect(code).toBe(0);
    expect(err).toContain('PDF-1');
    expect(err).toContain('it needs an outline');
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a-handout.pdf', 'a-notes.pdf', 'a.html', 'a.pdf']);
  });
});

describe('options for a PDF', () => {
  it.each([
    [['--pdf', 'note'], 'There is no form "note".', 'Did you mean "notes"?'],
    [['--to', 'html', '--pdf', 'notes'], '--pdf is for PDF alone.', 'Add pdf to --to.'],
    [['--per-page', '3'], '--per-page is for handout alone.', 'Add --pdf handout.'],
    [['--pdf', 'handout', '--per-page', '5'], '--per-page is "5".', 'Accepted are 2, 3, 4 and 6.'],
    [['--paper', 'a4'], '--paper is for notes, handout, summary alone.', 'Add --pdf notes.'],
    [['--pdf', 'notes', '--paper', 'a5'], 'There is no paper "a5".', 'Did you mean "a4"?'],
    [['--pdf-images', 'tiny'], 'There is no detail "tiny".', 'Known: screen, print, original.'],
  ])('refuses %j', (words, message, hint) => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const { code, err } = run(['build', 'a.yaml', ...words], cwd);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });

  it('refuses two decks whose notes would have the same name as another’s slides', () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'a-notes.yaml': outline });
    const { code, err } = run(
      ['build', 'a.yaml', 'a-notes.yaml', '--to', 'pdf', '--pdf', 'slides,notes'],
      cwd,
    );
    expect(code).toBe(2);
    expect(err).toContain('would both be written to output/a-notes.pdf');
  });
});
