import type { BuildReport, BuildRequest, Format } from '../build-types.js';
import type { NotesChoice } from '../deck/withhold-notes.js';
import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects, Terminal } from '../effects/effects.js';
import type { LineTarget } from '../pptx/text/line-model.js';
import { readFolder, unknown, usage } from './arguments.js';
import type { Words } from './commands.js';
import { keptFor } from './kept-for.js';
import { refuseOutputs } from './output-paths.js';
import { readPdf } from './pdf-words.js';
import { progressOf } from './progress.js';
import { reportsFor } from './reports.js';
import { sayDeck, saySummary } from './say-deck.js';
import { readSourceDate } from './source-date.js';

/** Builds decks and tells what came of each. */
export async function buildCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const request = await requestOf(words, readFormats(words.text('to') ?? 'html,pdf,pptx'), effects);
  await refuseOutputs(request, effects.files);
  return words.on('watch') ? watch(request, words, effects) : make(request, words, effects);
}

async function make(request: BuildRequest, words: Words, effects: Effects): Promise<ExitCode> {
  const { terminal } = effects;
  const voice = { quiet: words.on('quiet'), writes: request.formats.length > 0 };
  const tells = !words.on('json');
  const { build } = await import('../build.js');
  const progress = progressOf(request.inputs.length);
  const reports = await reportsFor(words, effects);
  await build(request, effects, {
    ...(await keptFor(request, words, effects)),
    onWork: (underWay, done) => {
      if (tells && !voice.quiet) terminal.progress(progress(underWay, done));
    },
    onDeck: (deck, sources) => {
      const counted = reports.take(deck, sources);
      if (tells) sayDeck(counted, sources, voice, terminal);
    },
  });
  return tellAll(await reports.end(), { tells, quiet: voice.quiet }, terminal);
}

/** Tells what became of the whole run; gives the exit code, which is the worst. */
export function tellAll(
  decks: BuildReport['decks'],
  { tells, quiet }: { readonly tells: boolean; readonly quiet: boolean },
  terminal: Terminal,
): ExitCode {
  const report = { version: 1, ok: decks.every(({ exitCode }) => exitCode === 0), decks } as const;
  if (tells && !quiet) saySummary(report, terminal);
  if (!tells) terminal.out(`${JSON.stringify(publicReport(report), null, 2)}\n`);
  const codes: readonly ExitCode[] = decks.map(({ exitCode }) => exitCode);
  // Their numbers rise with how bad it is.
  return codes.toSorted((one, other) => other - one)[0] ?? exitCodes.done;
}

/** Makes the decks, and again whenever something is saved that they rest on. */
async function watch(request: BuildRequest, words: Words, effects: Effects): Promise<ExitCode> {
  const { watchDecks } = await import('./watch-decks.js');
  const { watchVoice } = await import('./say-watch.js');
  const findInputs = words.names.length > 0 ? null : () => outlinesIn('data', effects);
  const voice = watchVoice(words, publicReport, effects.terminal);
  const hooks = { ...(await keptFor(request, words, effects)), onDeck: voice.onDeck };
  return watchDecks({ request, findInputs, hooks, ...voice }, effects);
}

/** What the words of the command line ask for. */
export async function requestOf(
  words: Words,
  formats: readonly Format[],
  effects: Effects,
): Promise<BuildRequest> {
  const inputs = words.names.length > 0 ? words.names : await outlinesIn('data', effects);
  return {
    inputs,
    formats,
    pdf: readPdf(words, formats),
    out: words.text('out') ?? 'output',
    theme: words.text('theme'),
    templates: await readFolder(words.text('templates'), effects),
    date: readSourceDate(effects.env),
    audience: words.text('audience'),
    strict: words.on('strict'),
    scale: readScale(words.text('scale'), formats),
    pptxFor: readProgram(words.text('pptx-for'), formats),
    embedFonts: readEmbedding(words.on('embed-fonts'), formats),
    pptxTemplate: readPptxFile('pptx-template', words, formats),
    pptxLayouts: readPptxFile('pptx-layouts', words, formats),
    notes: readNotes(words),
    seal: words.on('seal'),
    browser: words.text('browser'),
    concurrency: readCount(words.text('concurrency'), inputs.length, effects),
    timeout: readTimeout(words.text('timeout') ?? '60'),
  };
}

const known: readonly Format[] = ['html', 'pdf', 'pptx', 'md', 'png', 'sheet', 'social'];

/** The formats of a list such as `html,pdf`. */
export function readFormats(list: string): readonly Format[] {
  const formats = list.split(',').map((word) => {
    const format = known.find((each) => each === word.trim().toLowerCase());
    if (!format) throw unknown('format', word.trim(), known);
    return format;
  });
  return [...new Set(formats)];
}

/** A social picture has the size that networks ask for. */
const scaled: readonly Format[] = ['png', 'sheet'];

function readScale(word: string | null, formats: readonly Format[]): number {
  if (word === null) return 2;
  if (!formats.some((format) => scaled.includes(format)))
    throw usage('--scale is for pictures alone.', 'Add png or sheet to --to.');
  const scale = Number(word);
  if (scale >= 1 && scale <= 4) return scale;
  throw usage(`--scale is "${word}".`, 'Accepted is a number from 1 to 4, such as 1.5 for 1920 × 1080.');
}

function readNotes(words: Words): NotesChoice {
  if (words.on('notes') && words.on('no-notes'))
    throw usage(
      '--notes and --no-notes say the opposite.',
      'Give one of them, or none: then the marking decides.',
    );
  if (words.on('notes')) return 'all';
  return words.on('no-notes') ? 'none' : 'by-marking';
}

const programs: readonly LineTarget[] = ['powerpoint', 'libreoffice'];

function readProgram(word: string | null, formats: readonly Format[]): LineTarget {
  if (word === null) return 'powerpoint';
  const program = programs.find((each) => each === word.toLowerCase());
  if (!program) throw unknown('program', word, programs);
  if (!formats.includes('pptx')) throw usage('--pptx-for is for PPTX alone.', 'Add pptx to --to.');
  return program;
}

function readEmbedding(asked: boolean, formats: readonly Format[]): boolean {
  if (asked && !formats.includes('pptx'))
    throw usage('--embed-fonts is for PPTX alone.', 'Add pptx to --to.');
  return asked;
}

function readPptxFile(option: 'pptx-template' | 'pptx-layouts', words: Words, formats: readonly Format[]) {
  const file = words.text(option);
  if (file === null || formats.length === 0 || formats.includes('pptx')) return file;
  throw usage(`--${option} is for PPTX alone.`, 'Add pptx to --to.');
}

/** Node renders one deck at a time and one browser draws several: more than four at once fill memory and gain nothing. */
const mostAtOnce = 4;

function readCount(word: string | null, decks: number, { cores }: Effects): number {
  if (word === null) return Math.max(1, Math.min(decks, cores, mostAtOnce));
  const count = Number(word);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw usage(`--concurrency is "${word}".`, 'Accepted is a whole number from 1 to 64.');
}

function readTimeout(word: string): number {
  const seconds = Number(word);
  if (seconds >= 1 && seconds <= 3600) return seconds * 1000;
  throw usage(`--timeout is "${word}".`, 'Accepted is a number of seconds from 1 to 3600.');
}

async function outlinesIn(folder: string, { files }: Effects): Promise<readonly string[]> {
  const names = (await files.list(folder)).filter((name) => /^[^.].*\.ya?ml$/u.test(name));
  if (names.length > 0) return names.map((name) => `${folder}/${name}`);
  throw usage(
    `There is no outline in ${folder}/.`,
    `Name a file, or write one: briefdeck init ${folder}/NAME`,
  );
}

/** The report without what only this process needs. */
export function publicReport(report: BuildReport): unknown {
  const decks = report.decks.map(({ exitCode: _, held, ...deck }) => (held ? { ...deck, held } : deck));
  return { ...report, decks };
}
