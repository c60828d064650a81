import { copyFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as runCommand } from '../../src/cli/run.js';
import { nodeEffects } from '../../src/effects/node.js';
import { nodeFiles } from '../../src/effects/node-files.js';
import { hashOf, makeFolder, outline, root, run } from './command.js';

interface Report {
  readonly decks: readonly {
    readonly input: string;
    readonly outputs: readonly { readonly path: string }[];
  }[];
}

const golden = ['quote', 'positions', 'options', 'timeline'].filter((kind) =>
  readdirSync(join(root, 'test/golden/kinds')).includes(`${kind}.yaml`),
);
const files = ['data/russia-north-korea.yaml', ...golden.map((kind) => `test/golden/kinds/${kind}.yaml`)];
const inputs = [...files.map((file) => basename(file)), 'none.yaml', 'small.yaml', 'bad.yaml'];

function buildAll(concurrency: string) {
  const cwd = makeFolder({ 'small.yaml': outline, 'bad.yaml': `${outline}x: 1\n` });
  for (const file of files) copyFileSync(join(root, file), join(cwd, basename(file)));
  const line = ['--to', 'md,html,pdf,pptx,png', '--scale', '1', '--json', '--concurrency', concurrency];
  const { code, out } = run(['build', ...inputs, ...line], cwd);
  const hashes = readdirSync(join(cwd, 'output')).map((name) => [name, hashOf(join(cwd, 'output', name))]);
  const report: Report = JSON.parse(out, (key, value) => (key === 'ms' ? null : value));
  return { code, report, hashes };
}

describe('decks made four at a time', () => {
  let [one, four]: ReturnType<typeof buildAll>[] = [];
  beforeAll(() => {
    [one, four] = [buildAll('1'), buildAll('4')];
  }, 240_000);

  it('have the bytes that they have when made one after the other', () => {
    expect(one?.hashes.length).toBeGreaterThan(40);
    expect(four?.hashes).toEqual(one?.hashes);
  });

  it('are reported as those are, in the order of the command line, the failed ones among them', () => {
    expect(four?.report.decks.map(({ input }) => input)).toEqual(inputs);
    expect(four?.report).toEqual(one?.report);
    expect([one?.code, four?.code]).toEqual([4, 4]);
  });
});

describe('a deck made after another in the same browser', () => {
  it('has the bytes that it has alone', () => {
    const cwd = makeFolder({ 'small.yaml': outline });
    copyFileSync(join(root, 'data/russia-north-korea.yaml'), join(cwd, 'brief.yaml'));
    const build = (...line: readonly string[]) =>
      run(['build', ...line, '--to', 'md,html,pdf,pptx,png', '--scale', '1'], cwd).code;
    expect(build('brief.yaml', 'small.yaml', '--out', 'after')).toBe(0);
    expect(build('small.yaml', '--out', 'alone')).toBe(0);
    const names = readdirSync(join(cwd, 'alone'));
    expect(names).toEqual([
      'small-01.png',
      'small-02.png',
      'small.html',
      'small.md',
      'small.pdf',
      'small.pptx',
    ]);
    for (const name of names)
      expect([name, hashOf(join(cwd, 'after', name))]).toEqual([name, hashOf(join(cwd, 'alone', name))]);
  });
});

describe('the line of progress', () => {
  it('says how many decks are done and which are under way, and is gone at the end', async () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'b.yaml': outline, 'c.yaml': outline });
    const shown: (string | null)[] = [];
    const terminal = { out: () => {}, err: () => {}, colour: false };
    const progress = (line: string | null) => void shown.push(line);
    const effects = { ...nodeEffects(), cwd, files: nodeFiles(cwd), terminal: { ...terminal, progress } };
    const line = ['build', 'a.yaml', 'b.yaml', 'c.yaml', '--to', 'md', '--concurrency', '2'];
    expect(await runCommand(line, effects)).toBe(0);
    expect(shown.slice(0, 2)).toEqual(['0/3 done  a.yaml', '0/3 done  a.yaml, b.yaml']);
    expect(shown.filter((each) => /^[12]\/3 done {2}./u.test(each ?? '')).length).toBeGreaterThan(1);
    expect(shown.at(-1)).toBeNull();
  });
});
