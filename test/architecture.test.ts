import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  importedPath,
  isNode,
  lineCount,
  placeOf,
  readSources,
  root,
  type Source,
  type SyntaxNode,
  walk,
} from './architecture/sources.js';

const sources = readSources();
const rooms = readRooms();
/** The way of the data, over all rooms but those that call it. */
const callers = ['dev', 'cli'];

/** The table of rooms in ARCHITECTURE.md, from the top down, with the dependencies that each owns. */
function readRooms(): readonly { room: string; owns: readonly string[] }[] {
  const lines = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, room, owns = ''] = /^\| `(\w+)\/` *\|.*\|([^|]*)\|$/u.exec(line) ?? [];
    return room ? [{ room, owns: owns.split(',').map((name) => name.trim()) }] : [];
  });
}

/** How far down the table a file stands; files of src/ itself come before the rooms that call them. */
function rank(room: string): number {
  if (room === '') return rank(callers[0] ?? '') - 0.5;
  return rooms.findIndex((row) => row.room === room);
}

function findAll(find: (source: Source) => readonly (string | null)[]): readonly string[] {
  return sources.flatMap(find).filter((found) => found !== null);
}

function nodesOf(source: Source, type: RegExp): readonly SyntaxNode[] {
  return [...walk(source.tree)].map(({ node }) => node).filter((node) => type.test(node.type));
}

function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('rooms', () => {
  test('every folder of src/ stands in the table of ARCHITECTURE.md', () => {
    const named = rooms.map(({ room }) => room);
    expect(named.length).toBeGreaterThan(10);
    expect(findAll(({ room, path }) => [room === '' || named.includes(room) ? null : path])).toEqual([]);
  });

  test('a file imports only from its own room or from rooms above it', () => {
    const wrong = findAll((source) =>
      source.imports.map(({ from }) => {
        const path = importedPath(source, from);
        const room = path?.includes('/') ? (path.split('/')[0] ?? '') : '';
        return path === null || rank(room) <= rank(source.room) ? null : `src/${source.path} imports ${from}`;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    const next = new Map(
      sources.map((source) => [
        source.path,
        source.imports.filter(({ late }) => !late).flatMap(({ from }) => importedPath(source, from) ?? []),
      ]),
    );
    const reached = (path: string, seen: Set<string>): Set<string> => {
      for (const each of next.get(path) ?? []) if (!seen.has(each)) reached(each, seen.add(each));
      return seen;
    };
    expect(sources.map(({ path }) => path).filter((path) => reached(path, new Set()).has(path))).toEqual([]);
  });

  test('a dependency is imported in one room alone, the one that owns it', () => {
    const users = new Map<string, Set<string>>();
    for (const { room, imports } of sources) {
      for (const { from } of imports) {
        if (!/^(?:\.|node:)/u.test(from))
          users.set(packageOf(from), (users.get(packageOf(from)) ?? new Set()).add(room));
      }
    }
    const owner = (name: string) => rooms.find(({ owns }) => owns.includes(name))?.room;
    const wrong = [...users].filter(
      ([name, used]) => used.size > 1 || (owner(name) && !used.has(owner(name) ?? '')),
    );
    expect(users.size).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  test('what is imported at run time is a dependency that package.json names', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const wrong = findAll(({ path, imports }) =>
      imports.map(({ from, types }) => {
        if (types || /^(?:\.|node:)/u.test(from)) return null;
        return Object.hasOwn(dependencies, packageOf(from)) ? null : `src/${path} imports ${from}`;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('disk, processes and network are touched only where the table of effects allows', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      'node:fs': ['effects', 'browser'],
      // HarfBuzz's WebAssembly file is part of a package, not of a user's folder.
      'node:fs/promises': ['effects', 'browser', 'fonts'],
      'node:child_process': ['effects', 'browser'],
      'node:worker_threads': ['effects'],
      'node:os': ['effects', 'browser'],
      'node:http': ['dev'],
      'node:net': ['dev'],
    };
    const wrong = findAll(({ path, room, imports }) =>
      imports.map(({ from }) => {
        if (!/^(?:node:)?(?:fs|child_process|os|https?|net|tls|dgram|worker_threads)\b/u.test(from))
          return null;
        return allowed[from]?.includes(room) ? null : `src/${path} imports ${from}`;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('only effects/, browser/, dev/ and cli/ know the process', () => {
    const wrong = findAll((source) => {
      if (['effects', 'browser', 'dev', 'cli'].includes(source.room)) return [];
      return nodesOf(source, /^MemberExpression$/u)
        .filter(({ object }) => isNode(object) && object.type === 'Identifier' && object.name === 'process')
        .map((node) => placeOf(source, node));
    });
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  test('a file has at most 200 lines', () => {
    const long = findAll((source) => [source.text.trimEnd().split('\n').length > 200 ? source.path : null]);
    expect(long).toEqual([]);
  });

  test('a function has at most 40 lines', () => {
    const long = findAll((source) =>
      nodesOf(source, /^(?:Function|ArrowFunction)/u)
        .filter((node) => lineCount(source, node) > 40)
        .map((node) => `${placeOf(source, node)} has ${lineCount(source, node)} lines`),
    );
    expect(long).toEqual([]);
  });

  test('no file is named for having no idea of its own', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|misc|common|shared|lib)\.ts$/u;
    expect(findAll(({ path }) => [vague.test(path) ? path : null])).toEqual([]);
  });

  test('types are neither switched off nor forced', () => {
    const forced = findAll((source) =>
      nodesOf(source, /^TS(?:AnyKeyword|NonNullExpression|AsExpression)$/u)
        .filter((node) => node.type !== 'TSAsExpression' || isDoubleCast(node))
        .map((node) => placeOf(source, node)),
    );
    expect(forced).toEqual([]);
    expect(
      findAll(({ path, text }) => [/@ts-(?:ignore|expect-error|nocheck)/u.test(text) ? path : null]),
    ).toEqual([]);
  });

  test('every export says in a sentence what it is, and none is a default', () => {
    const bare = findAll((source) =>
      nodesOf(source, /^Export(?:Named|Default)Declaration$/u).map((node) => {
        const isDefault = node.type === 'ExportDefaultDeclaration';
        const documented =
          !isNode(node.declaration) || /\/\*\*[\s\S]*?\*\/\s*$/u.test(lastComment(source, node));
        return !isDefault && documented ? null : placeOf(source, node);
      }),
    );
    expect(bare).toEqual([]);
  });
});

function isDoubleCast({ expression }: SyntaxNode): boolean {
  return isNode(expression) && expression.type === 'TSAsExpression';
}

/** The text before a node, from where the last comment begins. */
function lastComment({ text }: Source, { start }: SyntaxNode): string {
  const before = text.slice(0, start);
  return before.slice(Math.max(0, before.lastIndexOf('/**')));
}
