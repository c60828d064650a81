// Bundles src/ into dist/: the command, the library, the scripts that run inside a page, and the types.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

const node = { bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning' };

await build({
  ...node,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  splitting: true,
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
});

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
  outdir: 'dist/page',
});

if (process.argv.includes('--types')) {
  const tsc = spawnSync('npx', ['tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
  process.exitCode = tsc.status ?? 1;
}
