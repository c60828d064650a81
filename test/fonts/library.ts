import { resolve } from 'node:path';
import { nodeFiles } from '../../src/effects/node-files.js';
import { FontLibrary } from '../../src/fonts/font-library.js';

const root = resolve(import.meta.dirname, '../..');

/** The fonts of this checkout; `folders` are where further packages are looked for. */
export function libraryHere(language = 'en', folders: readonly string[] = []): FontLibrary {
  return new FontLibrary({ folders: [root, ...folders], files: nodeFiles(root), language });
}
