import type { BuildReport, BuildRequest, DeckReport } from '../build-types.js';
import { BriefdeckError, type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import type { Effects } from '../effects/effects.js';
import { type Arguments, readCount, readFormats } from './options.js';

/** Runs `build` and tells what came of it. */
export async function buildCommand(args: Arguments, effects: Effects): Promise<ExitCode> {
  const { terminal } = effects;
  const request = await requestOf(args, effects);
  const { build } = await import('../build.js');
  const quiet = args.values.quiet === true;
  const json = args.values.json === true;
  const report = await build(request, effects, {
    onDeck: (deck, source) => {
      if (json) return;
      for (const finding of deck.diagnostics) {
        if (!quiet || finding.severity !== 'info') terminal.err(`${formatDiagnostic(finding, source, terminal.colour)}\n`);
      }
      if (!quiet) terminal.err(deckLines(deck));
    },
  });
  if (json) terminal.out(`${JSON.stringify(publicReport(report), null, 2)}\n`);
  const codes: readonly ExitCode[] = report.decks.map(({ exitCode }) => exitCode);
  return codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), exitCodes.done);
}

async function requestOf({ files, values }: Arguments, effects: Effects): Promise<BuildRequest> {
  const inputs = files.length > 0 ? files : await outlinesIn('data', effects);
  const out = text(values.out) ?? 'output';
  const formats = readFormats(text(values.to) ?? 'html,pdf,pptx');
  await refuseBadPaths(inputs, out, formats, effects);
  return {
    inputs,
    formats,
    out,
    theme: text(values.theme),
    templates: text(values.templates),
    strict: values.strict === true,
    browser: text(values.browser),
    concurrency: readCount('concurrency', text(values.concurrency) ?? '1'),
  };
}

function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

async function outlinesIn(folder: string, { files }: Effects): Promise<readonly string[]> {
  const names = (await files.list(folder)).filter((name) => /\.ya?ml$/u.test(name));
  if (names.length > 0) return names.map((name) => `${folder}/${name}`);
  throw new BriefdeckError('There is no outline in data/.', exitCodes.usage, 'Name a file, or write one with `briefdeck init data/NAME`.');
}

/** Everything that is wrong with paths is said before anything is rendered. */
async function refuseBadPaths(inputs: readonly string[], out: string, formats: readonly string[], { files }: Effects): Promise<void> {
  if ((await files.kind(out)) === 'file') throw new BriefdeckError(`The output folder ${out} is a file.`, exitCodes.usage);
  for (const input of inputs) {
    const kind = await files.kind(input);
    if (kind === 'missing') throw new BriefdeckError(`The file ${input} is not there.`, exitCodes.files);
    if (kind !== 'file') throw new BriefdeckError(`${input} is ${kind === 'folder' ? 'a folder' : 'no ordinary file'}, not an outline.`, exitCodes.files, kind === 'folder' ? `Name the files in it: ${input}/*.yaml` : null);
    const name = input.replace(/^.*[\\/]/u, '').replace(/\.(?:ya?ml|md)$/u, '');
    for (const format of formats) {
      const path = `${out}/${name}.${format}`;
      if ((await files.kind(path)) === 'folder') throw new BriefdeckError(`The output path ${path} is a folder.`, exitCodes.usage);
      if ((await files.real(path)) !== null && (await files.real(path)) === (await files.real(input))) {
        throw new BriefdeckError(`The output ${path} would overwrite the input.`, exitCodes.usage);
      }
    }
  }
}

function deckLines(deck: DeckReport): string {
  const head = `${deck.input}${deck.title ? `: ${deck.title}` : ''}${deck.slides ? `, ${deck.slides} slides` : ''}\n`;
  const lines = deck.outputs.map(({ path, bytes, ms }) => `  ${path}  ${Math.ceil(bytes / 1024)} kB  ${ms} ms\n`);
  return head + (lines.length > 0 ? lines.join('') : '  nothing written\n');
}

/** The report without what only this process needs. */
function publicReport(report: BuildReport): unknown {
  return { ...report, decks: report.decks.map(({ exitCode: _, ...deck }) => deck) };
}
