// Bundles `fidelity.ts`, which shares its code with tests, and runs it.
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const bundle = fileURLToPath(new URL(`../../dist/.fidelity-${process.pid}.mjs`, import.meta.url));
process.on('exit', () => rmSync(bundle, { force: true }));
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
await build({
  entryPoints: ['test/fidelity/fidelity.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(bundle).href);
