import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Watcher } from '../../src/effects/effects.js';
import { nodeWatcher, type WatchPace } from '../../src/effects/node-watcher.js';

let cwd = '';
let watcher: Watcher | null = null;
let told: (readonly string[])[] = [];

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'briefdeck-test-'));
  told = [];
});
afterEach(() => {
  watcher?.close();
  rmSync(cwd, { recursive: true, force: true });
});

const put = (name: string, text: string) => writeFileSync(join(cwd, name), text);

function watch(paths: readonly string[], pace?: WatchPace): void {
  watcher = nodeWatcher(cwd, pace)((changed) => told.push(changed));
  watcher.watch(paths);
}

/** Waits until that many changes were told. */
const until = (count: number) =>
  expect.poll(() => told.length, { interval: 10, timeout: 10_000 }).toBeGreaterThanOrEqual(count);

/** Waits until a change of another file, which comes later, was told. */
async function settled(): Promise<void> {
  put('last', String(Math.random()));
  await expect.poll(() => told.flat(), { interval: 10, timeout: 10_000 }).toContain('last');
}

it('tells of a file that is written, and of no other in its folder', async () => {
  put('a.yaml', 'one');
  watch(['a.yaml', 'last']);
  put('b.yaml', 'two');
  put('a.yaml', 'three');
  await until(1);
  expect(told[0]).toEqual(['a.yaml']);
  await settled();
  expect(told.flat()).not.toContain('b.yaml');
});

it('tells of a file that is renamed into place, again and again', async () => {
  put('a.yaml', 'one');
  watch(['a.yaml']);
  for (let save = 1; save <= 3; save += 1) {
    put('a.yaml~', `save ${save}`);
    renameSync(join(cwd, 'a.yaml~'), join(cwd, 'a.yaml'));
    await until(save);
  }
  expect(told).toEqual([['a.yaml'], ['a.yaml'], ['a.yaml']]);
});

it('tells once of an editor that moves the old file away before it writes the new one', async () => {
  put('a.yaml', 'one');
  watch(['a.yaml', 'last']);
  renameSync(join(cwd, 'a.yaml'), join(cwd, 'a.yaml.bak'));
  await new Promise((resolve) => setTimeout(resolve, 60));
  put('a.yaml', 'two');
  unlinkSync(join(cwd, 'a.yaml.bak'));
  await until(1);
  await settled();
  expect(told.flat().filter((path) => path === 'a.yaml')).toHaveLength(1);
});

it('tells together of files that change together', async () => {
  for (const name of ['a', 'b', 'c']) put(name, 'one');
  watch(['a', 'b', 'c']);
  for (const name of ['c', 'a', 'b']) put(name, 'two, longer');
  await until(1);
  expect(told).toEqual([['a', 'b', 'c']]);
});

it('tells of files and folders that come into being, also folders in folders, and of what goes', async () => {
  watch(['templates/slides', 'templates/slides/points.hbs', 'pictures/a.png']);
  mkdirSync(join(cwd, 'templates/slides'), { recursive: true });
  await until(1);
  expect(told[0]).toEqual(['templates/slides']);
  put('templates/slides/points.hbs', '# new');
  await until(2);
  expect(told[1]).toEqual(['templates/slides', 'templates/slides/points.hbs']);
  rmSync(join(cwd, 'templates'), { recursive: true });
  await until(3);
  expect(told[2]).toEqual(['templates/slides', 'templates/slides/points.hbs']);
});

it('takes other paths in place of those before and still tells of what changed meanwhile', async () => {
  put('a', 'one');
  put('b', 'one');
  watch(['a', 'b']);
  put('b', 'two, longer');
  watcher?.watch(['b', 'last']);
  put('a', 'two, longer');
  await until(1);
  await settled();
  expect(told.flat()).toContain('b');
  expect(told.flat()).not.toContain('a');
});

it('looks from time to time where nothing is told', async () => {
  put('a', 'one');
  watch(['a'], { quiet: 60_000, missing: 60_000, poll: 20 });
  put('a', 'two, longer');
  await until(1);
  expect(told[0]).toEqual(['a']);
});

it.runIf(process.platform === 'linux')('leaves no handle and tells nothing after its end', async () => {
  const listeners = async () => {
    const links = (await readdir('/proc/self/fd')).map((fd) =>
      readlink(`/proc/self/fd/${fd}`).catch(() => ''),
    );
    return (await Promise.all(links)).filter((link) => link.includes('inotify')).length;
  };
  put('a', 'one');
  const before = await listeners();
  watch(['a', 'folder/b', 'other/c']);
  put('a', 'two, longer');
  watcher?.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told).toEqual([]);
  expect(await listeners()).toBeLessThanOrEqual(before + 1);
});
