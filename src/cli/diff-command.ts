import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import type { Change } from '../diff/change.js';
import type { Edition } from '../diff/read-edition.js';
import type { Effects } from '../effects/effects.js';
import { loadTemplates, ownKinds, templateFolders } from '../markdown/load-templates.js';
import { readFolder, usage } from './arguments.js';
import type { Words } from './commands.js';
import { sayChanges } from './say-changes.js';

/** Tells what changed from one edition of a brief to another. */
export async function diffCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const [old, now] = words.names;
  if (!old || !now)
    throw usage('diff needs two editions.', 'For example: briefdeck diff data/x.yaml@HEAD~1 data/x.yaml');
  const only = (['out', 'theme', 'audience', 'browser'] as const).find(
    (option) => words.text(option) !== null,
  );
  if (only && words.text('to') === null)
    throw usage(`--${only} is for the redline deck alone.`, 'Add --to html,pdf,pptx.');
  if (words.on('json') && words.on('markdown'))
    throw usage('--json and --markdown cannot both be written.', null);
  const { terminal, files } = effects;
  const folders = templateFolders(await readFolder(words.text('templates'), effects), effects);
  const kinds = ownKinds(await loadTemplates(folders, files));
  const [{ readEdition }, { compareBriefs }, { changesAsMarkdown }] = await Promise.all([
    import('../diff/read-edition.js'),
    import('../diff/compare-briefs.js'),
    import('../diff/write-markdown.js'),
  ]);
  const editions = await Promise.all([old, now].map((name) => readEdition(name, files, kinds)));
  const [before, after] = editions;
  if (!before?.brief || !after?.brief) return sayFaults(editions, words.on('json'), effects);
  const changes = compareBriefs(before.brief, after.brief);
  if (words.on('json')) terminal.out(`${JSON.stringify(report(changes, before, after), null, 2)}\n`);
  else if (words.on('markdown')) terminal.out(changesAsMarkdown(changes, old, now));
  else sayChanges(changes, { old, now, positions: after.positions }, terminal);
  if (words.text('to') !== null) {
    const { buildRedline } = await import('./redline-command.js');
    const code = await buildRedline(
      words,
      { old: before.brief, names: [old, now], source: after.source },
      effects,
    );
    if (code !== exitCodes.done) return code;
  }
  return words.on('exit-code') && changes.length > 0 ? exitCodes.briefHasErrors : exitCodes.done;
}

/** The changes with their places in the new outline, or in the old one for what is gone. */
function report(changes: readonly Change[], old: Edition, now: Edition) {
  const rows = changes.map((each) => {
    const edition = each.now === null ? old : now;
    return { ...each, file: edition.name, line: edition.positions?.value(each.pointer).line ?? null };
  });
  return { version: 1, old: old.name, new: now.name, changes: rows };
}

function sayFaults(editions: readonly Edition[], json: boolean, { terminal }: Effects): ExitCode {
  const found = editions.flatMap(({ diagnostics }) => diagnostics);
  if (json) terminal.out(`${JSON.stringify({ version: 1, changes: null, diagnostics: found }, null, 2)}\n`);
  else {
    for (const { source, diagnostics } of editions)
      for (const finding of diagnostics)
        terminal.err(`${formatDiagnostic(finding, source, terminal.colour)}\n`);
  }
  return exitCodes.briefHasErrors;
}
