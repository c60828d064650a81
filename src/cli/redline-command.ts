import { basename, dirname, join } from 'node:path';
import type { BuildRequest, DeckReport } from '../build-types.js';
import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects, Files } from '../effects/effects.js';
import { readFormats, requestOf } from './build-command.js';
import type { Words } from './commands.js';
import { refuseOutputs } from './output-paths.js';
import { sayDeck } from './say-deck.js';

/** What a redline is made of: the old edition, both by their names, and the text of the new one. */
export interface RedlineInput {
  readonly old: NonNullable<BuildRequest['redline']>['old'];
  readonly names: readonly [string, string];
  readonly source: string | null;
}

/** Makes the deck of what changed, as `NEW-changes.html` and so on, through the whole way of a build. */
export async function buildRedline(
  words: Words,
  { old, names, source }: RedlineInput,
  effects: Effects,
): Promise<ExitCode> {
  const [, now] = names;
  const path = /^(.+\.ya?ml)@.+$/iu.exec(now)?.[1] ?? now;
  const isFile = (await effects.files.kind(now)) === 'file';
  const input = changesPath(isFile ? now : path);
  const files = withFile(effects.files, input, new TextEncoder().encode(source ?? ''));
  const formats = readFormats(words.text('to') ?? '');
  const asked = await requestOf({ ...words, names: [input] }, formats, effects);
  const request: BuildRequest = { ...asked, redline: { old, names: [basename(names[0]), basename(now)] } };
  await refuseOutputs(request, files);
  const { build } = await import('../build.js');
  const report = await build(
    request,
    { ...effects, files },
    {
      onDeck: (deck, sources) => {
        const text = sources.get(input);
        const named = text === undefined ? sources : new Map([...sources, [now, text]]);
        sayDeck(inNew(deck, input, now), named, { quiet: false, writes: true }, effects.terminal);
      },
    },
  );
  return report.decks[0]?.exitCode ?? exitCodes.done;
}

/** `data/brief-changes.yaml` for `data/brief.yaml`: pictures are found from there, and outputs are named after it. */
function changesPath(path: string): string {
  return join(dirname(path), basename(path).replace(/(\.ya?ml)$/iu, '-changes$1')).replace(/\\/gu, '/');
}

/** The disk with one more file. */
function withFile(files: Files, path: string, bytes: Uint8Array): Files {
  return { ...files, read: async (name) => (name === path ? bytes : files.read(name)) };
}

/** Findings lie in the new edition, which the user wrote. */
function inNew(deck: DeckReport, input: string, now: string): DeckReport {
  const diagnostics = deck.diagnostics.map((each) => (each.file === input ? { ...each, file: now } : each));
  return { ...deck, diagnostics };
}
