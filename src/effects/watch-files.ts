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
  const signatures = new Map<string, string>();
  const folders = new Map<string, FSWatcher | null>();
  const look = (path: string) => {
    const before = signatures.get(path);
    if (before === undefined) return;
    const now = signatureOf(path);
    if (now === before) return;
    signatures.set(path, now);
    changed(path);
  };
  const lookAtAll = () => {
    for (const [folder, watcher] of folders) if (!watcher) folders.set(folder, watchFolder(folder));
    for (const path of [...signatures.keys()]) look(path);
  };
  const forget = (folder: string) => {
    folders.get(folder)?.close();
    folders.set(folder, null);
  };
  const watchFolder = (folder: string): FSWatcher | null => {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name === null) return lookAtAll();
        look(join(folder, name));
        look(folder);
        // The folder itself was moved or removed: what comes in its place is watched anew.
        if (kindOf(folder) !== 'folder') forget(folder);
      });
      watcher.on('error', () => forget(folder));
      return watcher;
    } catch {
      return null;
    }
  };
  let timer = setInterval(lookAtAll, looks.trusting);
  return {
    watch: (paths) => {
      const wanted = new Set(paths);
      for (const path of [...signatures.keys()]) if (!wanted.has(path)) signatures.delete(path);
      for (const path of wanted) if (!signatures.has(path)) signatures.set(path, signatureOf(path));
      settle(folders, new Set([...wanted].flatMap(watchedFolders)), watchFolder);
      clearInterval(timer);
      const deaf = [...folders.values()].some((watcher) => watcher === null);
      timer = setInterval(lookAtAll, deaf ? looks.alone : looks.trusting);
    },
    close: () => {
      clearInterval(timer);
      for (const watcher of folders.values()) watcher?.close();
      folders.clear();
      signatures.clear();
    },
  };
}

/** A file is seen in its folder; a folder in itself, and in the one above, where it may go and come. */
function watchedFolders(path: string): readonly string[] {
  const kind = kindOf(path);
  if (kind === 'folder') return [path];
  let above = dirname(path);
  while (kindOf(above) !== 'folder' && dirname(above) !== above) above = dirname(above);
  return [above];
}

function settle(
  folders: Map<string, FSWatcher | null>,
  wanted: ReadonlySet<string>,
  watchFolder: (folder: string) => FSWatcher | null,
): void {
  for (const [folder, watcher] of folders) {
    if (wanted.has(folder)) continue;
    watcher?.close();
    folders.delete(folder);
  }
  for (const folder of wanted) if (!folders.get(folder)) folders.set(folder, watchFolder(folder));
}

function kindOf(path: string): 'folder' | 'other' | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? (found.isDirectory() ? 'folder' : 'other') : null;
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
