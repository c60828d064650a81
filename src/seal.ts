import { isAbsolute, relative } from 'node:path';
import type { OutputReport } from './build-types.js';
import type { Effects } from './effects/effects.js';
import { runtime, sha256 } from './effects/node.js';
import { catalogue } from './fonts/catalogue.js';
import type { Imprint } from './imprint.js';
import type { Observation } from './observe-files.js';
import { readVersion } from './version.js';

/** A file that an edition was made from. */
export interface SealedInput {
  readonly role: 'outline' | 'template' | 'theme' | 'pptx-template' | 'image' | 'briefdeck';
  /** From the working folder; the name alone where the file lies outside. One row stands for all that briefdeck brings itself. */
  readonly path: string;
  readonly sha256: string;
}

/** A file of an edition as it was made. */
export type SealedOutput = Pick<OutputReport, 'format' | 'path' | 'bytes' | 'sha256'>;

/** What an edition was made from and came to, `NAME.manifest.json`. The same inputs and programs give the same bytes. */
export interface EditionManifest extends Imprint {
  readonly manifest: 1;
  readonly madeBy: { readonly briefdeck: string; readonly node: string; readonly browser: string | null };
  readonly inputs: readonly SealedInput[];
  readonly fonts: readonly {
    readonly family: string;
    readonly package: string;
    readonly version: string;
  }[];
  readonly outputs: readonly SealedOutput[];
}

/** What the name of a manifest ends with behind the deck's own. */
export const manifestEnding = '.manifest.json';

/** An edition to be sealed. */
export interface SealedEdition {
  readonly input: string;
  readonly imprint: Imprint;
  readonly outputs: readonly OutputReport[];
  readonly observations: readonly Observation[];
  /** Version of the browser; null where none drew. */
  readonly browser: string | null;
}

/** The manifest of an edition as bytes. It holds no text of the brief but its title, no folder of the machine and no time. */
export async function sealEdition(edition: SealedEdition, effects: Effects): Promise<Uint8Array> {
  const { imprint, browser } = edition;
  const manifest: EditionManifest = {
    manifest: 1,
    ...imprint,
    madeBy: { briefdeck: await readVersion(effects), node: runtime.node, browser },
    inputs: inputsOf(edition, effects),
    fonts: await fontsOf(edition.observations, effects),
    // The name alone: an edition is passed on without its folder.
    outputs: edition.outputs.map(({ format, path, bytes, sha256 }) => ({
      format,
      path: nameOf(path),
      bytes,
      sha256,
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

const roles: readonly (readonly [RegExp, SealedInput['role']])[] = [
  [/\.(?:hbs|schema\.json)$/iu, 'template'],
  [/\.css$|(?:^|\/)themes\//iu, 'theme'],
  [/\.(?:potx|pptx|layouts\.ya?ml)$/iu, 'pptx-template'],
];

function inputsOf(edition: SealedEdition, { cwd, packageRoot }: Effects): readonly SealedInput[] {
  const own = ['templates', 'dist', 'node_modules', 'package.json'].map((name) => `${packageRoot}/${name}`);
  const isOwn = (path: string) => own.some((each) => path === each || path.startsWith(`${each}/`));
  const read = edition.observations.filter(({ question, path, answer }) => {
    return question === 'read' && !packageOf(path) && /^[\da-f]{64}$/u.test(answer);
  });
  const rows = read
    .filter(({ path }) => !isOwn(path))
    .map(({ path, answer }): SealedInput => {
      return { role: roleOf(path, edition.input), path: shownPath(path, cwd), sha256: answer };
    });
  const ours = read.filter(({ path }) => path.startsWith(`${packageRoot}/templates/`));
  return [...rows.toSorted((a, b) => order(a.path, b.path)), ownRow(ours, packageRoot)];
}

/** briefdeck's own templates and themes, those that this deck was made with, by their names and hashes. */
function ownRow(read: readonly Observation[], packageRoot: string): SealedInput {
  const lines = read.map(({ path, answer }) => `${answer} ${path.slice(packageRoot.length + 1)}\n`).sort();
  const sum = sha256(new TextEncoder().encode(lines.join('')));
  return { role: 'briefdeck', path: 'templates', sha256: sum };
}

function roleOf(path: string, input: string): SealedInput['role'] {
  return path === input ? 'outline' : (roles.find(([pattern]) => pattern.test(path))?.[1] ?? 'image');
}

function shownPath(path: string, cwd: string): string {
  const inside = (isAbsolute(path) ? relative(cwd, path) : path).replace(/\\/gu, '/').replace(/^\.\//u, '');
  return isAbsolute(inside) || /^\.\.(?:\/|$)/u.test(inside) ? nameOf(inside) : inside;
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/u, '');
}

/** The package of fonts that a file belongs to, with its folder. */
function packageOf(path: string): { readonly name: string; readonly folder: string } | null {
  const [, folder, name] =
    /^(.*[\\/]node_modules[\\/](@fontsource[\\/][^\\/]+|katex))[\\/]/u.exec(path) ?? [];
  return folder && name ? { name: name.replace(/\\/gu, '/'), folder } : null;
}

async function fontsOf(observations: readonly Observation[], { files }: Effects) {
  const folders = new Map(
    observations.flatMap(({ path }) => {
      const found = packageOf(path);
      return found ? [[found.name, found.folder] as const] : [];
    }),
  );
  const fonts = await Promise.all(
    [...folders].map(async ([name, folder]) => {
      const text = new TextDecoder().decode(await files.read(`${folder}/package.json`));
      const family = catalogue.find((each) => each.package === name)?.name ?? 'KaTeX';
      return { family, package: name, version: String(JSON.parse(text).version) };
    }),
  );
  return fonts.toSorted((a, b) => order(a.package, b.package));
}

/** By code units, the same in every language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
