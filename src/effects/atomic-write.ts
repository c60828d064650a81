import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Temporary files that exist now; removed on every way out that Node still controls. */
const unfinished = new Set<string>();
process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

/** A path that is no place for a file, with the reason as a part of a sentence. */
export class RefusedPath extends Error {}

/**
 * Writes beside the target and renames: readers see the old file or the new one, never a part, and of two writers one wins whole.
 * The path is absolute.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const old = await lstat(path).catch(() => null);
  if (old?.isSymbolicLink()) throw new RefusedPath('it is a symbolic link');
  if (old && !old.isFile())
    throw new RefusedPath(old.isDirectory() ? 'it is a folder' : 'it is no ordinary file');
  // Renaming would pass over the protection, which someone meant.
  if (old && (old.mode & 0o222) === 0) throw new RefusedPath('it is write-protected');
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  unfinished.add(temporary);
  try {
    await writeSynced(temporary, bytes, old ? old.mode & 0o777 : null);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
}

/**
 * Makes a folder with those above it. Node's own way of it never ends where the system says of a new folder that it is not there,
 * as in /proc.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path || (await stat(dirname(path)).catch(() => null)))
      throw error;
    await makeFolder(dirname(path), mode);
    await makeFolder(path, mode);
  }
}

/** Synced before the rename: after a power cut the name must not stand for an empty file. */
async function writeSynced(path: string, bytes: Uint8Array, mode: number | null): Promise<void> {
  const file = await open(path, 'wx');
  try {
    if (mode !== null) await file.chmod(mode);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
