import type { Files } from './effects/effects.js';
import { sha256 } from './effects/node.js';

/** What was asked of the disk, also of what is not there. */
export type Question = 'read' | 'list' | 'kind' | 'real' | 'readAt';

/** One answer of the disk that the outputs rest on. */
export interface Observation {
  readonly question: Question;
  /** For `readAt` the path, a colon and the revision, which holds none. */
  readonly path: string;
  /** The answer in short: a hash of bytes or names, a kind, a path. */
  readonly answer: string;
}

/** A disk that remembers what it was asked. */
export interface ObservedFiles {
  readonly files: Files;
  /** Each question once, in the order asked; null where the disk gave two answers to one, for then it changed meanwhile. */
  observations(): readonly Observation[] | null;
  /** Each question with its first answer, whatever came later. */
  asked(): readonly Observation[];
}

const unreadable = 'unreadable';
const encoder = new TextEncoder();

/** Watches what is read by way of `files`; writing is passed on. */
export function observe(files: Files): ObservedFiles {
  const seen = new Map<string, Observation>();
  let steady = true;
  const note = (question: Question, path: string, answer: string) => {
    const key = `${question} ${path}`;
    const earlier = seen.get(key);
    if (earlier && earlier.answer !== answer) steady = false;
    if (!earlier) seen.set(key, { question, path, answer });
  };
  const noted = async <T>(
    question: Question,
    path: string,
    asked: Promise<T>,
    short: (found: T) => string,
  ) => {
    const found = await asked;
    note(question, path, short(found));
    return found;
  };
  const read = async (question: Question, path: string, asked: Promise<Uint8Array>) => {
    const bytes = await asked.catch((error) => {
      note(question, path, unreadable);
      throw error;
    });
    note(question, path, sha256(bytes));
    return bytes;
  };
  return {
    observations: () => (steady ? [...seen.values()] : null),
    asked: () => [...seen.values()],
    files: {
      ...files,
      kind: (path) => noted('kind', path, files.kind(path), (kind) => kind),
      list: (folder) => noted('list', folder, files.list(folder), hashOfNames),
      real: (path) => noted('real', path, files.real(path), hashOfPath),
      read: (path) => read('read', path, files.read(path)),
      readAt: (path, revision) => read('readAt', `${path}:${revision}`, files.readAt(path, revision)),
    },
  };
}

/** What the disk answers now. */
export const answers: Readonly<Record<Question, (path: string, files: Files) => Promise<string>>> = {
  kind: (path, files) => files.kind(path),
  list: async (path, files) => hashOfNames(await files.list(path)),
  real: async (path, files) => hashOfPath(await files.real(path)),
  read: (path, files) => files.read(path).then(sha256, () => unreadable),
  readAt: (path, files) => {
    const colon = path.lastIndexOf(':');
    const bytes = files.readAt(path.slice(0, colon), path.slice(colon + 1));
    return bytes.then(sha256, () => unreadable);
  },
};

function hashOfNames(names: readonly string[]): string {
  return sha256(encoder.encode(names.join('\0')));
}

function hashOfPath(path: string | null): string {
  return path === null ? 'missing' : sha256(encoder.encode(path));
}
