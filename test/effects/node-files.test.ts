import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BriefdeckError } from '../../src/diagnostics/briefdeck-error.js';
import { nodeFiles } from '../../src/effects/node-files.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'briefdeck-test-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

it('makes the folders of a file and leaves nothing but the file', async () => {
  await nodeFiles(cwd).write('a/b/c.txt', bytes('new'));
  expect(readFileSync(join(cwd, 'a/b/c.txt'), 'utf8')).toBe('new');
  expect(readdirSync(join(cwd, 'a/b'))).toEqual(['c.txt']);
});

it('keeps the permissions of the file that it replaces', async () => {
  writeFileSync(join(cwd, 'secret.txt'), 'old');
  chmodSync(join(cwd, 'secret.txt'), 0o600);
  await nodeFiles(cwd).write('secret.txt', bytes('new'));
  expect(readFileSync(join(cwd, 'secret.txt'), 'utf8')).toBe('new');
  expect(statSync(join(cwd, 'secret.txt')).mode & 0o777).toBe(0o600);
});

it('does not write through a symbolic link', async () => {
  writeFileSync(join(cwd, 'precious.txt'), 'precious');
  symlinkSync('precious.txt', join(cwd, 'link.txt'));
  const failure = await nodeFiles(cwd)
    .write('link.txt', bytes('new'))
    .catch((error) => error);
  expect(failure).toBeInstanceOf(BriefdeckError);
  expect(failure).toMatchObject({ exitCode: 4, message: expect.stringContaining('link.txt') });
  expect(readFileSync(join(cwd, 'precious.txt'), 'utf8')).toBe('precious');
  expect(await nodeFiles(cwd).refusal('link.txt')).toBe('it is a symbolic link');
});

it('gives readers one writer’s bytes whole when several write at once', async () => {
  const files = nodeFiles(cwd);
  const [long, short] = ['a'.repeat(2_000_000), 'b'.repeat(1_000_000)];
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([long, short, long, short].map((text) => files.write('x', bytes(text))));
    expect([long, short]).toContain(readFileSync(join(cwd, 'x'), 'utf8'));
  }
  expect(readdirSync(cwd)).toEqual(['x']);
});

it('says in words why a file cannot be read or written, with exit code 4', async () => {
  const files = nodeFiles(cwd);
  writeFileSync(join(cwd, 'file'), '');
  const said = async (promise: Promise<unknown>) =>
    promise.then(
      () => '',
      (error) => `${error.exitCode} ${error.message}`,
    );
  expect(await said(files.read('none'))).toBe('4 The file none could not be read: it is not there.');
  expect(await said(files.read('.'))).toBe('4 The file . could not be read: it is a folder.');
  expect(await said(files.write('file/x', bytes('')))).toBe(
    '4 The file file/x could not be written: a part of its path is a file.',
  );
  expect(await files.refusal('file/x/y')).toBe('a part of its path is a file');
  expect(await files.refusal('new/x/y')).toBeNull();
});
