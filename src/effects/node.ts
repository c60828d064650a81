import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Effects } from './effects.js';
import { nodeFiles } from './node-files.js';
import { nodeTerminal } from './node-terminal.js';

/** The real thing: this process's disk, terminal and environment. */
export function nodeEffects(): Effects {
  const cwd = process.cwd();
  return {
    files: nodeFiles(cwd),
    terminal: nodeTerminal(process.stdout, process.stderr, process.env),
    env: process.env,
    cwd,
    cores: availableParallelism(),
    packageRoot: packageRoot(),
  };
}

/** What this process runs on. */
export const runtime = {
  node: process.versions.node,
  system: `${process.platform} ${process.arch}`,
} as const;

/** SHA-256 of bytes, as hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Upwards from this module, for it runs from `dist/`, from `dist/chunks/` and, in tests, from `src/`. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
