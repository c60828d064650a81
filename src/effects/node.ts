import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, rmSync } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects, FileKind, Files, Terminal } from './effects.js';

/** Temporary files that exist now; removed on every way out that Node still controls. */
const unfinished = new Set<string>();
process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

/** The real thing: this process's disk, terminal and environment. */
export function nodeEffects(): Effects {
  return {
    files: nodeFiles(process.cwd()),
    terminal: nodeTerminal(),
    env: process.env,
    cwd: process.cwd(),
    packageRoot: packageRoot(),
  };
}

/** SHA-256 of bytes, as hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isFile(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function nodeFiles(cwd: string): Files {
  const at = (path: string) => resolve(cwd, path);
  return {
    kind: (path) => kindOf(at(path)),
    read: (path) => attempt(`The file ${path} could not be read`, () => readFile(at(path))),
    list: async (folder) => (await readdir(at(folder)).catch(() => [])).sort(),
    real: (path) => realpath(at(path)).catch(() => null),
    write: (path, bytes) => attempt(`The file ${path} could not be written`, () => writeWhole(at(path), bytes)),
  };
}

async function kindOf(path: string): Promise<FileKind> {
  const found = await stat(path).catch(() => null);
  if (!found) return 'missing';
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** Writes beside the target and renames: readers see the old file or the new one, never a part. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const link = await lstat(path).catch(() => null);
  const target = link?.isSymbolicLink() ? await realpath(path) : path;
  const temporary = `${target}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  unfinished.add(temporary);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
    unfinished.delete(temporary);
  }
}

/** Reasons that people can act on, by the code of the system's error. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
};

async function attempt<T>(what: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new BriefdeckError(`${what}: ${reasons[code] ?? (code || String(error))}.`, exitCodes.files, null, { cause: error });
  }
}

function nodeTerminal(): Terminal {
  const interactive = process.stderr.isTTY === true;
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    out: (text) => void process.stdout.write(text),
    err(text) {
      clear();
      process.stderr.write(text);
    },
    progress(line) {
      if (!interactive) return;
      clear();
      if (line !== null) process.stderr.write(line);
      shown = line !== null;
    },
    colour: process.env.FORCE_COLOR !== undefined || (interactive && process.env.NO_COLOR === undefined),
  };
}
