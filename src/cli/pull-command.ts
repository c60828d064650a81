import { basename, dirname, join } from 'node:path';
import { BriefdeckError, type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import type { Pulled, UnmappedEdit } from '../diff/pull/returned-changes.js';
import type { Effects, Files } from '../effects/effects.js';
import { loadTemplates, ownKinds, templateFolders } from '../markdown/load-templates.js';
import type { ParsedYaml } from '../outline/parse-yaml.js';
import type { PackageFault } from '../pptx/opc/read-package.js';
import { readFolder, usage } from './arguments.js';
import type { Words } from './commands.js';
import { sayPulled } from './say-pulled.js';

/** Brings home what was edited in a PPTX: shows it as changes of the outline, and writes them where that is asked for. */
export async function pullCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const [deck, named] = words.names;
  if (!deck) throw usage('pull needs a PPTX.', 'For example: briefdeck pull output/x.pptx data/x.yaml');
  const { files, terminal } = effects;
  const folders = templateFolders(await readFolder(words.text('templates'), effects), effects);
  const [built, returned] = await readDeck(deck, files);
  const path = named ?? (await outlineOf(deck, files));
  const bytes = await files.read(path);
  const [{ parseYaml }, { readOutline }, texts, { compareReturned }, { applyChanges }] = await Promise.all([
    import('../outline/parse-yaml.js'),
    import('../outline/read-outline.js'),
    import('../diff/pull/outline-texts.js'),
    import('../diff/pull/compare-returned.js'),
    import('../diff/pull/apply-changes.js'),
  ]);
  const parsed = parseYaml(bytes, path);
  if (!parsed.ok) return sayFaults(parsed, terminal);
  const scalarAt = texts.outlineTexts(parsed);
  if (!texts.isOutlineOf(built, scalarAt))
    throw usage(
      `${deck} was not built from ${path}: its texts are not there.`,
      'Name the outline that it was built from.',
    );
  const kinds = ownKinds(await loadTemplates(folders, files));
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const isSound = (text: string) => readOutline(new TextEncoder().encode(text), path, kinds).brief !== null;
  const found = compareReturned(built, returned, scalarAt);
  const applied = applyChanges(source, found.changes, isSound);
  const pulled = {
    ...found,
    changes: applied.made,
    unmapped: [...found.unmapped, ...applied.refused.map(refusedRow)],
  };
  if (words.on('apply') && applied.source !== source)
    await files.write(path, new TextEncoder().encode(applied.source));
  if (words.on('json')) terminal.out(`${JSON.stringify({ version: 1, ...pulled }, null, 2)}\n`);
  else sayPulled(pulled, { deck, path, positions: parsed.positions, applied: words.on('apply') }, terminal);
  return words.on('exit-code') && isAny(pulled) ? exitCodes.briefHasErrors : exitCodes.done;
}

function sayFaults(
  { diagnostics, source }: Extract<ParsedYaml, { ok: false }>,
  terminal: Effects['terminal'],
): ExitCode {
  for (const finding of diagnostics) terminal.err(`${formatDiagnostic(finding, source, terminal.colour)}\n`);
  return exitCodes.briefHasErrors;
}

function isAny({ changes, conflicts, unmapped }: Pulled): boolean {
  return changes.length + conflicts.length + unmapped.length > 0;
}

function refusedRow({
  change,
  reason,
}: {
  readonly change: Pulled['changes'][number];
  readonly reason: string;
}): UnmappedEdit {
  const [, slide] = /^\/slides\/(\d+)/u.exec(change.pointer) ?? [];
  return { kind: 'reworded', slide: slide === undefined ? 0 : Number(slide) + 1, ...change, reason };
}

async function readDeck(path: string, files: Files) {
  const [{ openPackage }, { readManifest }, { readReturned }] = await Promise.all([
    import('../pptx/opc/read-package.js'),
    import('../pptx/read/read-manifest.js'),
    import('../pptx/read/read-returned.js'),
  ]);
  const file = openPackage(await files.read(path));
  if (typeof file === 'string')
    throw new BriefdeckError(
      `${path} is no PPTX that can be read: ${faults[file]}.`,
      exitCodes.files,
      pptxHint,
    );
  const built = readManifest(file);
  if (!built || built.length === 0)
    throw new BriefdeckError(
      `${path} does not say which outline it came from: briefdeck’s manifest is not in it.`,
      exitCodes.files,
      'briefdeck did not make this file, or a program dropped the manifest when it saved. Pull from a copy that has it.',
    );
  return [built, readReturned(file)] as const;
}

const pptxHint = 'A PPTX that briefdeck made, and that another program saved as .pptx, is accepted.';

const faults: Readonly<Record<PackageFault, string>> = {
  'no zip': 'it is no zip file',
  damaged: 'its directory is damaged',
  encrypted: 'it is protected by a password',
  'too large': 'it holds more than a presentation can',
};

/** The outline of a deck by its name: a PPTX holds no paths. */
async function outlineOf(deck: string, files: Files): Promise<string> {
  const name = `${basename(deck).replace(/\.pptx$/iu, '')}.yaml`;
  const places = [...new Set([join('data', name), name, join(dirname(deck), name)])];
  for (const path of places) if ((await files.kind(path)) === 'file') return path;
  throw usage(
    `Which outline was ${deck} built from? There is no ${places.join(', ')}.`,
    `Name it: briefdeck pull ${deck} FILE.yaml`,
  );
}
