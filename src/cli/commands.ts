import type { ExitCode } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import type { OptionName } from './options.js';

/** What a command is given: its positional words and its options, read but not yet interpreted. */
export interface Words {
  readonly names: readonly string[];
  readonly text: (option: OptionName) => string | null;
  readonly on: (option: OptionName) => boolean;
}

/** A row of the table of commands. */
export interface CommandRow {
  /** Its positional words, for `--help`. */
  readonly takes: string;
  /** How many positional words it takes at most. */
  readonly most: number;
  readonly does: string;
  readonly options: readonly OptionName[];
  readonly run: (words: Words, effects: Effects) => Promise<ExitCode>;
}

const checking = ['theme', 'templates', 'strict', 'json', 'quiet'] as const;

/** Every command. Each loads its code when it runs: `--help` must not wait for a parser or a browser. */
export const commands = {
  build: {
    takes: '[FILE…]',
    most: Number.POSITIVE_INFINITY,
    does: 'build decks; every outline in data/ when none is named',
    options: ['to', 'out', 'scale', ...checking, 'browser', 'concurrency'],
    run: async (words, effects) => (await import('./build-command.js')).buildCommand(words, effects),
  },
  check: {
    takes: '[FILE…]',
    most: Number.POSITIVE_INFINITY,
    does: 'say what is wrong with outlines and write nothing',
    options: checking,
    run: async (words, effects) => (await import('./build-command.js')).checkCommand(words, effects),
  },
  init: {
    takes: 'NAME',
    most: 1,
    does: 'write a small outline to start from',
    options: [],
    run: async (words, effects) => (await import('./init-command.js')).initCommand(words, effects),
  },
  schema: {
    takes: '',
    most: 0,
    does: 'print the JSON Schema of the outline, for editors',
    options: [],
    run: async (_, effects) => (await import('./schema-command.js')).schemaCommand(effects),
  },
  doctor: {
    takes: '',
    most: 0,
    does: 'say what briefdeck finds on this machine',
    options: ['json', 'browser'],
    run: async (words, effects) => (await import('./doctor-command.js')).doctorCommand(words, effects),
  },
} as const satisfies Record<string, CommandRow>;

/** The name of a command. */
export type CommandName = keyof typeof commands;
