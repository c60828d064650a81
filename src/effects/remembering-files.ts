import { dirname, resolve } from 'node:path';
import type { Files } from './effects.js';

/** The disk, with what was read from it remembered until it is told to forget. */
export interface RememberingFiles {
  readonly files: Files;
  /** Every path that was asked for, absolute; what it does not name had no part in what was made. */
  asked(): readonly string[];
  /** What is asked of this path next is read anew, as is what lies below it and the list that it stands in. */
  forget(path: string): void;
}

/** Remembers what files held, so that making a deck again reads only what changed. Writing goes straight to the disk. */
export function rememberFiles(disk: Files, cwd: string): RememberingFiles {
  const asked = new Set<string>();
  const forgetting: ((gone: (path: string) => boolean) => void)[] = [];
  const remember = <T>(read: (path: string) => Promise<T>) => {
    const own = new Map<string, Promise<T>>();
    forgetting.push((gone) => {
      for (const path of own.keys()) if (gone(path)) own.delete(path);
    });
    return (path: string): Promise<T> => {
      const at = resolve(cwd, path);
      asked.add(at);
      const known = own.get(at);
      if (known) return known;
      const found = read(path);
      own.set(at, found);
      // A fault is not remembered: the next look may find it gone.
      found.catch(() => own.delete(at));
      return found;
    };
  };
  const files = {
    ...disk,
    kind: remember(disk.kind),
    read: remember(disk.read),
    list: remember(disk.list),
    real: remember(disk.real),
  };
  return {
    files,
    asked: () => [...asked],
    forget: (path) => {
      const above = dirname(path);
      const gone = (each: string) => each === path || each === above || each.startsWith(`${path}/`);
      for (const forget of forgetting) forget(gone);
    },
  };
}
