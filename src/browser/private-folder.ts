import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Host } from './host.js';
import { onLastWayOut } from './last-way-out.js';

/** A folder that only this user can read (mode 0700) and that is gone when the process is. */
export interface PrivateFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes a private folder whose name says which process of which machine owns it, so that a later run can sweep it. */
export async function makePrivateFolder(host: Host): Promise<PrivateFolder> {
  // mkdtemp makes the folder with mode 0700.
  const path = await mkdtemp(join(host.temporary, `${prefix(host)}${process.pid}-`)).catch((cause) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new BriefdeckError(
      `The folder for temporary files cannot be used: ${host.temporary} (${said.replace(/,.*$/su, '')}).`,
      exitCodes.files,
      'Set TMPDIR to a folder that is there and can be written to.',
      { cause },
    );
  });
  const forget = onLastWayOut(() => rmSync(path, removal));
  return {
    path,
    remove: async () => {
      await rm(path, removal);
      forget();
    },
  };
}

/** Removes what processes left that were killed before they could clean up. Containers may share the folder, hence the machine in the name. */
export async function sweepPrivateFolders(host: Host): Promise<void> {
  const start = prefix(host);
  for (const name of await readdir(host.temporary)) {
    const owner = name.startsWith(start) ? Number.parseInt(name.slice(start.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const path = join(host.temporary, name);
    const { uid } = await lstat(path);
    if (uid === host.uid || host.uid === -1) await rm(path, removal);
  }
}

// A killed browser's last writes can still land while its folder is removed: try again for up to a second.
const removal = { recursive: true, force: true, maxRetries: 50, retryDelay: 20 } as const;

function prefix(host: Host): string {
  return `briefdeck-${createHash('sha256').update(host.name).digest('hex').slice(0, 8)}-`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
