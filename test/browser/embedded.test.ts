import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { embeddedEntry, embeddedPackage, unpackEmbedded } from '../../src/browser/embedded.js';
import { type Host, thisHost } from '../../src/browser/host.js';
import { bundleScript, removeTemporaryFolders, temporaryFolder } from './probes.js';

afterAll(removeTemporaryFolders);

const source = embeddedPackage() ?? { version: 'missing', files: '' };
const quiet = () => {};
let cache: string;
let host: Host;

beforeEach(async () => {
  cache = await temporaryFolder();
  host = thisHost({ ...process.env, XDG_CACHE_HOME: cache });
});

describe('the embedded browser', () => {
  it('is unpacked by two processes at once, and runs', async () => {
    const own = await temporaryFolder();
    const script = await bundleScript(
      own,
      `import { embeddedEntry, embeddedPackage, unpackEmbedded } from './src/browser/embedded.js';
       import { thisHost } from './src/browser/host.js';
       const folder = await unpackEmbedded('browser', embeddedPackage(), thisHost(process.env), (message) => console.error(message));
       console.log(embeddedEntry('browser', folder));`,
    );
    const env = { ...process.env, XDG_CACHE_HOME: cache };
    const runs = await Promise.all(
      [1, 2].map(() => promisify(execFile)(process.execPath, [script], { env })),
    );
    const [path] = new Set(runs.map(({ stdout }) => stdout.trim()));
    expect(path).toBe(join(cache, 'briefdeck', `chromium-${source.version}`, 'browser', 'chromium'));
    expect(runs[0]?.stderr).toContain('Unpacking the embedded browser');
    expect((await promisify(execFile)(path ?? '', ['--version'])).stdout).toContain('Chromium 147');
    expect(await readdir(join(cache, 'briefdeck', `chromium-${source.version}`))).toEqual(['browser']);
  });

  it('leaves nothing half unpacked when the process is told to stop', async () => {
    const own = await temporaryFolder();
    const script = await bundleScript(
      own,
      `import { embeddedPackage, unpackEmbedded } from './src/browser/embedded.js';
       import { thisHost } from './src/browser/host.js';
       await unpackEmbedded('browser', embeddedPackage(), thisHost(process.env), () => {});`,
    );
    const child = spawn(process.execPath, [script], { env: { ...process.env, XDG_CACHE_HOME: cache } });
    const folder = join(cache, 'briefdeck', `chromium-${source.version}`);
    await expect
      .poll(() => readdir(folder).catch(() => []), { interval: 20, timeout: 10_000 })
      .toHaveLength(1);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(130);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps its folder to this user', async () => {
    const folder = await unpackEmbedded('fonts', source, host, quiet);
    for (const path of [folder, join(folder, '..')]) expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('is unpacked once', async () => {
    const first = await stat(embeddedEntry('fonts', await unpackEmbedded('fonts', source, host, quiet)));
    const second = await stat(embeddedEntry('fonts', await unpackEmbedded('fonts', source, host, quiet)));
    expect(second.ino).toBe(first.ino);
  });

  it('is unpacked anew when its file was cut short', async () => {
    const entry = embeddedEntry('fonts', await unpackEmbedded('fonts', source, host, quiet));
    const whole = await readFile(entry);
    await truncate(entry, 100);
    await unpackEmbedded('fonts', source, host, quiet);
    expect(await readFile(entry)).toEqual(whole);
  });

  it('is not taken from a cache that others can write', async () => {
    const folder = join(cache, 'briefdeck', `chromium-${source.version}`);
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o777);
    expect(await unpackEmbedded('fonts', source, host, quiet)).not.toContain(cache);
  });

  it('goes to a private folder where the cache is no folder', async () => {
    const file = join(cache, 'file');
    await writeFile(file, '');
    const folder = await unpackEmbedded(
      'fonts',
      source,
      thisHost({ ...process.env, XDG_CACHE_HOME: file }),
      quiet,
    );
    expect((await stat(embeddedEntry('fonts', folder))).isFile()).toBe(true);
  });
});
