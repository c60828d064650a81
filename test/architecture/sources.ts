import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

/** The root of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A node of the syntax tree, as far as it is looked at here. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** One import, of values, of types, or at run time. */
export interface Import {
  /** As written. */
  readonly from: string;
  /** Waits until it is run, so it takes no part in a circle. */
  readonly late: boolean;
  /** Of types alone: gone when the program runs. */
  readonly types: boolean;
}

/** A file of src/, read and parsed. */
export interface Source {
  /** From src/, with `/`. */
  readonly path: string;
  /** The first folder of its path; empty for files that lie in src/ itself. */
  readonly room: string;
  readonly text: string;
  readonly tree: SyntaxNode;
  readonly imports: readonly Import[];
}

/** Every TypeScript file of src/. */
export function readSources(): readonly Source[] {
  const folder = join(root, 'src');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replace(/\\/gu, '/'),
  );
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((path) => readSource(folder, path));
}

function readSource(folder: string, path: string): Source {
  const text = readFileSync(join(folder, path), 'utf8');
  const tree = parseAst(text, { lang: 'ts' }) as unknown;
  if (!isNode(tree)) throw new Error(`${path} is no program`);
  const room = path.includes('/') ? (path.split('/')[0] ?? '') : '';
  return { path, room, text, tree, imports: [...walk(tree)].flatMap(({ node }) => importOf(node)) };
}

/** A node and the one that it stands in. */
export interface Visit {
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | null;
}

/** Every node of a tree, from the outside in. */
export function* walk(node: SyntaxNode, parent: SyntaxNode | null = null): Generator<Visit> {
  yield { node, parent };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, node);
  }
}

/** Tells a node from the other values that fields hold. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function importOf({ type, source, argument, importKind, exportKind }: SyntaxNode): readonly Import[] {
  const named = isNode(source) ? source : isNode(argument) ? argument : null;
  if (!/^(?:Import|Export|TSImport)/u.test(type) || typeof named?.value !== 'string') return [];
  return [
    {
      from: named.value,
      late: type === 'ImportExpression',
      types: [importKind, exportKind].includes('type'),
    },
  ];
}

/** The path from src/ that an import of a file of ours names; null for packages. */
export function importedPath(source: Source, from: string): string | null {
  if (!from.startsWith('.')) return null;
  const folder = join(root, 'src');
  const path = relative(folder, resolve(folder, dirname(source.path), from));
  return path.replace(/\\/gu, '/').replace(/\.js$/u, '.ts');
}

/** Lines that a node takes. */
export function lineCount({ text }: Source, { start, end }: SyntaxNode): number {
  return text.slice(start, end).split('\n').length;
}

/** The path and line of a place in a file, for messages. */
export function placeOf({ path, text }: Source, { start }: SyntaxNode): string {
  return `src/${path}:${text.slice(0, start).split('\n').length}`;
}
