import { access, constants, readdir, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { Host } from './host.js';

/** Where Chrome, Edge and Chromium install themselves; `$NAME` is a variable of the environment, `~` the user's folder. */
const installedPaths: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge-stable',
    '/opt/microsoft/msedge/msedge',
    '/usr/local/bin/chromium',
    '/run/current-system/sw/bin/chromium',
  ],
  darwin: ['', '~'].flatMap((root) => [
    `${root}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${root}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    `${root}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
  ]),
  win32: ['$PROGRAMFILES', '$PROGRAMFILES(X86)', '$LOCALAPPDATA'].flatMap((root) => [
    `${root}\\Google\\Chrome\\Application\\chrome.exe`,
    `${root}\\Chromium\\Application\\chrome.exe`,
    `${root}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

/** Puppeteer's cache: `<kind>/<platform>-<version>/<folder>/<executable>`, by platform and architecture. */
const puppeteerFolders: Readonly<
  Record<string, { readonly suffix: string; readonly chrome: string; readonly end: string }>
> = {
  'linux-x64': { suffix: 'linux64', chrome: 'chrome', end: '' },
  'linux-arm64': { suffix: 'linux-arm64', chrome: 'chrome', end: '' },
  'darwin-x64': { suffix: 'mac-x64', chrome: macChrome(), end: '' },
  'darwin-arm64': { suffix: 'mac-arm64', chrome: macChrome(), end: '' },
  'win32-x64': { suffix: 'win64', chrome: 'chrome.exe', end: '.exe' },
  'win32-ia32': { suffix: 'win32', chrome: 'chrome.exe', end: '.exe' },
};

function macChrome(): string {
  return 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
}

/** The first Chrome, Edge or Chromium installed on this machine; null where there is none. */
export async function findInstalled(host: Host): Promise<string | null> {
  const paths = (installedPaths[host.platform] ?? []).map((path) => expand(path, host));
  return firstExecutable(paths.filter((path) => path !== null));
}

/** The newest browser that Puppeteer's own download left in its cache, the headless shell before Chrome; null where there is none. */
export async function findPuppeteerDownload(host: Host): Promise<string | null> {
  const place = puppeteerFolders[`${host.platform}-${host.arch}`];
  if (!place) return null;
  const { join } = host.platform === 'win32' ? win32 : posix;
  const cache = host.env.PUPPETEER_CACHE_DIR || join(host.home, '.cache', 'puppeteer');
  const kinds = { 'chrome-headless-shell': `chrome-headless-shell${place.end}`, chrome: place.chrome };
  const paths: string[] = [];
  for (const [kind, executable] of Object.entries(kinds)) {
    const versions = await readdir(join(cache, kind)).catch(() => []);
    for (const version of versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))) {
      paths.push(join(cache, kind, version, `${kind}-${place.suffix}`, executable));
    }
  }
  return firstExecutable(paths);
}

/** Whether a path names a file that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function firstExecutable(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await isExecutable(path)) return path;
  return null;
}

function expand(path: string, host: Host): string | null {
  if (path.startsWith('~')) return host.home + path.slice(1);
  const variable = /^\$([^\\]+)(.*)$/su.exec(path);
  if (!variable) return path;
  const value = host.env[variable[1] ?? ''];
  return value ? value + variable[2] : null;
}
