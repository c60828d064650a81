import { dirname } from 'node:path';
import type { BrowserDescription } from '../browser/browser.js';
import { BriefdeckError, type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { readVersion } from '../version.js';
import type { Words } from './commands.js';

interface FontPackage {
  readonly family: string;
  readonly package: string;
  readonly installed: boolean;
}

interface Findings {
  readonly version: 1;
  readonly briefdeck: string;
  readonly node: string;
  readonly platform: string;
  readonly browser: BrowserDescription | null;
  /** Where the embedded browser is unpacked, the one thing that stays after a run; null where another browser serves. */
  readonly cache: string | null;
  /** Why there is no browser. */
  readonly problem: { readonly message: string; readonly hint: string | null } | null;
  readonly fonts: readonly FontPackage[];
}

/** Says which browser runs and why, and what else there is on this machine. */
export async function doctorCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const { terminal } = effects;
  const findings: Findings = {
    version: 1,
    briefdeck: await readVersion(effects),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    ...(await findBrowser(words.text('browser'), effects)),
    fonts: await findFonts(effects),
  };
  terminal.out(words.on('json') ? `${JSON.stringify(findings, null, 2)}\n` : inWords(findings));
  return findings.browser ? exitCodes.done : exitCodes.browser;
}

async function findBrowser(
  path: string | null,
  { env, terminal }: Effects,
): Promise<Pick<Findings, 'browser' | 'cache' | 'problem'>> {
  const { startBrowser } = await import('../browser/browser.js');
  const say = (message: string) => terminal.err(`${message}\n`);
  const browser = startBrowser({ path, env, concurrency: 1, deadline: 60_000, say });
  try {
    const found = await browser.describe();
    const cache = found.source === 'embedded' ? dirname(dirname(found.executable)) : null;
    return { browser: found, cache, problem: null };
  } catch (error) {
    if (!(error instanceof BriefdeckError)) throw error;
    return { browser: null, cache: null, problem: { message: error.message, hint: error.hint } };
  } finally {
    await browser.close();
  }
}

async function findFonts({ packageRoot, cwd }: Effects): Promise<readonly FontPackage[]> {
  const [{ catalogue }, { findPackage }] = await Promise.all([
    import('../fonts/catalogue.js'),
    import('../fonts/packages.js'),
  ]);
  return catalogue.map(({ name, package: id }) => {
    return { family: name, package: id, installed: findPackage(id, [packageRoot, cwd]) !== null };
  });
}

/** A row without a value is not shown. */
type Row = readonly [name: string, value: string | null | undefined];

function inWords({ briefdeck, node, platform, browser, cache, problem, fonts }: Findings): string {
  const names = (installed: boolean) =>
    fonts.filter((font) => font.installed === installed).map((font) => font.package);
  const rows: readonly Row[] = [
    ['briefdeck', briefdeck],
    ['node', `${node} on ${platform}`],
    ['browser', browser ? `${browser.version}, ${browser.executable}` : 'none that can be used'],
    ['', browser && `chosen because ${browser.reason}; sandbox ${browser.sandboxed ? 'on' : 'off'}`],
    ...(browser?.notes ?? []).map((note): Row => ['', note]),
    ['', problem?.message ?? null],
    ['', problem?.hint ?? null],
    ['cache', cache],
    ['fonts', names(true).join(' ')],
    ...names(false).map((id, index): Row => [index === 0 ? 'to add' : '', `npm install ${id}`]),
  ];
  return rows.flatMap(([name, value]) => (value ? lines(name, value) : [])).join('');
}

function lines(name: string, value: string): readonly string[] {
  return value.split('\n').map((line, index) => `${(index === 0 ? name : '').padEnd(10)} ${line}\n`);
}
