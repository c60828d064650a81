import type { BuildRequest } from '../build-types.js';
import { checkOutline } from '../check-outline.js';
import { type BuiltDeck, brokenDeck } from '../deck-report.js';
import type { ExitCode } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { usage } from './arguments.js';
import { requestOf, tellAll } from './build-command.js';
import type { Words } from './commands.js';
import { reportsFor } from './reports.js';
import { sayChecked } from './say-checked.js';

/** Tells what an editor would find in outlines; nothing is written. */
export async function checkCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const request = await requestOf(words, [], effects);
  if (words.on('lineage'))
    return (await import('./lineage-command.js')).lineageCommand(words, request, effects);
  if (words.on('markdown')) throw usage('--markdown is for --lineage alone.', 'Add --lineage.');
  const { terminal } = effects;
  const tells = !words.on('json');
  const voice = { quiet: words.on('quiet'), writes: false };
  const reports = await reportsFor(words, effects);
  for (const input of request.inputs) {
    const { report, sources } = await checkOne(input, words.on('layout'), request, effects);
    const counted = reports.take(report, sources);
    if (tells) sayChecked(counted, sources, voice, terminal);
  }
  return tellAll(await reports.end(), { tells, quiet: voice.quiet }, terminal);
}

/** A Marp deck has no rules of its own: it goes the way of a build, as does an outline whose slides are drawn. */
async function checkOne(
  input: string,
  layout: boolean,
  request: BuildRequest,
  effects: Effects,
): Promise<BuiltDeck> {
  if (!layout && !/\.md$/iu.test(input))
    return checkOutline(input, request, effects).catch((error) => brokenDeck(input, error));
  const { build } = await import('../build.js');
  let made: BuiltDeck | null = null;
  const formats = layout ? (['pptx'] as const) : [];
  // Made to be looked at: nothing reaches the disk.
  const files = { ...effects.files, write: async () => {} };
  await build(
    { ...request, inputs: [input], formats },
    { ...effects, files },
    {
      onDeck: (report, sources) => {
        made = { report: { ...report, outputs: [] }, sources, imprint: null };
      },
    },
  );
  return made ?? brokenDeck(input, new Error('no deck was made'));
}
