import { identifyBrowser } from './browser/identify.js';
import type { BuildRequest } from './build-types.js';
import type { Effects } from './effects/effects.js';
import { runtime, sha256 } from './effects/node.js';
import { catalogue } from './fonts/catalogue.js';
import { findPackage } from './fonts/packages.js';
import { answers } from './observe-files.js';

/** Packages that shape outputs and are not in the bundle, beside those of the fonts. */
const packages = ['harfbuzzjs', 'puppeteer-core', 'katex', 'shiki', '@mathjax/src', 'beautiful-mermaid'];

/**
 * All that shapes outputs beside the request and the files that it reads, as one hash: briefdeck itself, Node, the browser and the
 * packages that are found. Null where a browser is needed and there is none.
 */
export async function environmentOf(
  { formats, browser }: Pick<BuildRequest, 'formats' | 'browser'>,
  { env, files, cwd, packageRoot }: Effects,
): Promise<string | null> {
  const draws = formats.some((format) => format !== 'html' && format !== 'md');
  const browserName = draws ? await identifyBrowser(browser, env) : 'none';
  if (browserName === null) return null;
  const names = [...catalogue.map((family) => family.package), ...packages];
  const found = names.map(async (name) => {
    const folder = findPackage(name, [packageRoot, cwd]);
    return [name, folder, folder === null ? null : await answers.read(`${folder}/package.json`, files)];
  });
  // Chunks are named by what is in them.
  const own = [
    answers.read(`${packageRoot}/package.json`, files),
    answers.read(`${packageRoot}/dist/cli.js`, files),
    answers.list(`${packageRoot}/dist/chunks`, files),
  ];
  const facts = {
    node: runtime.node.split('.')[0],
    system: runtime.system,
    browserName,
    found: await Promise.all(found),
    own: await Promise.all(own),
  };
  return sha256(new TextEncoder().encode(JSON.stringify(facts)));
}
