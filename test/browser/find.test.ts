import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.js';
import type { Host } from '../../src/browser/host.js';
import { removeTemporaryFolders, temporaryFolder } from './probes.js';

afterAll(removeTemporaryFolders);

let home: string;
let host: Host;
const none = async () => null;

beforeEach(async () => {
  home = await temporaryFolder();
  // A platform without a table of installed browsers: what this machine has must not decide.
  host = { platform: 'linux', arch: 'x64', env: {}, home, temporary: home, uid: 0, name: 'test' };
});

async function executable(...path: readonly string[]): Promise<string> {
  const file = join(home, ...path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '');
  await chmod(file, 0o700);
  return file;
}

describe('finding a browser', () => {
  it('takes what --browser names before all else', async () => {
    const [option, variable] = [await executable('option'), await executable('variable')];
    const found = await findBrowser(option, { ...host, env: { BRIEFDECK_BROWSER: variable } }, none);
    expect(found).toMatchObject({ source: 'option', executable: option });
  });

  it('takes BRIEFDECK_BROWSER before PUPPETEER_EXECUTABLE_PATH, and that before the embedded one', async () => {
    const [own, puppeteer, embedded] = [
      await executable('own'),
      await executable('puppeteer'),
      await executable('embedded'),
    ];
    const env = { BRIEFDECK_BROWSER: own, PUPPETEER_EXECUTABLE_PATH: puppeteer };
    expect(await findBrowser(null, { ...host, env }, async () => embedded)).toMatchObject({
      executable: own,
    });
    const { BRIEFDECK_BROWSER: _, ...rest } = env;
    expect(await findBrowser(null, { ...host, env: rest }, async () => embedded)).toMatchObject({
      executable: puppeteer,
    });
    expect(await findBrowser(null, host, async () => embedded)).toMatchObject({
      source: 'embedded',
      executable: embedded,
    });
  });

  it.each([
    ['--browser', 'gone', {}],
    ['BRIEFDECK_BROWSER', null, { BRIEFDECK_BROWSER: 'gone' }],
    ['PUPPETEER_EXECUTABLE_PATH', null, { PUPPETEER_EXECUTABLE_PATH: 'gone' }],
  ])('fails with exit code 3 when %s names nothing, and takes no other', async (by, option, env) => {
    const found = findBrowser(option, { ...host, env }, () => executable('embedded'));
    await expect(found).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining(`${by} names a browser`),
    });
  });

  it('refuses a folder and a file that may not be run', async () => {
    const file = await executable('file');
    await chmod(file, 0o600);
    for (const path of [home, file])
      await expect(findBrowser(path, host, none)).rejects.toMatchObject({ exitCode: 3 });
  });

  it('finds Chrome where macOS and Windows keep it', async () => {
    const mac = await executable('Applications', 'Google Chrome.app', 'Contents', 'MacOS', 'Google Chrome');
    const found = await findBrowser(null, { ...host, platform: 'darwin', arch: 'arm64' }, none);
    expect(found).toEqual({ source: 'installed', reason: expect.any(String), executable: mac });
  });

  it("takes the newest of Puppeteer's downloads, the headless shell first", async () => {
    const place = (kind: string, version: string) =>
      ['.cache', 'puppeteer', kind, `mac_arm-${version}`, `${kind}-mac-arm64`] as const;
    await executable(...place('chrome-headless-shell', '99.0.1'), 'chrome-headless-shell');
    const newest = await executable(...place('chrome-headless-shell', '147.0.7'), 'chrome-headless-shell');
    await executable(...place('chrome', '150.0.0'), 'chrome');
    const found = await findBrowser(null, { ...host, platform: 'darwin', arch: 'arm64' }, none);
    expect(found).toMatchObject({ source: 'download', executable: newest });
  });

  it('says what to do where there is no browser', async () => {
    const nowhere = findBrowser(null, { ...host, platform: 'freebsd' }, none);
    await expect(nowhere).rejects.toMatchObject({ exitCode: 3, hint: expect.stringContaining('--browser') });
  });
});
