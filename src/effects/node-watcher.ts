import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { StartWatcher, Watcher } from './effects.js';

/** How a watcher waits, in ms. */
export interface WatchPace {
  /** Quiet after which a burst of changes is over: editors write, rename and set permissions one after the other. */
  readonly quiet: number;
  /** The same where a file is gone or empty: it may be about to be put in place. */
  readonly missing: number;
  /** How often files are looked at without having been told of a change; network drives and containers tell nothing. */
  readonly poll: number;
}

const usualPace: WatchPace = { quiet: 25, missing: 150, poll: 1000 };

/** Watchers of the disk, with relative paths taken from a folder. */
export function nodeWatcher(cwd: string, pace: WatchPace = usualPace): StartWatcher {
  return (onChange) => new FolderWatcher(cwd, pace, onChange);
}

/**
 * Listens to the folders of the files: one that is renamed into place is another file, and whoever listens to the old one hears
 * nothing. What is heard is only a hint to look; whether a file changed is told by what it is now.
 */
class FolderWatcher implements Watcher {
  readonly #folders = new Map<string, FSWatcher | null>();
  /** What each path was when it was last told of, by the name that it was given. */
  readonly #seen = new Map<string, string>();
  readonly #poll: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    readonly cwd: string,
    readonly pace: WatchPace,
    readonly onChange: (paths: readonly string[]) => void,
  ) {
    this.#poll = setInterval(() => this.#look(false), pace.poll);
  }

  watch(paths: Iterable<string>): void {
    if (this.#closed) return;
    const wanted = new Set(paths);
    for (const path of this.#seen.keys()) if (!wanted.has(path)) this.#seen.delete(path);
    // What was watched before keeps what it was: a change between two calls is still told.
    for (const path of wanted) if (!this.#seen.has(path)) this.#seen.set(path, this.#now(path));
    this.#listen();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#poll);
    clearTimeout(this.#timer);
    for (const folder of this.#folders.values()) folder?.close();
    this.#folders.clear();
  }

  #now(path: string): string {
    return fingerprint(resolve(this.cwd, path));
  }

  /** Listens to the folder that holds each path, or to the nearest above it that is there. */
  #listen(): void {
    const wanted = new Set([...this.#seen.keys()].flatMap((path) => foldersOf(resolve(this.cwd, path))));
    for (const [folder, listener] of this.#folders) {
      if (wanted.has(folder)) continue;
      listener?.close();
      this.#folders.delete(folder);
    }
    for (const folder of wanted) if (!this.#folders.has(folder)) this.#open(folder);
  }

  /** Where the system has no more room for listeners, looking from time to time does. */
  #open(folder: string): void {
    try {
      const listener = watch(folder, { persistent: true }, () => this.#wait(this.pace.quiet));
      listener.on('error', () => this.#drop(folder));
      this.#folders.set(folder, listener);
    } catch {
      this.#folders.set(folder, null);
    }
  }

  /** A folder that was removed; it may come back. */
  #drop(folder: string): void {
    this.#folders.get(folder)?.close();
    this.#folders.delete(folder);
    this.#wait(this.pace.quiet);
  }

  #wait(ms: number, patient = true): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(patient), ms);
  }

  /** Tells what changed; `patient` waits once more for what may be on its way. */
  #look(patient: boolean): void {
    const changed = [...this.#seen].flatMap(([path, was]) => {
      const now = this.#now(path);
      return now === was ? [] : [{ path, now }];
    });
    if (patient && changed.some(({ now }) => isUnfinished(now))) {
      this.#wait(this.pace.missing, false);
      return;
    }
    for (const { path, now } of changed) this.#seen.set(path, now);
    if (changed.length === 0) return;
    this.#listen();
    this.onChange(changed.map(({ path }) => path));
  }
}

const missing = 'missing';

/** What a path is: a file by its size, times and number, a folder by the names in it. */
function fingerprint(path: string): string {
  try {
    const found = statSync(path, { bigint: true });
    if (found.isDirectory()) return `folder ${readdirSync(path).sort().join('/')}`;
    return `file ${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}`;
  } catch {
    return missing;
  }
}

function isUnfinished(print: string): boolean {
  return print === missing || print.startsWith('file 0 ');
}

/** The folder itself and the one that holds it, each the nearest that is there: both a name in it and its own coming count. */
function foldersOf(path: string): readonly string[] {
  const holder = nearestFolder(dirname(path));
  return isFolder(path) ? [path, holder] : [holder];
}

function nearestFolder(path: string): string {
  let folder = path;
  while (!isFolder(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
