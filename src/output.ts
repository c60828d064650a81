import type { Format, OutputReport } from './build-types.js';
import type { Files } from './effects/effects.js';
import { sha256 } from './effects/node.js';

/** One output, made and not yet written. */
export interface Output {
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** How long it took by itself. */
  readonly ms: number;
}

/** Makes an output and takes the time. */
export async function timed(format: Format, make: () => Promise<Uint8Array>): Promise<Output> {
  const start = performance.now();
  return { format, bytes: await make(), ms: Math.round(performance.now() - start) };
}

/** Where a deck goes: the outline's name in the folder for outputs, with `/` between its parts on every system. */
export function outputPath(input: string, format: Format, out: string): string {
  const name = input.replace(/^.*[\\/]/u, '').replace(/\.(?:ya?ml|md)$/u, '');
  const folder = out === '/' ? '' : out.replace(/[\\/]+$/u, '').replace(/\\/gu, '/');
  return `${folder}/${name}.${format}`;
}

/** Writes outputs whole, one after the other. */
export async function writeOutputs(
  outputs: readonly Output[],
  input: string,
  out: string,
  files: Files,
): Promise<readonly OutputReport[]> {
  const written: OutputReport[] = [];
  for (const { format, bytes, ms } of outputs) {
    const path = outputPath(input, format, out);
    await files.write(path, bytes);
    written.push({ format, path, bytes: bytes.length, sha256: sha256(bytes), ms });
  }
  return written;
}
