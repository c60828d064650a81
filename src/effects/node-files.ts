import { constants } from 'node:fs';
import { access, lstat, readdir, readFile, realpath, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import { RefusedPath, writeWhole } from './atomic-write.js';
import type { FileKind, Files } from './effects.js';
import { readRevision } from './git-revision.js';

/** The disk, with relative paths taken from a folder. */
export function nodeFiles(cwd: string): Files {
  const at = (path: string) => resolve(cwd, path);
  return {
    kind: (path) => kindOf(at(path)),
    read: (path) => attempt(`The file ${path} could not be read`, () => readOrdinary(at(path))),
    readAt: (path, revision) => readRevision(at(path), revision),
    list: async (folder) => (await readdir(at(folder)).catch(() => [])).sort(),
    real: (path) => realpath(at(path)).catch(() => null),
    refusal: (path) => refusalOf(at(path)),
    write: (path, bytes) =>
      attempt(`The file ${path} could not be written`, () => writeWhole(at(path), bytes), bytes.length),
    remove: (path) => attempt(`The file ${path} could not be removed`, () => unlink(at(path))),
  };
}

async function kindOf(path: string): Promise<FileKind> {
  const found = await stat(path).catch(() => null);
  if (!found) return 'missing';
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** Looks before it opens: opening a pipe waits for its writer, and /dev/zero never ends. */
async function readOrdinary(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (found.isDirectory()) throw new RefusedPath('it is a folder');
  if (!found.isFile()) throw new RefusedPath('it is a device, a pipe or a socket');
  return readFile(path);
}

async function refusalOf(path: string): Promise<string | null> {
  const old = await lstat(path).catch(() => null);
  if (old?.isSymbolicLink()) return 'it is a symbolic link';
  if (old?.isDirectory()) return 'it is a folder';
  if (old && !old.isFile()) return 'it is no ordinary file';
  if (old && (old.mode & 0o222) === 0) return 'it is write-protected';
  let folder = dirname(path);
  while ((await kindOf(folder)) === 'missing' && dirname(folder) !== folder) folder = dirname(folder);
  if ((await kindOf(folder)) !== 'folder') return 'a part of its path is a file';
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return writable ? null : 'its folder cannot be written to';
}

/** Reasons that people can act on, by the code of the system's error. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'a file may not grow that large here',
  EDQUOT: 'the quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links go round in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports a fault',
};

/** What to do about some of them. */
const hints: Readonly<Record<string, string>> = {
  'it is not there': 'Check its name, and that you are in the folder that the name is taken from.',
  'it is a folder': 'Name the files in it.',
  'the disk is full': 'Make room, or choose another folder with --out.',
};

async function attempt<T>(what: string, action: () => Promise<T>, bytes: number | null = null): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const said = cause instanceof Error ? cause.message : String(cause);
    const reason = reasons[code] ?? said;
    const needed =
      bytes === null || !['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? '' : `; it needs ${bytes} bytes`;
    throw new BriefdeckError(`${what}: ${reason}${needed}.`, exitCodes.files, hints[reason] ?? null, {
      cause,
    });
  }
}
