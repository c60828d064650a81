// Bundles src/ into dist/: the command, the library, the scripts that run inside a page, and the types.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Made beside the old dist/ and put in its place when it is whole: a failed build leaves a command that works.
const fresh = mkdtempSync('node_modules/.dist-');
process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));

const node = { bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning' };

// Packages go in too: a start then reads a few files in place of hundreds, which is a quarter of a small deck's time. Left out
// are those with files of their own beside their code, and what marp-core asks for only where a deck needs it.
const apart = ['puppeteer-core', '@sparticuz/chromium', 'harfbuzzjs'];
const onDemand = ['shiki', 'katex', '@mathjax', 'beautiful-mermaid'];
/** PostCSS makes source maps for nobody here and does without the package, as in browsers; js-yaml is there in one form, not two. */
const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^source-map(-js)?$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
    onResolve({ filter: /^js-yaml$/ }, ({ kind, resolveDir, path }) =>
      kind === 'require-call' ? resolve(path, { kind: 'import-statement', resolveDir }) : null,
    );
  },
};

const { metafile } = await build({
  ...node,
  metafile: true,
  entryPoints: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    precompile: 'src/markdown/precompile.ts',
    'render-thread': 'src/render-thread.ts',
  },
  outdir: fresh,
  splitting: true,
  external: [...apart, ...onDemand].flatMap((name) => [name, `${name}/*`]),
  plugins: [lighter],
  // Packages in CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
}).catch(giveUp);
writeFileSync(`${fresh}/LICENSES.txt`, licences(metafile));

// Page scripts: each is one self-contained classic script, read at run time and given to the browser as text.
const pages = {
  dev: 'src/dev/page/dev.ts',
  measure: 'src/scene/page/measure.ts',
  pictures: 'src/browser/page/pictures.ts',
  player: 'src/player/page/player.ts',
  scaling: 'src/marp/page/scaling.ts',
};
await build({
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  logLevel: 'warning',
  entryPoints: [
    ...Object.entries(pages).map(([out, path]) => ({ out, in: path })),
    { out: 'dev', in: 'src/dev/style/dev.css' },
    { out: 'player', in: 'src/player/style/player.css' },
  ].filter((entry) => existsSync(entry.in)),
  outdir: `${fresh}/page`,
}).catch(giveUp);

// briefdeck's own templates, compiled: one whose text was changed since is compiled when it is used.
const { precompileTemplates } = await import(pathToFileURL(`${fresh}/precompile.js`).href);
const sources = ['slides', 'documents'].flatMap((folder) =>
  readdirSync(`templates/${folder}`)
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.hbs$/u, ''),
      text: readFileSync(`templates/${folder}/${file}`, 'utf8'),
    })),
);
writeFileSync(`${fresh}/templates.js`, precompileTemplates(sources));

const old = `${fresh}-old`;
chmodSync(fresh, 0o755);
if (existsSync('dist')) renameSync('dist', old);
renameSync(fresh, 'dist');
rmSync(old, { recursive: true, force: true });

if (process.argv.includes('--types')) {
  const tsc = spawnSync('npx', ['tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
  process.exitCode = tsc.status ?? 1;
}

/** The licences of the packages that are bundled, which ask to go along with every copy. */
function licences({ inputs }) {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? [],
  );
  const texts = [...new Set(folders)].sort().flatMap((folder) => {
    const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.|$)/iu.test(name));
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return `${name} ${version}\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : license}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** esbuild has said what is wrong. */
function giveUp() {
  process.exit(1);
}
