import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type BrowserRequest, type DeckBrowser, startBrowser } from '../../src/browser/browser.js';

/** A slide of every test here. */
export const size = { width: 1280, height: 720 };

/** Makes a folder that is removed when the test file ends. */
export async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'briefdeck-test-'));
  folders.push(path);
  return path;
}

const folders: string[] = [];

/** Removes what `temporaryFolder` made. */
export async function removeTemporaryFolders(): Promise<void> {
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
}

/** A browser whose temporary files go to `folder` alone. */
export function browserIn(folder: string, request: Partial<BrowserRequest> = {}): DeckBrowser {
  const env = { ...process.env, TMPDIR: folder };
  return startBrowser({ path: null, env, concurrency: 1, deadline: 30_000, say: () => {}, ...request });
}

/** Ids of the processes that have this text in their command line. */
export function processesNaming(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && commandLine(name).includes(text))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Bundles a script that imports from `src/`, so that plain Node can run it in a process of its own. */
export async function bundleScript(folder: string, source: string): Promise<string> {
  const root = resolve(import.meta.dirname, '../..');
  const outfile = join(folder, 'script.mjs');
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules')).catch(() => {});
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** A page a slide, as the decks of briefdeck are printed; `slides` are the insides of their sections. */
export function document(slides: readonly string[], head = ''): string {
  const sections = slides.map(
    (slide) =>
      `<svg viewBox="0 0 1280 720"><foreignObject width="1280" height="720"><section>${slide}</section></foreignObject></svg>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbour talks</title>${head}<style>
@page { size: 1280px 720px; margin: 0 } html, body { margin: 0 }
div.marpit > svg { display: block; width: 1280px; height: 720px; break-after: page; break-inside: avoid }
div.marpit > svg:last-child { break-after: auto }
section { width: 1280px; height: 720px; background: #fdf6e3; overflow: hidden } section::after { content: 'page'; position: absolute; right: 9px; bottom: 9px }
</style></head><body><div class="marpit">${sections.join('')}</div></body></html>`;
}
