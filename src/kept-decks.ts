import { environmentOf } from './build-environment.js';
import type { BuildRequest, DeckReport } from './build-types.js';
import type { BuiltDeck } from './deck-report.js';
import type { Cache, Effects } from './effects/effects.js';
import { sha256 } from './effects/node.js';
import { lock, unlock } from './lock-entry.js';
import { answers, type Observation } from './observe-files.js';

/** Decks as earlier runs made them. */
export interface KeptDecks {
  /** What an earlier run came to, where nothing that it rests on has changed and its outputs are as it wrote them; else null. */
  recall(input: string): Promise<KeptDeck | null>;
  /** Keeps what a run came to, with all that it asked of the disk. */
  keep(input: string, built: BuiltDeck, observations: readonly Observation[]): Promise<void>;
}

/** A deck that need not be made again. */
export interface KeptDeck {
  readonly built: BuiltDeck;
  readonly observations: readonly Observation[];
}

/** What an entry holds. */
interface Entry {
  readonly environment: string;
  readonly report: DeckReport;
  readonly observations: readonly Observation[];
  /** Files that its findings point into. */
  readonly sources: readonly string[];
}

/**
 * Decks in a cache. An entry holds findings and hashes, never an output, and is locked with the text of its outline: without that
 * text nobody can read it, a damaged one does not open, and one outline never gets what belongs to another.
 */
export function keptDecks(cache: Cache, request: BuildRequest, effects: Effects): KeptDecks {
  const { files, cwd, packageRoot } = effects;
  const { inputs: _, concurrency: __, browser: ___, ...options } = request;
  const nameOf = (input: string) => hashOf([cwd, packageRoot, input, options]);
  let environment: Promise<string | null> | null = null;
  const environmentNow = () => {
    environment ??= environmentOf(request, effects);
    return environment;
  };
  return {
    recall: async (input) => {
      const [outline, bytes] = await Promise.all([
        files.read(input).catch(() => null),
        cache.get(nameOf(input)),
      ]);
      const entry = outline && bytes ? readEntry(unlock(bytes, outline)) : null;
      if (!entry || entry.environment !== (await environmentNow())) return null;
      return (await isAsItWas(entry, effects)) ? recalled(entry, effects) : null;
    },
    keep: async (input, { report, sources }, observations) => {
      const outline = await files.read(input).catch(() => null);
      const now = await environmentNow();
      // An outline that was saved meanwhile is not the one that was built.
      const built = observations.find(({ question, path }) => question === 'read' && path === input);
      if (!outline || now === null || built?.answer !== sha256(outline)) return;
      const outputs = new Set(report.outputs.map(({ path }) => path));
      const named = new Set(report.diagnostics.map(({ file }) => file));
      const entry: Entry = {
        environment: now,
        report,
        // Whether an output was there before is no part of what it was made from.
        observations: observations.filter(({ path }) => !outputs.has(path)),
        sources: [...sources.keys()].filter((file) => named.has(file)),
      };
      await cache.put(nameOf(input), lock(JSON.stringify(entry), outline));
    },
  };
}

function hashOf(value: unknown): string {
  return sha256(new TextEncoder().encode(JSON.stringify(value)));
}

/** What opens was written by this code; its form is checked by its version in the environment. */
function readEntry(text: string | null): Entry | null {
  return text === null ? null : JSON.parse(text);
}

/** Whether the disk answers every question as it did then, and every output is there as it was written. */
async function isAsItWas({ observations, report }: Entry, { files }: Effects): Promise<boolean> {
  const inputs = observations.map(
    async ({ question, path, answer }) => (await answers[question](path, files)) === answer,
  );
  const outputs = report.outputs.map(
    async ({ path, sha256: hash }) => (await answers.read(path, files)) === hash,
  );
  return (await Promise.all([...inputs, ...outputs])).every(Boolean);
}

async function recalled({ report, observations, sources }: Entry, { files }: Effects): Promise<KeptDeck> {
  const rows = sources.map(async (file) => [file, new TextDecoder().decode(await files.read(file))] as const);
  const outputs = report.outputs.map((output) => ({ ...output, ms: 0 }));
  const built = {
    report: { ...report, outputs, unchanged: true as const },
    sources: new Map(await Promise.all(rows)),
    imprint: null,
  };
  return { built, observations };
}
