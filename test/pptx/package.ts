import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { all, type Element, parseXml } from './xml.js';

/** A PPTX as it lies in its zip. */
export interface Package {
  /** Names as the zip lists them, in order, folders and doubles with them. */
  readonly names: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** One row of a `.rels` part. */
export interface Relationship {
  readonly id: string;
  /** Last step of the type's address: `slideLayout`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
  /** Path of the part that an inner relationship leads to. */
  readonly path: string | null;
}

/** Opens a PPTX. */
export function openPackage(bytes: Uint8Array): Package {
  const names: string[] = [];
  const files = unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return true;
    },
  });
  return { names, parts: new Map(Object.entries(files)) };
}

/** An XML part, parsed; throws where it is missing or not well formed. */
export function xmlOf({ parts }: Package, path: string): Element {
  const bytes = parts.get(path);
  if (!bytes) throw new TypeError(`no part ${path}`);
  return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

/** Path of the part that holds the relationships of another; of the package itself for the empty path. */
export function relsPath(path: string): string {
  return path === ''
    ? '_rels/.rels'
    : posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
}

/** Path of the part that a `.rels` part speaks for. */
export function sourceOf(rels: string): string {
  const [, folder = '', name = ''] = /^(.*\/)?_rels\/(.*)\.rels$/u.exec(rels) ?? [];
  return folder + name;
}

/** The relationships of a part. */
export function relationshipsOf(file: Package, path: string): readonly Relationship[] {
  const rels = relsPath(path);
  if (!file.parts.has(rels)) return [];
  return all(xmlOf(file, rels), 'Relationship').map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    const external = attributes.get('TargetMode') === 'External';
    return {
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').replace(/^.*\//u, ''),
      target,
      external,
      path: external ? null : posix.join('/', posix.dirname(path), target).slice(1),
    };
  });
}

/** Paths of the slides, in the order of the presentation. */
export function slidePaths(file: Package): readonly string[] {
  const links = relationshipsOf(file, 'ppt/presentation.xml');
  return all(xmlOf(file, 'ppt/presentation.xml'), 'p:sldId').map(
    ({ attributes }) => links.find(({ id }) => id === attributes.get('r:id'))?.path ?? '',
  );
}

/** Path of the part of a type that another part is related to. */
export function related(file: Package, path: string, type: string): string | undefined {
  return relationshipsOf(file, path).find((row) => row.type === type)?.path ?? undefined;
}
