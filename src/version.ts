import type { Effects } from './effects/effects.js';

/** The version of this briefdeck, as its package names it. */
export async function readVersion({
  files,
  packageRoot,
}: Pick<Effects, 'files' | 'packageRoot'>): Promise<string> {
  const text = new TextDecoder().decode(await files.read(`${packageRoot}/package.json`));
  return String(JSON.parse(text).version);
}
