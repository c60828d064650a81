import type { Files } from './effects/effects.js';
import { sha256 } from './effects/node.js';
import type { FoundManifest } from './read-manifests.js';
import type { SealedOutput } from './seal.js';
import { describeItself, type SelfDescription } from './self-description.js';

/** What became of a distributed file. */
export interface Verified {
  readonly file: string;
  /** `unknown`: no manifest tells of it. */
  readonly status: 'unchanged' | 'changed' | 'unknown';
  readonly bytes: number;
  readonly sha256: string;
  /** The manifest that tells of it, and the output that it is or was; null for an unknown file. */
  readonly found: (FoundManifest & { readonly output: SealedOutput }) | null;
  readonly says: SelfDescription;
  /** What was changed as far as the file shows it, each a sentence. */
  readonly changes: readonly string[];
}

/** Which edition a file is, and whether it is as it was made: by its hash, else by what it says of itself, else by its name. */
export async function verifyFile(
  file: string,
  manifests: readonly FoundManifest[],
  files: Files,
): Promise<Verified> {
  const bytes = await files.read(file);
  const hash = sha256(bytes);
  const says = describeItself(bytes);
  const rows = manifests.flatMap((each) => each.manifest.outputs.map((output) => ({ ...each, output })));
  const told = { file, bytes: bytes.length, sha256: hash, says };
  const same = rows.find(({ output }) => output.sha256 === hash);
  if (same) return { ...told, status: 'unchanged', found: same, changes: [] };
  const like = rows.filter((row) => isOf(row, says));
  const named = (row: { readonly output: SealedOutput }) => row.output.path === file.replace(/^.*[\\/]/u, '');
  const found = like.find(named) ?? like[0] ?? (says.title === null ? rows.find(named) : null) ?? null;
  if (!found) return { ...told, status: 'unknown', found, changes: says.traces };
  const changes = [...says.traces, ...added(bytes, found.output), ...(await textChanges(bytes, says))];
  return { ...told, status: 'changed', found, changes };
}

/** A PDF of another form than the slides has its form behind the title. */
function isOf(
  { manifest, output }: FoundManifest & { readonly output: SealedOutput },
  says: SelfDescription,
) {
  if (says.title === null || output.format !== says.format) return false;
  const title = says.title === manifest.title || says.title.startsWith(`${manifest.title} (`);
  return title && says.edition === manifest.edition;
}

/** A signed or commented PDF keeps what was there, and so does a file that something was written behind. */
function added(bytes: Uint8Array, output: SealedOutput): readonly string[] {
  const more = bytes.length - output.bytes;
  if (more <= 0 || sha256(bytes.subarray(0, output.bytes)) !== output.sha256) return [];
  return [`Its first ${output.bytes} bytes are as they were made; ${more} were added behind them.`];
}

/** The slides of a PPTX whose texts are not those that it was built with, by its own record of them. */
async function textChanges(bytes: Uint8Array, { format }: SelfDescription): Promise<readonly string[]> {
  if (format !== 'pptx') return [];
  const [{ openPackage }, { readManifest }, { readReturned }, { compareReturned }] = await Promise.all([
    import('./pptx/opc/read-package.js'),
    import('./pptx/read/read-manifest.js'),
    import('./pptx/read/read-returned.js'),
    import('./diff/pull/compare-returned.js'),
  ]);
  const file = openPackage(bytes);
  const built = typeof file === 'string' ? null : readManifest(file);
  if (typeof file === 'string' || !built) return [];
  const { unmapped } = compareReturned(built, readReturned(file), () => null);
  const slides = [...new Set(unmapped.map(({ slide }) => slide))].sort((a, b) => a - b);
  if (slides.length === 0) return ['Its texts are those that it was built with.'];
  return [`Its texts differ from those that it was built with on slide ${slides.join(', ')}.`];
}
