import { homedir, hostname, tmpdir, userInfo } from 'node:os';

/** The machine as the browser room sees it; tests pass one of their own. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder, absolute. */
  readonly home: string;
  /** Where temporary folders are made, absolute. */
  readonly temporary: string;
  /** Numeric user id; -1 where users have none (Windows). */
  readonly uid: number;
  readonly name: string;
}

/** The machine that this process runs on, with the environment that the caller was given. */
export function thisHost(env: Host['env']): Host {
  return {
    platform: process.platform,
    arch: process.arch,
    env,
    home: env.HOME || homedir(),
    temporary: env.TMPDIR || tmpdir(),
    uid: userInfo().uid,
    name: hostname(),
  };
}
