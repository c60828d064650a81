import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The root of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command as users run it. */
export const command = join(root, 'dist/cli.js');

/** The smallest outline without any finding. */
export const outline = 'title: A\nlanguage: en\nslides: [{headline: H, points: [p]}]\n';

const folders: string[] = [];
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** An empty folder with these files, gone after the tests of the file. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'briefdeck-test-'));
  folders.push(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

/** What a run of the command came to. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Every run makes its decks anew, so that runs which are compared are two; tests of the cache set their own. */
const anew = { BRIEFDECK_CACHE: 'off' };

/** Runs the command to its end. */
export function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Outcome {
  const result = spawnSync(process.execPath, [command, ...args], {
    cwd,
    env: { ...process.env, ...anew, ...env },
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** Starts the command; `ended` gives what it came to. */
export function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env: { ...process.env, ...anew, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, ended };
}

/** SHA-256 of a file. */
export function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** The lines of a stack trace in what people are shown. */
export const stackLine = /^\s+at /mu;
