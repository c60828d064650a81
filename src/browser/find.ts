import { resolve } from 'node:path';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Host } from './host.js';
import { findInstalled, findPuppeteerDownload, isExecutable } from './installed.js';

/** How a browser was chosen. */
export type BrowserSource =
  | 'option'
  | 'BRIEFDECK_BROWSER'
  | 'PUPPETEER_EXECUTABLE_PATH'
  | 'embedded'
  | 'installed'
  | 'download';

/** Which browser runs, and why this one. */
export interface BrowserChoice {
  readonly source: BrowserSource;
  /** For people: `--browser names it`. */
  readonly reason: string;
  /** Absolute path. */
  readonly executable: string;
}

/** Gives the embedded browser's executable, unpacked; null where the machine cannot run it. */
export type FindEmbedded = () => Promise<string | null>;

/**
 * Chooses the browser: `--browser`, then the two variables, the embedded one, an installed one, Puppeteer's download.
 * One that was named and is not there is an error, never silently another browser.
 */
export async function findBrowser(
  option: string | null,
  host: Host,
  findEmbedded: FindEmbedded,
): Promise<BrowserChoice> {
  const named = [
    { source: 'option', by: '--browser', path: option },
    { source: 'BRIEFDECK_BROWSER', by: 'BRIEFDECK_BROWSER', path: host.env.BRIEFDECK_BROWSER },
    {
      source: 'PUPPETEER_EXECUTABLE_PATH',
      by: 'PUPPETEER_EXECUTABLE_PATH',
      path: host.env.PUPPETEER_EXECUTABLE_PATH,
    },
  ] as const;
  for (const { source, by, path } of named) {
    if (!path) continue;
    if (await isExecutable(path)) return { source, reason: `${by} names it`, executable: resolve(path) };
    const hint = `Give ${by} the path of a Chrome, Edge or Chromium, or leave it out.`;
    throw new BriefdeckError(
      `${by} names a browser that is not an executable file: ${path}`,
      exitCodes.browser,
      hint,
    );
  }
  const found = await findUnnamed(host, findEmbedded);
  if (found) return found;
  throw new BriefdeckError(
    'No browser was found',
    exitCodes.browser,
    'Install Chrome, Edge or Chromium, run `npx puppeteer browsers install chrome-headless-shell`, or name one with --browser.',
  );
}

/** The first browser that is there, where none is named. */
async function findUnnamed(host: Host, findEmbedded: FindEmbedded): Promise<BrowserChoice | null> {
  const places = [
    {
      source: 'embedded',
      reason: 'no other is named, and the package @sparticuz/chromium runs here',
      find: findEmbedded,
    },
    { source: 'installed', reason: 'it is installed on this machine', find: () => findInstalled(host) },
    { source: 'download', reason: 'Puppeteer downloaded it', find: () => findPuppeteerDownload(host) },
  ] as const;
  for (const { source, reason, find } of places) {
    const executable = await find();
    if (executable) return { source, reason, executable };
  }
  return null;
}
