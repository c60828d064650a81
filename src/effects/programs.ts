import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/** Other programs on this machine, such as the user's editor. */
export interface Programs {
  /** Where a program is found: on the PATH, or at the path itself; null where it is not. */
  find(name: string): Promise<string | null>;
  /** Starts a program that outlives briefdeck, without a shell; gives null, or why it could not be started. */
  start(path: string, words: readonly string[]): Promise<string | null>;
  readonly platform: NodeJS.Platform;
}

/** The programs of this machine. */
export function nodePrograms(cwd: string, env: Readonly<Record<string, string | undefined>>): Programs {
  return {
    platform: process.platform,
    find: async (name) => {
      for (const path of candidates(name, cwd, env)) if (await isProgram(path)) return path;
      return null;
    },
    start: (path, words) =>
      new Promise((done) => {
        // A group of its own: Ctrl-C, which ends briefdeck, leaves the editor alone.
        const child = spawn(path, words, { cwd, env, detached: true, stdio: 'ignore', windowsHide: true });
        child.once('error', (error) => done(error.message));
        child.once('spawn', () => done(null));
        child.unref();
      }),
  };
}

function candidates(
  name: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const endings = process.platform === 'win32' ? ['.exe', '.com', ''] : [''];
  const folders = /[\\/]/u.test(name)
    ? [isAbsolute(name) ? '' : cwd]
    : (env.PATH ?? env.Path ?? '').split(delimiter).filter(isAbsolute);
  return folders.flatMap((folder) =>
    endings.map((ending) => (folder === '' ? `${name}${ending}` : resolve(join(folder, `${name}${ending}`)))),
  );
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
