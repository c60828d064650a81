#!/usr/bin/env node
import { BriefdeckError, type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import { nodeEffects } from '../effects/node.js';
import { buildCommand } from './build-command.js';
import { helpText } from './help.js';
import { type Arguments, readArguments } from './options.js';

const effects = nodeEffects();

async function run(args: Arguments): Promise<ExitCode> {
  const { command, values, files } = args;
  if (values.version) return say(`${await version()}\n`);
  if (values.help || command === null) {
    effects.terminal[values.help ? 'out' : 'err'](helpText(command));
    return values.help ? exitCodes.done : exitCodes.usage;
  }
  if (command === 'build') return buildCommand(args, effects);
  if (command === 'init') return (await import('./init-command.js')).initCommand(files[0], effects);
  if (command === 'schema') return say((await import('../outline/json-schema.js')).jsonSchemaText());
  const path = typeof values.browser === 'string' ? values.browser : null;
  return (await import('./doctor-command.js')).doctorCommand(values.json === true, path, effects, await version());
}

function say(text: string): ExitCode {
  effects.terminal.out(text);
  return exitCodes.done;
}

async function version(): Promise<string> {
  const text = new TextDecoder().decode(await effects.files.read(`${effects.packageRoot}/package.json`));
  return String(JSON.parse(text).version);
}

/** The one place where machinery that broke becomes words and an exit code. */
function report(error: unknown, debug: boolean): ExitCode {
  if (error instanceof BriefdeckError) {
    effects.terminal.err(`briefdeck: ${error.message}\n${error.hint ? `  hint: ${error.hint}\n` : ''}`);
    if (debug && error.stack) effects.terminal.err(`${error.stack}\n`);
    return error.exitCode;
  }
  const words = error instanceof Error ? error.message : String(error);
  effects.terminal.err(`briefdeck: this is a bug in briefdeck: ${words}\n  hint: run again with --debug and report what it prints.\n`);
  if (debug && error instanceof Error) effects.terminal.err(`${error.stack}\n`);
  return exitCodes.bug;
}

const debug = process.argv.includes('--debug');
try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  process.exitCode = report(error, debug);
}
