import type { BuildReport, DeckReport, OutputReport } from '../build-types.js';
import type { HeldReport } from '../check/loss/loss-report.js';
import type { Sources } from '../deck-report.js';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import type { Terminal } from '../effects/effects.js';

/** How much is said. */
export interface Voice {
  /** Findings alone, and of these only warnings and errors. */
  readonly quiet: boolean;
  /** Whether files were asked for. */
  readonly writes: boolean;
}

/** Tells people what became of a deck: its findings with their source lines, then its files. */
export function sayDeck(deck: DeckReport, sources: Sources, voice: Voice, terminal: Terminal): void {
  for (const finding of deck.diagnostics) {
    if (voice.quiet && finding.severity === 'info') continue;
    const source = sources.get(finding.file ?? '') ?? null;
    terminal.err(`${formatDiagnostic(finding, source, terminal.colour)}\n`);
  }
  if (voice.quiet) return;
  const slides = deck.slides > 0 ? `, ${count(deck.slides, 'slide')}` : '';
  terminal.err(`${deck.input}${deck.title === null ? '' : `: ${deck.title}`}${slides}\n`);
  const files = deck.unchanged ? unchangedRows(deck.outputs) : rows(deck.outputs);
  for (const row of [...files, ...lossRows(deck.held)]) terminal.err(`  ${row}\n`);
  for (const row of [...ignoreRows(deck.ignored), ...knownRows(deck)]) terminal.err(`  ${row}\n`);
  if (voice.writes && deck.outputs.length === 0) terminal.err('  nothing written\n');
}

/** One row for all; nothing of them was touched. */
function unchangedRows(outputs: readonly OutputReport[]): readonly string[] {
  const names = outputs.filter(({ format }) => format !== 'png').map(({ path }) => path);
  const all = [...names, ...pictureRange(outputs)];
  return all.length > 0 ? [`nothing changed: ${all.join(', ')}`] : [];
}

/** A row a file; the pictures of the slides share one. */
function rows(outputs: readonly OutputReport[]): readonly string[] {
  const pictures = outputs.filter(({ format }) => format === 'png');
  const row = (what: string, files: readonly OutputReport[]) => {
    const time = files.every(({ unchanged }) => unchanged) ? 'as it was' : `${sum(files, 'ms')} ms`;
    return `${what}  ${Math.ceil(sum(files, 'bytes') / 1024)} kB  ${time}`;
  };
  return [
    ...outputs.filter(({ format }) => format !== 'png').map((output) => row(output.path, [output])),
    ...pictureRange(outputs).map((range) => row(range, pictures)),
  ];
}

/** `x-01.png … x-17.png`; empty where there are no pictures of slides. */
function pictureRange(outputs: readonly OutputReport[]): readonly string[] {
  const pictures = outputs.filter(({ format }) => format === 'png');
  const [first, last] = [pictures.at(0), pictures.at(-1)];
  if (!first || !last) return [];
  return [first === last ? first.path : `${first.path} … ${last.path.replace(/^.*\//u, '')}`];
}

function sum(outputs: readonly OutputReport[], what: 'bytes' | 'ms'): number {
  return outputs.reduce((total, output) => total + output[what], 0);
}

/** What a format holds less of than the document, a row a format. */
function lossRows(held: HeldReport | null): readonly string[] {
  if (!held) return [];
  const formats = [
    ['PPTX', held.pptx],
    ['PDF', held.pdf],
  ] as const;
  const kinds = Object.entries(held.document);
  return formats.flatMap(([name, counts]) => {
    const own = new Map(Object.entries(counts ?? {}));
    const less = kinds.flatMap(([kind, whole]) => {
      const count = own.get(kind) ?? whole;
      return count < whole ? [`${count} of ${whole} ${kind.replace(/[A-Z]/gu, ' $&').toLowerCase()}`] : [];
    });
    return less.length > 0 ? [`the ${name} holds ${less.join(', ')}`] : [];
  });
}

/** A row a rule that is off: what it would have found, and why it is off. */
export function ignoreRows(ignored: DeckReport['ignored']): readonly string[] {
  return ignored.map(
    ({ rule, why, line, findings }) =>
      `ignored: ${rule}${line === null ? '' : ` (line ${line})`}, ${count(findings, 'finding')}: ${why}`,
  );
}

/** How many findings do not count. */
export function knownRows({ known = [] }: DeckReport): readonly string[] {
  return known.length > 0 ? [`${count(known.length, 'finding')} as in the baseline`] : [];
}

/** Decks beyond which the table is of those alone that something was found in. */
const mostRows = 20;

/** Several decks once more in a table, for their findings have long left the screen. */
function sayTable(decks: readonly DeckReport[], terminal: Terminal): void {
  if (decks.length < 2) return;
  const shown = decks.length <= mostRows ? decks : decks.filter(isNotable);
  if (shown.length === 0) return;
  const rows = shown.map(({ input, slides, outputs, diagnostics }) => [
    input,
    count(slides, 'slide'),
    outputs.length > 0 ? count(outputs.length, 'file') : 'no file',
    severities.flatMap((severity) => countOf(severity, diagnostics)).join(', '),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  terminal.err(`\n${lines.join('\n')}\n`);
}

function isNotable({ exitCode, diagnostics }: DeckReport): boolean {
  return exitCode !== 0 || diagnostics.some(({ severity }) => severity !== 'info');
}

/** Tells people what became of the whole run: a table of several decks, and one line. */
export function saySummary({ decks }: BuildReport, terminal: Terminal): void {
  sayTable(decks, terminal);
  const made = decks.filter(({ unchanged }) => !unchanged);
  const files = made.reduce((sum, { outputs }) => sum + outputs.length, 0);
  const findings = decks.flatMap(({ diagnostics }) => diagnostics);
  const parts = [
    count(decks.length, 'deck'),
    ...(made.length < decks.length ? [`${decks.length - made.length} unchanged`] : []),
    ...(files > 0 ? [count(files, 'file')] : []),
    ...severities.flatMap((severity) => countOf(severity, findings)),
  ];
  terminal.err(`\n${parts.join(', ')}\n`);
}

const severities: readonly Severity[] = ['error', 'warning'];

function countOf(severity: Severity, findings: readonly Diagnostic[]): readonly string[] {
  const number = findings.filter((finding) => finding.severity === severity).length;
  return number > 0 ? [count(number, severity)] : [];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
