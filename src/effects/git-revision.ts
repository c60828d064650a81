import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';

const run = promisify(execFile);

/** The most that is read of one file, in bytes. */
const most = 64 * 1024 * 1024;

/**
 * The bytes of a file as they stood at a revision of the git repository that holds it; the path is absolute. Throws `BriefdeckError`
 * with exit code 4 where there is no git, no repository, no such revision or no such file in it. Reads the object alone: no filter,
 * hook or pager that the repository may name is run.
 */
export async function readRevision(path: string, revision: string): Promise<Uint8Array> {
  const what = `${basename(path)} could not be read at the revision "${revision}"`;
  // `-` would make an option of it, `:` would name another file.
  if (!/^[^\s:-][^\s:]*$/u.test(revision))
    throw new BriefdeckError(`${what}: it is no revision.`, exitCodes.files, named);
  const cwd = dirname(path);
  try {
    const words = ['--no-pager', 'cat-file', 'blob', `${revision}:./${basename(path)}`];
    const options = {
      cwd,
      env: quietEnv(),
      encoding: 'buffer',
      maxBuffer: most,
      timeout: 30_000,
      windowsHide: true,
    } as const;
    return (await run('git', words, options)).stdout;
  } catch (cause) {
    const [reason, hint] = await reasonOf(cause, revision, cwd);
    throw new BriefdeckError(`${what}: ${reason}.`, exitCodes.files, hint, { cause });
  }
}

/** A repository may be a stranger's: an object that a partial clone lacks is not fetched, by whatever program the repository names. */
function quietEnv() {
  return { ...process.env, GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
}

const named = 'A revision is a branch, a tag, HEAD~1 or the first digits of a commit.';

async function reasonOf(cause: unknown, revision: string, cwd: string): Promise<readonly [string, string]> {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'ENOENT')
    return ['git is not installed, or the folder is not there', 'Install git, or give two files.'];
  const asks = (words: readonly string[]) =>
    run('git', words, { cwd, timeout: 30_000 }).then(
      () => true,
      () => false,
    );
  if (!(await asks(['rev-parse', '--git-dir'])))
    return ['its folder is in no git repository', 'Give two files.'];
  if (!(await asks(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])))
    return ['there is no such revision', named];
  return [
    'the file is not in that revision',
    'Look whether it had another name then: `git log --follow` shows it.',
  ];
}
