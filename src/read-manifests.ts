import { dirname, join } from 'node:path';
import { BriefdeckError, exitCodes } from './diagnostics/briefdeck-error.js';
import type { Files } from './effects/effects.js';
import type { EditionManifest } from './seal.js';
import { manifestEnding } from './seal.js';

/** A manifest with its path. */
export interface FoundManifest {
  readonly path: string;
  readonly manifest: EditionManifest;
}

/** The manifest that is named; one that cannot be read is exit code 4. */
export async function readManifest(path: string, files: Files): Promise<FoundManifest> {
  const manifest = parse(await files.read(path));
  if (manifest) return { path, manifest };
  const hint = 'It is written by `briefdeck build --seal` beside the outputs.';
  throw new BriefdeckError(`${path} is no manifest of an edition.`, exitCodes.files, hint);
}

/** The manifests that lie beside a file; what is none is passed over. */
export async function manifestsBeside(file: string, files: Files): Promise<readonly FoundManifest[]> {
  const folder = dirname(file);
  const names = (await files.list(folder)).filter((name) => name.endsWith(manifestEnding));
  const read = names.map(async (name) => {
    const path = folder === '.' ? name : join(folder, name).replace(/\\/gu, '/');
    const manifest = parse(await files.read(path).catch(() => new Uint8Array()));
    return manifest ? [{ path, manifest }] : [];
  });
  return (await Promise.all(read)).flat();
}

function parse(bytes: Uint8Array): EditionManifest | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isManifest(value) ? value : null;
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is EditionManifest {
  if (!isObject(value) || value.manifest !== 1 || typeof value.title !== 'string') return false;
  const texts = ['edition', 'date', 'language', 'marking'].map((name) => value[name]);
  const outputs = Array.isArray(value.outputs) ? value.outputs : [];
  return (
    texts.every((text) => text === null || typeof text === 'string') &&
    isObject(value.madeBy) &&
    outputs.length > 0 &&
    outputs.every(
      (each) => isObject(each) && typeof each.sha256 === 'string' && typeof each.path === 'string',
    )
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
