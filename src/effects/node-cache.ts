import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Cache, Effects } from './effects.js';

/** The most that a cache keeps, in bytes. */
const most = 16 * 1024 * 1024;

/** Temporary files older than this were left by a process that was killed, in ms. */
const abandoned = 3_600_000;

/** Where a project keeps what may be deleted at any time: in its packages' folder, else in that of the user. */
export async function usualCacheFolder({ cwd, env, files }: Effects): Promise<string> {
  if ((await files.kind('node_modules')) === 'folder') return join(cwd, 'node_modules/.cache/briefdeck');
  const own = env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : null;
  return join(own ?? join(env.HOME || homedir(), '.cache'), 'briefdeck/decks');
}

/**
 * A cache whose entries this user alone can read. Entries are renamed into place, so that two processes may use it at once; the
 * oldest go when there are too many. A folder that cannot be used is as good as an empty one: nobody's build fails for it.
 */
export function nodeCache(cwd: string, folder: string, limit = most): Cache {
  const at = resolve(cwd, folder);
  const file = (name: string) => join(at, `${name}${ending}`);
  return {
    get: (name) => readFile(file(name)).catch(() => null),
    put: async (name, bytes) => {
      try {
        await makeOwn(at);
        await writePrivate(file(name), bytes);
        await sweep(at, limit);
      } catch {
        // A full disk, a folder of somebody else's: the next build makes anew what this one could not keep.
      }
    },
  };
}

const ending = '.deck';

/** A folder that was there keeps its permissions, for it may serve others too: those of the entries count. */
async function makeOwn(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 }).catch(() => {});
}

async function writePrivate(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    await file.writeFile(bytes).finally(() => file.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes the oldest entries beyond the limit, and what killed processes left; touches nothing that is not the cache's own. */
async function sweep(folder: string, limit: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) =>
    /^[\da-f]{64}\.deck(?:\.\d+\.\w+\.tmp)?$/u.test(name),
  );
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const facts = await lstat(path).catch(() => null);
      return facts ? [{ path, size: facts.size, age: Date.now() - facts.mtimeMs }] : [];
    }),
  );
  let total = 0;
  for (const { path, size, age } of found.flat().toSorted((a, b) => a.age - b.age)) {
    total += size;
    const isLeft = path.endsWith('.tmp') && age > abandoned;
    if (total > limit || isLeft) await rm(path, { force: true });
  }
}
