// Bundles src/ into dist/: the command, the library, the scripts that run inside a page, and the types.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

// Made beside the old dist/ and put in its place when it is whole: a failed build leaves a command that works.
const fresh = mkdtempSync('node_modules/.dist-');
process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));

const node = { bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning' };

await build({
  ...node,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: fresh,
  splitting: true,
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
}).catch(giveUp);

// Page scripts: each is one self-contained classic script, read at run time and given to the browser as text.
const pages = { measure: 'src/scene/page/measure.ts', player: 'src/player/page/player.ts' };
await build({
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  logLevel: 'warning',
  entryPoints: Object.fromEntries(Object.entries(pages).filter(([, path]) => existsSync(path))),
  outdir: `${fresh}/page`,
}).catch(giveUp);

const old = `${fresh}-old`;
chmodSync(fresh, 0o755);
if (existsSync('dist')) renameSync('dist', old);
renameSync(fresh, 'dist');
rmSync(old, { recursive: true, force: true });

if (process.argv.includes('--types')) {
  const tsc = spawnSync('npx', ['tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
  process.exitCode = tsc.status ?? 1;
}

/** esbuild has said what is wrong. */
function giveUp() {
  process.exit(1);
}
