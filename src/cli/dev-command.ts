import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { nodePrograms } from '../effects/programs.js';
import { watchFiles } from '../effects/watch-files.js';
import { usage } from './arguments.js';
import { readFormats, requestOf } from './build-command.js';
import type { Words } from './commands.js';
import { refuseOutputs } from './output-paths.js';

/** Serves the preview of a deck; ends by a signal alone. */
export async function devCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const { terminal, files } = effects;
  const build = await requestOf(words, readFormats(words.text('to') ?? 'html,pdf,pptx'), effects);
  const [input = '', ...others] = build.inputs;
  if (others.length > 0)
    throw usage(
      `Which outline? data/ holds ${build.inputs.length}: ${build.inputs.join(', ')}.`,
      `Name one: briefdeck dev ${input}`,
    );
  // A file that is not there yet could be waited for; a slip of the pen would be, too.
  await files.read(input);
  const port = readPort(words.text('port'));
  if (words.on('to')) await refuseOutputs(build, files);
  const programs = nodePrograms(effects.cwd, effects.env);
  const editor = words.text('editor');
  const [{ DeckPreview }, { openAddress }] = await Promise.all([
    import('../dev/serve-deck.js'),
    import('../dev/open-source.js'),
  ]);
  const request = { build, writes: words.on('to'), port, editor };
  const preview = new DeckPreview(request, effects, { programs, watch: watchFiles });
  const url = await preview.start();
  terminal.err(`The preview of ${input}, until Ctrl-C:\n`);
  terminal.out(`${url}\n`);
  if (words.on('open')) {
    const fault = await openAddress(url, programs);
    if (fault !== null) terminal.err(`The browser was not opened: ${fault}. Open the address yourself.\n`);
  }
  await new Promise(() => {});
  return exitCodes.done;
}

function readPort(word: string | null): number {
  if (word === null) return 0;
  const port = Number(word);
  if (/^\d+$/u.test(word) && port <= 65_535) return port;
  throw usage(
    `--port is "${word}".`,
    'Accepted is a whole number from 1 to 65535, or 0 for any that is free.',
  );
}
