import type { Format, OutputReport } from './build-types.js';
import type { Files } from './effects/effects.js';
import { sha256 } from './effects/node.js';
import { outputPath } from './output-path.js';
import { removeStalePictures } from './picture-files.js';

/** One output, made and not yet written. */
export interface Output {
  readonly format: Format;
  /** What its name ends with behind the deck's own: `.pdf`, `-01.png`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** How long it took by itself. */
  readonly ms: number;
}

/** Makes an output and takes the time. */
export async function timed(
  format: Format,
  make: () => Promise<Uint8Array>,
  ending = `.${format}`,
): Promise<Output> {
  const start = performance.now();
  return { format, ending, bytes: await make(), ms: Math.round(performance.now() - start) };
}

/** Writes one output whole; a file that holds these bytes already keeps its date. */
export async function writeOutput(
  format: OutputReport['format'],
  path: string,
  bytes: Uint8Array,
  ms: number,
  files: Files,
): Promise<OutputReport> {
  const hash = sha256(bytes);
  const output = { format, path, bytes: bytes.length, sha256: hash, ms };
  const old = (await files.kind(path)) === 'file' ? await files.read(path).catch(() => null) : null;
  if (old && sha256(old) === hash) return { ...output, unchanged: true };
  await files.write(path, bytes);
  return output;
}

/** Writes outputs whole, one after the other; pictures of an earlier, longer deck do not outlive the new ones. */
export async function writeOutputs(
  outputs: readonly Output[],
  input: string,
  out: string,
  files: Files,
): Promise<readonly OutputReport[]> {
  const written: OutputReport[] = [];
  for (const { format, ending, bytes, ms } of outputs) {
    const path = outputPath(input, ending, out);
    written.push(await writeOutput(format, path, bytes, ms, files));
  }
  const paths = written.map(({ path }) => path);
  if (outputs.some(({ format }) => format === 'png')) await removeStalePictures(input, out, paths, files);
  return written;
}
