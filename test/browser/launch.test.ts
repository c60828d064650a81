import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Host, thisHost } from '../../src/browser/host.js';
import { launch } from '../../src/browser/launch.js';
import { browserIn, processesNaming, removeTemporaryFolders, temporaryFolder } from './probes.js';

afterAll(removeTemporaryFolders);

/** A machine that refuses something until the browser is started another way: a script before the real browser. */
async function refusing(test: string, message: string) {
  const [folder, own] = [await temporaryFolder(), await temporaryFolder()];
  const real = browserIn(folder);
  const { executable } = await real.describe();
  await real.close();
  const script = join(own, 'browser');
  await writeFile(
    script,
    `#!/bin/sh\n${test} || { echo '${message}' >&2; exit 127; }\nexec '${executable}' --no-sandbox "$@"\n`,
  );
  await chmod(script, 0o700);
  const host: Host = thisHost({ ...process.env, TMPDIR: folder });
  return { folder, host, choice: { source: 'option', reason: 'a test', executable: script } as const };
}

describe('a browser that does not start', () => {
  it('is started without its sandbox where the system refuses one, and says so', async () => {
    const { folder, host, choice } = await refusing(
      'case "$*" in *--no-sandbox*) true;; *) false;; esac',
      'No usable sandbox!',
    );
    const browser = await launch(choice, { ...host, uid: -1 });
    expect(browser.sandboxed).toBe(false);
    expect(browser.notes.join()).toContain('without its sandbox');
    await browser.kill();
    expect(processesNaming(folder)).toEqual([]);
  });

  it('is given the libraries of the package where the system lacks them', async () => {
    const message =
      'chromium: error while loading shared libraries: libnss3.so: cannot open shared object file';
    const { folder, host, choice } = await refusing('test -n "$LD_LIBRARY_PATH"', message);
    const browser = await launch(choice, host);
    expect(browser.notes.join()).toContain('NSS');
    await browser.kill();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is an error with exit code 3 that gives its last words, and leaves nothing', async () => {
    const { folder, host, choice } = await refusing('false', 'Illegal instruction');
    await expect(launch(choice, host)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('Illegal instruction'),
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
