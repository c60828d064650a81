import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';

/** Says which browser runs and why, and what else briefdeck finds. */
export async function doctorCommand(json: boolean, browserPath: string | null, effects: Effects, version: string): Promise<ExitCode> {
  const { startBrowser } = await import('../browser/browser.js');
  const browser = startBrowser({ path: browserPath, env: effects.env, concurrency: 1, deadline: 60_000, say: (message) => effects.terminal.err(`${message}\n`) });
  try {
    const found = await browser.describe();
    if (json) {
      effects.terminal.out(`${JSON.stringify({ version, node: process.versions.node, browser: { ...found, path: found.executable } }, null, 2)}\n`);
    } else {
      const notes = found.notes.map((note) => `  note       ${note}\n`).join('');
      effects.terminal.out(`briefdeck ${version}, Node ${process.versions.node}\n  browser    ${found.executable}\n  version    ${found.version}\n  why        ${found.reason}\n  sandbox    ${found.sandboxed ? 'on' : 'off'}\n${notes}`);
    }
    return exitCodes.done;
  } finally {
    await browser.close();
  }
}
