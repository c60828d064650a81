import type { BuildRequest } from '../build-types.js';
import { lineageOf } from '../check/lineage-of.js';
import { lineageAsMarkdown, lineageAsText } from '../check/write-lineage.js';
import { checkOutline } from '../check-outline.js';
import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import { blocks } from '../diagnostics/codes.js';
import type { Effects } from '../effects/effects.js';
import { wordsOf } from '../outline/inline.js';
import { usage } from './arguments.js';
import type { Words } from './commands.js';
import { sayChecked } from './say-checked.js';

/** Prints what each judgement of outlines rests on: as text, Markdown or JSON. */
export async function lineageCommand(
  words: Words,
  request: BuildRequest,
  effects: Effects,
): Promise<ExitCode> {
  if (words.on('json') && words.on('markdown'))
    throw usage('--json and --markdown cannot both be written.', null);
  if (request.inputs.some((input) => /\.md$/iu.test(input)))
    throw usage('A Marp deck has no judgements that could be told.', 'Name an outline (.yaml).');
  const { terminal } = effects;
  const found = [];
  for (const input of request.inputs) {
    const { outline, report, sources } = await checkOutline(input, request, effects);
    const { brief, positions } = outline;
    if (!brief) {
      const form = { ...report, diagnostics: report.diagnostics.filter(blocks) };
      sayChecked(form, sources, { quiet: false, writes: false }, terminal);
      return exitCodes.briefHasErrors;
    }
    const rows = lineageOf(brief);
    const lineOf = (pointer: string) => positions?.value(pointer).line ?? null;
    if (words.on('json'))
      found.push({ input, judgements: rows.map((row) => ({ ...row, line: lineOf(row.pointer) })) });
    else if (words.on('markdown')) terminal.out(lineageAsMarkdown(rows, wordsOf(brief.title)));
    else terminal.out(lineageAsText(rows, lineOf));
  }
  if (words.on('json')) terminal.out(`${JSON.stringify({ version: 1, decks: found }, null, 2)}\n`);
  return exitCodes.done;
}
