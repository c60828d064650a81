import { realpath, stat } from 'node:fs/promises';
import { embeddedPackage } from './embedded.js';
import { findBrowser } from './find.js';
import { type Host, thisHost } from './host.js';

/**
 * Tells one browser from another without starting it, in words that stay the same while the browser does; null where there is none to
 * use. `path` is what `--browser` names.
 */
export async function identifyBrowser(path: string | null, env: Host['env']): Promise<string | null> {
  const host = thisHost(env);
  const embedded = embeddedPackage();
  const canRun = embedded && host.platform === 'linux' && host.arch === 'x64';
  try {
    const { source, executable } = await findBrowser(path, host, async () => (canRun ? embeddedName : null));
    const file = executable === embeddedName ? null : await describeFile(executable);
    // Its fonts serve every browser on Linux.
    return [source, file, embedded?.version].join(' ');
  } catch {
    return null;
  }
}

const embeddedName = '@sparticuz/chromium';

async function describeFile(path: string): Promise<string> {
  const real = await realpath(path);
  const { size, mtimeMs } = await stat(real);
  return `${real} ${size} ${mtimeMs}`;
}
