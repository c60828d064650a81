import { parseArgs } from 'node:util';
import type { Format } from '../build-types.js';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import { suggest } from '../outline/suggest.js';

/** A row of the table of options. */
interface OptionRow {
  readonly type: 'string' | 'boolean';
  readonly value?: string;
  readonly help: string;
}

/** Every option of the command line. */
export const optionRows = {
  to: { type: 'string', value: 'FORMATS', help: 'html, pdf, pptx, md; several divided by commas (default html,pdf,pptx)' },
  out: { type: 'string', value: 'DIR', help: 'folder for the outputs (default output)' },
  theme: { type: 'string', value: 'NAME', help: 'a theme in place of the outline’s own' },
  templates: { type: 'string', value: 'DIR', help: 'a folder with slides/ and themes/ of your own' },
  strict: { type: 'boolean', help: 'warnings fail' },
  json: { type: 'boolean', help: 'print one JSON document on standard output' },
  quiet: { type: 'boolean', help: 'say nothing but findings' },
  browser: { type: 'string', value: 'PATH', help: 'the browser to use' },
  concurrency: { type: 'string', value: 'N', help: 'decks at a time (default 1)' },
  debug: { type: 'boolean', help: 'show stack traces' },
  help: { type: 'boolean', help: 'show this help' },
  version: { type: 'boolean', help: 'show the version' },
} as const satisfies Record<string, OptionRow>;

/** The commands and what each takes and does. */
export const commands = {
  build: { takes: '[FILE…]', does: 'build decks; every outline in data/ when none is named', options: ['to', 'out', 'theme', 'templates', 'strict', 'json', 'quiet', 'browser', 'concurrency'] },
  init: { takes: 'NAME', does: 'write a small outline to start from', options: [] },
  schema: { takes: '', does: 'print the JSON Schema of the outline', options: [] },
  doctor: { takes: '', does: 'say what briefdeck finds on this machine', options: ['json', 'browser'] },
} as const;

/** The name of a command. */
export type Command = keyof typeof commands;

/** What the command line says. */
export interface Arguments {
  readonly command: Command | null;
  readonly files: readonly string[];
  readonly values: { readonly [name: string]: string | boolean | undefined };
}

/** Reads the command line; what it does not know is wrong usage. */
export function readArguments(words: readonly string[]): Arguments {
  const options = Object.fromEntries(Object.entries(optionRows).map(([name, { type }]) => [name, { type }]));
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true, allowPositionals: true });
  const values: Record<string, string | boolean> = {};
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind === 'option') values[token.name] = optionValue(token.name, token.value);
  }
  const [first, ...rest] = files;
  if (first === undefined) return { command: null, files: [], values };
  if (!isCommand(first)) throw unknown('command', first, Object.keys(commands));
  return { command: first, files: rest, values };
}

function optionValue(name: string, value: string | undefined): string | boolean {
  if (!isOption(name)) throw unknown('option', `--${name}`, Object.keys(optionRows).map((each) => `--${each}`));
  if (optionRows[name].type === 'boolean') return true;
  if (value === undefined || value === '') throw new BriefdeckError(`--${name} needs a value.`, exitCodes.usage, optionRows[name].help);
  return value;
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(commands, name);
}

function isOption(name: string): name is keyof typeof optionRows {
  return Object.hasOwn(optionRows, name);
}

function unknown(what: string, name: string, known: readonly string[]): BriefdeckError {
  const near = suggest(name, known);
  return new BriefdeckError(`There is no ${what} "${name}".`, exitCodes.usage, near ? `Did you mean "${near}"?` : `Known: ${known.join(', ')}.`);
}

const formats: readonly Format[] = ['html', 'pdf', 'pptx', 'md', 'png'];

/** Reads a list of formats. */
export function readFormats(text: string): readonly Format[] {
  return text.split(',').map((word) => {
    const format = formats.find((each) => each === word.trim());
    if (!format) throw unknown('format', word.trim(), formats);
    return format;
  });
}

/** Reads a whole number from 1. */
export function readCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new BriefdeckError(`--${name} is "${text}"; accepted is a whole number from 1.`, exitCodes.usage);
}
