import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, root, run } from '../cli/command.js';

const marp = createRequire(import.meta.url).resolve('@marp-team/marp-cli/marp-cli.js');

/** What a slide holds: the tags that give its structure, and its texts, in order. */
function slidesOf(html: string): readonly string[] {
  return [...html.matchAll(/<section\b[^>]*>(.*?)<\/section>/gsu)].map((section) =>
    (section[1] ?? '')
      .replace(/<(style|script)\b.*?<\/\1>/gsu, '')
      .replace(/<(h[1-6]|ul|ol|li|tr|th|td|p|blockquote|strong|em|a)\b[^>]*>/gu, '\u0001<$1>\u0001')
      .replace(/<(?![a-z\d]+>\u0001)[^>]*>/gu, '\u0001')
      .split('\u0001')
      .map((part) => part.replace(/\s+/gu, ' ').trim())
      .filter((part) => part !== '')
      .join('\n'),
  );
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, `${name}.html`), 'utf8');
}

const kinds = readdirSync(join(root, 'test/golden/kinds')).filter((name) => name.endsWith('.yaml'));
const briefs = readdirSync(join(root, 'data')).filter((name) => name.endsWith('.yaml'));
const decks = [...kinds.map((name) => `golden/${name}`), ...briefs.map((name) => `data/${name}`)];
const names = decks.map((deck) => basename(deck, '.yaml'));

describe('what --to md writes', () => {
  const cwd = makeFolder();
  const at = (folder: string) => join(cwd, folder);

  beforeAll(() => {
    cpSync(join(root, 'test/golden/kinds'), at('golden'), { recursive: true });
    cpSync(join(root, 'data'), at('data'), { recursive: true });
    expect(run(['build', ...decks, '--to', 'md,html', '--out', 'ours', '--quiet'], cwd).code).toBe(0);
    mkdirSync(at('md'));
    for (const name of names) cpSync(at(`ours/${name}.md`), at(`md/${name}.md`));
    writeFileSync(at('briefing.css'), run(['theme'], cwd).out);
    const convert = (...line: readonly string[]) =>
      execFileSync(process.execPath, [marp, '--no-config-file', '--input-dir', 'md', ...line], {
        cwd,
        stdio: 'pipe',
      });
    convert('--output', 'bare');
    convert('--theme-set', 'briefing.css', '--output', 'themed');
  }, 240_000);

  it.each(names)(
    '%s is shown by Marp with the slides, headlines, lists, tables and texts of our own HTML',
    (name) => {
      const own = slidesOf(read(at('ours'), name));
      expect(own.length).toBeGreaterThan(1);
      expect(own.join('\n')).toContain('<h1>');
      expect(slidesOf(read(at('bare'), name))).toEqual(own);
      expect(slidesOf(read(at('themed'), name))).toEqual(own);
    },
  );

  it('is drawn by the theme that `briefdeck theme` prints, fonts and all, and not without it', () => {
    const [bare, themed] = [read(at('bare'), 'minimal'), read(at('themed'), 'minimal')];
    expect(themed).toMatch(/--accent:\s*#0b5a66/iu);
    expect(themed).toMatch(/@font-face\s*\{font-family:\s*['"]?Gelasio/u);
    expect(bare).not.toMatch(/--accent:\s*#0b5a66/iu);
  });
});
