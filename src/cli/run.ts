import { BriefdeckError, type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { readVersion } from '../version.js';
import { readArguments } from './arguments.js';
import { commands } from './commands.js';
import { helpText } from './help.js';

/** Does what the command line says; throws what the user must be told instead. */
export async function run(line: readonly string[], effects: Effects): Promise<ExitCode> {
  const { command, words } = readArguments(line);
  const { terminal } = effects;
  if (words.on('help')) terminal.out(helpText(command));
  else if (words.on('version')) terminal.out(`${await readVersion(effects)}\n`);
  else if (command) return commands[command].run(words, effects);
  else {
    terminal.err(helpText(null));
    return exitCodes.usage;
  }
  return exitCodes.done;
}

/** The one place where machinery that broke becomes words and an exit code. */
export function sayFailure(error: unknown, debug: boolean, { terminal }: Effects): ExitCode {
  const known = error instanceof BriefdeckError;
  const message = error instanceof Error ? error.message : String(error);
  const said = known ? message : `This is a bug in briefdeck: ${message}`;
  const hint = known
    ? error.hint
    : debug
      ? 'Please report it with what stands below.'
      : 'Please report it with what --debug prints.';
  terminal.progress(null);
  terminal.err(`briefdeck: ${said}\n${hint ? `  hint: ${hint}\n` : ''}`);
  if (debug) terminal.err(`${traces(error)}\n`);
  return known ? error.exitCode : exitCodes.bug;
}

/** The stack of an error and of what caused it. */
function traces(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.stack ?? error.message, ...(error.cause ? [`Caused by: ${traces(error.cause)}`] : [])].join(
    '\n',
  );
}
