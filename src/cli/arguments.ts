import { parseArgs } from 'node:util';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { suggest } from '../outline/suggest.js';
import { type CommandName, type CommandRow, commands, type Words } from './commands.js';
import { commonOptions, type OptionName, options } from './options.js';

/** What the command line says. */
export interface Arguments {
  /** Null where none is named. */
  readonly command: CommandName | null;
  readonly words: Words;
}

/** Reads the command line; what it does not know is wrong usage. */
export function readArguments(line: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...line],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const values = new Map<OptionName, string | true>();
  const [first, ...names] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = first === undefined ? null : readCommand(first);
  for (const token of tokens) {
    if (token.kind === 'option') values.set(...readOption(token, command));
  }
  if (command && !values.has('help') && !values.has('version')) refuseExtra(command, names);
  const text = (option: OptionName) => {
    const value = values.get(option);
    return typeof value === 'string' ? value : null;
  };
  return { command, words: { names, text, on: (option) => values.has(option) } };
}

function readCommand(word: string): CommandName {
  if (isCommand(word)) return word;
  if (/\.(?:ya?ml|md)$/u.test(word)) {
    throw usage(`There is no command "${word}".`, `To build it: briefdeck build ${word}`);
  }
  throw unknown('command', word, Object.keys(commands));
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readOption(token: OptionToken, command: CommandName | null): [OptionName, string | true] {
  const { name, rawName, value, inlineValue } = token;
  const known: readonly OptionName[] = command
    ? [...commands[command].options, ...commonOptions]
    : optionNames();
  if (!isOption(name)) {
    throw unknown(
      'option',
      rawName,
      known.map((each) => `--${each}`),
    );
  }
  if (!known.includes(name))
    throw usage(`${command} takes no ${rawName}.`, `See: briefdeck ${command} --help`);
  const row = options[name];
  if (row.type === 'boolean') {
    if (value !== undefined) throw usage(`${rawName} takes no value.`, null);
    return [name, true];
  }
  // `--out --strict`: the next option was taken for the value.
  if (!value || (!inlineValue && value.startsWith('-'))) {
    throw usage(`${rawName} needs a value.`, `--${name} ${row.value}: ${row.help}`);
  }
  return [name, value];
}

function refuseExtra(command: CommandName, names: readonly string[]): void {
  const row: CommandRow = commands[command];
  if (names.length <= row.most) return;
  throw usage(
    `${command} does not take "${names[row.most]}".`,
    `Usage: briefdeck ${command} ${row.takes}`.trimEnd(),
  );
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function optionNames(): readonly OptionName[] {
  return Object.keys(options).filter(isOption);
}

/** Wrong usage, with what to do about it. */
export function usage(message: string, hint: string | null): BriefdeckError {
  return new BriefdeckError(message, exitCodes.usage, hint);
}

/** Wrong usage by a word that is not in a list. */
export function unknown(what: string, word: string, known: readonly string[]): BriefdeckError {
  const near = suggest(word, known);
  return usage(
    `There is no ${what} "${word}".`,
    near ? `Did you mean "${near}"?` : `Known: ${known.join(', ')}.`,
  );
}

/** The folder that --templates names; anything else there is wrong usage. */
export async function readFolder(folder: string | null, { files }: Effects): Promise<string | null> {
  if (folder === null || (await files.kind(folder)) === 'folder') return folder;
  throw usage(`--templates names no folder: ${folder}`, 'It is the folder that holds slides/ and themes/.');
}
