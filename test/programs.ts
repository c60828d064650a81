import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether all these programs are installed, for `it.runIf(has('qpdf'))`: they look at what briefdeck made and are no part of it,
 * so a test is skipped with a printed reason where one is missing. With BRIEFDECK_CI set nothing is skipped: the test fails.
 */
export function has(...programs: readonly string[]): boolean {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0 || process.env.BRIEFDECK_CI) return true;
  console.warn(`Skipped what needs ${missing.join(' and ')}: not installed.`);
  return false;
}

/** Whether LibreOffice draws the deck's own faces for those of Office, as `test/install-fonts.mjs` arranges it; skips like `has`. */
export function hasOfficeFaces(): boolean {
  const { stdout } = spawnSync('fc-match', ['-f', '%{family}', 'Georgia'], { encoding: 'utf8' });
  if (stdout?.startsWith('Gelasio') || process.env.BRIEFDECK_CI) return true;
  console.warn('Skipped what compares faces: run `node test/install-fonts.mjs` first.');
  return false;
}

function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}
