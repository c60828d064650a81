import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, root, run } from '../cli/command.js';
import { has } from '../programs.js';
import { editAtRandom, editables, partsOf, randomNumbers, withParts } from './pull-edits.js';

const folder = makeFolder();
const outline = join(root, 'data/russia-north-korea.yaml');
const value: unknown = load(readFileSync(outline, 'utf8'));
const built = () => readFileSync(join(folder, 'brief.pptx'));

beforeAll(() => {
  cpSync(outline, join(folder, 'brief.yaml'));
  run(['build', 'brief.yaml', '--to', 'pptx', '--out', '.'], folder);
});

function scalarAt(pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((here, step) => Object.entries(here ?? {}).find(([key]) => key === step)?.[1], value);
}

function pull(deck: string, file = 'brief.yaml', ...more: readonly string[]) {
  const { code, out, err } = run(['pull', deck, file, '--json', ...more], folder);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

function byPointer(changes: readonly { readonly pointer: string }[]) {
  return changes.toSorted((a, b) => a.pointer.localeCompare(b.pointer));
}

describe('briefdeck pull, after LibreOffice saved the deck', () => {
  it.runIf(has('soffice'))(
    'finds 200 random edits and invents none, nor any where nothing was edited',
    () => {
      const random = randomNumbers(5);
      mkdirSync(join(folder, 'saved'));
      const decks = [0, 40, 40, 40, 40, 40].map((count, place) => {
        const parts = partsOf(built());
        const edits = editAtRandom(parts, editables(parts, scalarAt), count, random);
        expect(edits).toHaveLength(count);
        const name = `edited-${place}.pptx`;
        writeFileSync(join(folder, name), withParts(built(), parts));
        return { name, edits };
      });
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const names = decks.map(({ name }) => name);
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'pptx', '--outdir', 'saved', ...names], {
        cwd: folder,
        stdio: 'ignore',
      });
      for (const { name, edits } of decks) {
        const { changes, conflicts, unmapped } = pull(`saved/${name}`);
        expect({ changes: byPointer(changes), conflicts, unmapped }).toEqual({
          changes: byPointer(edits),
          conflicts: [],
          unmapped: [],
        });
      }
    },
    240_000,
  );
});
