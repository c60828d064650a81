import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeCache } from '../../src/effects/node-cache.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'briefdeck-test-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const name = (digit: string) => digit.repeat(64);
const kilobyte = new Uint8Array(1024);

it('gives back what was put, and nothing under another name', async () => {
  const cache = nodeCache(cwd, 'cache');
  await cache.put(name('a'), new TextEncoder().encode('kept'));
  expect(new TextDecoder().decode((await cache.get(name('a'))) ?? undefined)).toBe('kept');
  expect(await cache.get(name('b'))).toBe(null);
});

it.skipIf(process.platform === 'win32')('lets this user alone read it', async () => {
  mkdirSync(join(cwd, 'open'), { mode: 0o755 });
  for (const [folder, mode] of [
    ['new/cache', 0o700],
    ['open', 0o755],
  ] as const) {
    await nodeCache(cwd, folder).put(name('a'), kilobyte);
    expect(statSync(join(cwd, folder)).mode & 0o777).toBe(mode);
    expect(statSync(join(cwd, folder, `${name('a')}.deck`)).mode & 0o777).toBe(0o600);
  }
});

it('drops the oldest when there are too many, and what killed processes left, and nothing that is not its own', async () => {
  const cache = nodeCache(cwd, 'cache', 3 * 1024);
  const path = (file: string) => join(cwd, 'cache', file);
  for (const [minutes, digit] of [...'abc'].entries()) {
    await cache.put(name(digit), kilobyte);
    utimesSync(path(`${name(digit)}.deck`), 0, 1000 + minutes * 60);
  }
  writeFileSync(path('notes.txt'), 'x'.repeat(10_000));
  const left = `${name('d')}.deck.99.0f.tmp`;
  writeFileSync(path(left), 'x');
  utimesSync(path(left), 0, 1000);
  await cache.put(name('e'), kilobyte);
  expect(readdirSync(join(cwd, 'cache'))).toEqual([
    `${name('b')}.deck`,
    `${name('c')}.deck`,
    `${name('e')}.deck`,
    'notes.txt',
  ]);
});

it('keeps nothing where there is no place, and fails nobody', async () => {
  writeFileSync(join(cwd, 'file'), '');
  for (const folder of ['file', 'file/cache']) {
    const cache = nodeCache(cwd, folder);
    await cache.put(name('a'), kilobyte);
    expect(await cache.get(name('a'))).toBe(null);
  }
});
