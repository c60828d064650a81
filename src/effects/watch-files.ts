import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that are watched for changes. */
export interface FileWatch {
  /** Watches these paths, absolute, in place of those before; a folder among them stands for the names in it. */
  watch(paths: Iterable<string>): void;
  close(): void;
}

/** How often it looks itself, in ms: some disks report nothing, and of a folder that was moved nothing is heard. */
const looks = { trusting: 1000, alone: 250 } as const;

/**
 * Tells which paths changed. Their folders are watched, not the files: an editor that writes beside and renames puts another file
 * in their place. A path that is not there is waited for.
 */
export function watchFiles(changed: (path: string) => void): FileWatch {
  return new FolderWatch(changed);
}

class FolderWatch implements FileWatch {
  readonly #signatures = new Map<string, string>();
  /** Null for one that cannot be watched now: there it looks itself. */
  readonly #folders = new Map<string, FSWatcher | null>();
  #timer: NodeJS.Timeout;

  constructor(readonly changed: (path: string) => void) {
    this.#timer = setInterval(() => this.#lookAtAll(), looks.trusting);
  }

  watch(paths: Iterable<string>): void {
    const wanted = new Set(paths);
    for (const path of this.#signatures.keys()) if (!wanted.has(path)) this.#signatures.delete(path);
    for (const path of wanted) if (!this.#signatures.has(path)) this.#signatures.set(path, signatureOf(path));
    const folders = new Set([...wanted].map(watchedFolder));
    for (const [folder, watcher] of this.#folders) {
      if (folders.has(folder)) continue;
      watcher?.close();
      this.#folders.delete(folder);
    }
    for (const folder of folders)
      if (!this.#folders.get(folder)) this.#folders.set(folder, this.#listen(folder));
    clearInterval(this.#timer);
    const isDeaf = [...this.#folders.values()].some((watcher) => watcher === null);
    this.#timer = setInterval(() => this.#lookAtAll(), isDeaf ? looks.alone : looks.trusting);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const watcher of this.#folders.values()) watcher?.close();
    this.#folders.clear();
    this.#signatures.clear();
  }

  #listen(folder: string): FSWatcher | null {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name !== null) this.#look(join(folder, name));
        this.#look(folder);
        if (name === null) this.#lookAtAll();
        // The folder itself was moved or removed: what comes in its place is watched anew.
        if (kindOf(folder) !== 'folder') this.#unlisten(folder);
      });
      watcher.on('error', () => this.#unlisten(folder));
      return watcher;
    } catch {
      return null;
    }
  }

  #unlisten(folder: string): void {
    this.#folders.get(folder)?.close();
    if (this.#folders.has(folder)) this.#folders.set(folder, null);
  }

  #lookAtAll(): void {
    for (const [folder, watcher] of this.#folders)
      if (!watcher && kindOf(folder) === 'folder') this.#folders.set(folder, this.#listen(folder));
    for (const path of [...this.#signatures.keys()]) this.#look(path);
  }

  /** Tells of a path that is another than when it was seen last; an event may come twice, or for nothing. */
  #look(path: string): void {
    const before = this.#signatures.get(path);
    if (before === undefined) return;
    const now = signatureOf(path);
    if (now === before) return;
    this.#signatures.set(path, now);
    this.changed(path);
  }
}

/** A folder is watched itself; of a file the nearest folder above that is there. */
function watchedFolder(path: string): string {
  let folder = path;
  while (kindOf(folder) !== 'folder' && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function kindOf(path: string): 'folder' | 'other' | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? (found.isDirectory() ? 'folder' : 'other') : null;
  } catch {
    return null;
  }
}

/** What tells one state of a path from another: of a file its identity, size and time; of a folder the names in it. */
function signatureOf(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!found) return 'missing';
    if (found.isDirectory()) return readdirSync(path).sort().join('/');
    return `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
  } catch {
    return 'unreadable';
  }
}
