import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, makeFolder, outline, run, start } from '../cli/command.js';
import { nestedUses } from './pictures.js';

const good = Array.from({ length: 22 }, (_, index) => `deck${String(index).padStart(2, '0')}.yaml`);

describe('25 decks, one that is bad, one that is not there and one that never ends among them', () => {
  let cwd = '';
  let outcome: ReturnType<typeof run>;
  const inputs = [...good.slice(0, 5), 'bad.yaml', 'none.yaml', 'endless.yaml', ...good.slice(5)];
  beforeAll(() => {
    const texts = good.map((name, index) => [name, outline.replace('title: A', `title: Deck ${index}`)]);
    cwd = makeFolder({
      ...Object.fromEntries(texts),
      'bad.yaml': `${outline}x: 1\n`,
      'endless.yaml': outline.replace('points: [p]', 'kind: image, alt: x, file: uses.svg'),
      'uses.svg': nestedUses(9),
    });
    const line = ['build', ...inputs, '--to', 'html,pdf,pptx', '--timeout', '20'];
    outcome = run(line, cwd);
  }, 240_000);

  it('are all made but those three', () => {
    const names = readdirSync(join(cwd, 'output'));
    expect(names).toEqual(
      good.flatMap((name) => ['html', 'pdf', 'pptx'].map((format) => name.replace(/yaml$/u, format))),
    );
    const title = /<title>(.*?)<\/title>/u.exec(readFileSync(join(cwd, 'output/deck07.html'), 'utf8'));
    expect(title?.[1]).toBe('Deck 7');
  });

  it('are told of in the end in one table of those that something was found in', () => {
    const table = outcome.err
      .split('\n\n')
      .at(-2)
      ?.trim()
      .split('\n')
      .map((row) => row.replace(/ {2,}/gu, '  '));
    expect(table).toEqual([
      'bad.yaml  0 slides  no file  1 error',
      'none.yaml  0 slides  no file  1 error',
      'endless.yaml  0 slides  no file  1 error',
    ]);
    expect(outcome.err.trim().split('\n').at(-1)).toBe('25 decks, 66 files, 3 errors');
  });

  it('come to the highest exit code of them', () => {
    expect(outcome.code).toBe(4);
  });
});

describe('two runs that write the same outputs at once', () => {
  it('both end well, and each output is whole', async () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const line = ['build', 'a.yaml', '--to', 'html,pptx,md', '--quiet'];
    const ends = await Promise.all([start(line, cwd).ended, start(line, cwd).ended]);
    expect(ends.map(({ code, err }) => ({ code, err }))).toEqual(Array(2).fill({ code: 0, err: '' }));
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a.html', 'a.md', 'a.pptx']);
    expect(readFileSync(join(cwd, 'output/a.html'), 'utf8')).toMatch(/<\/html>\n$/u);
  });
});

describe('a deck that is built in another folder, time zone and language', () => {
  it('has the same bytes', () => {
    const hashes = [
      {},
      { TZ: 'Pacific/Kiritimati', LANG: 'ko_KR.UTF-8', LC_ALL: 'C', TMPDIR: makeFolder() },
    ].map((env) => {
      const cwd = makeFolder({ 'a.yaml': outline });
      expect(run(['build', 'a.yaml', '--to', 'html,pdf,pptx', '--quiet'], cwd, env).code).toBe(0);
      return readdirSync(join(cwd, 'output')).map((name) => [name, hashOf(join(cwd, 'output', name))]);
    });
    expect(hashes[1]).toEqual(hashes[0]);
  });
});
