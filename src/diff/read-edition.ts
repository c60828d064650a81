import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Files } from '../effects/effects.js';
import type { Brief } from '../outline/brief.js';
import type { Positions } from '../outline/positions.js';
import { type ReadOutline, readOutline } from '../outline/read-outline.js';

/** One edition of a brief: an outline, or what an outline was at a git revision. */
export interface Edition {
  /** As the user named it. */
  readonly name: string;
  readonly brief: Brief | null;
  readonly positions: Positions | null;
  readonly source: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `x.yaml`, or `x.yaml@REVISION` where no file has that whole name. */
export async function readEdition(name: string, files: Files, ownKinds: readonly string[]): Promise<Edition> {
  const [, path, revision] = /^(.+\.ya?ml)@(.+)$/iu.exec(name) ?? [];
  const isFile = path === undefined || revision === undefined || (await files.kind(name)) === 'file';
  const bytes = isFile ? await files.read(name) : await files.readAt(path, revision);
  const read: ReadOutline = readOutline(bytes, name, ownKinds);
  return { name, ...read };
}
