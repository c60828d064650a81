import { posix } from 'node:path';
import type { ReadPackage } from '../opc/read-package.js';
import { attribute } from './xml-text.js';

/** Where a relationship leads. */
export interface ReadRelationship {
  /** Last step of the type's address: `notesSlide`. */
  readonly type: string;
  /** Path of a part, or an address outside. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part, by id. */
export function relationshipsOf(file: ReadPackage, path: string): ReadonlyMap<string, ReadRelationship> {
  const folder = posix.dirname(path);
  const xml = file.text(posix.join(folder, '_rels', `${posix.basename(path)}.rels`)) ?? '';
  return new Map(
    [...xml.matchAll(/<Relationship(\s[^>]*)>/gu)].map(([, values = '']) => {
      const target = attribute(values, 'Target');
      const external = attribute(values, 'TargetMode') === 'External';
      const type = attribute(values, 'Type').replace(/^.*\//u, '');
      const full = external ? target : posix.join('/', folder, target).slice(1);
      return [attribute(values, 'Id'), { type, target: full, external }];
    }),
  );
}
