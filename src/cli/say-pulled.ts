import type { Pulled } from '../diff/pull/returned-changes.js';
import { compareWords } from '../diff/words.js';
import type { Terminal } from '../effects/effects.js';
import type { Positions } from '../outline/positions.js';
import { harmless } from './say-changes.js';

/** What was pulled, and into what. */
export interface PulledFiles {
  readonly deck: string;
  readonly path: string;
  readonly positions: Positions;
  /** Whether the changes were written. */
  readonly applied: boolean;
}

const [red, green, bold, plain] = ['\u001b[31m', '\u001b[32m', '\u001b[1m', '\u001b[0m'];

/** Tells people what came back: changes as a diff of the outline, then conflicts, then what the outline has no text for. */
export function sayPulled(pulled: Pulled, files: PulledFiles, terminal: Terminal): void {
  const { deck, path, positions, applied } = files;
  const paint = (colour: string, text: string) => (terminal.colour ? `${colour}${text}${plain}` : text);
  const voice = { paint, place: (pointer: string) => `${path}:${positions.value(pointer).line}  ${pointer}` };
  const isOpen = pulled.changes.length > 0 && !applied;
  const lines = [
    `${deck} → ${path}: ${summary(pulled, applied)}`,
    ...changeLines(pulled.changes, voice),
    ...conflictLines(pulled.conflicts, voice),
    ...unmappedLines(pulled.unmapped, voice),
    ...(isOpen ? ['', 'Nothing is written yet: add --apply to write these changes.'] : []),
  ];
  terminal.out(lines.map((line) => `${harmless(line)}\n`).join(''));
}

type Paint = (colour: string, text: string) => string;

interface Voice {
  readonly paint: Paint;
  readonly place: (pointer: string) => string;
}

function changeLines(changes: Pulled['changes'], { paint, place }: Voice): readonly string[] {
  const signed = (sign: string, colour: string, text: string) =>
    linesOf(text).map((line) => paint(colour, `  ${sign} ${line}`));
  return changes.flatMap(({ pointer, was, now }) => {
    const [old, put] = [linesOf(was), linesOf(now)];
    return [
      '',
      paint(bold, place(pointer)),
      ...signed('-', red, old.filter((line) => !put.includes(line)).join('\n')),
      ...signed('+', green, put.filter((line) => !old.includes(line)).join('\n')),
    ];
  });
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

function conflictLines(conflicts: Pulled['conflicts'], { paint, place }: Voice): readonly string[] {
  return [
    ...head(
      conflicts,
      'Conflicts: the outline changed as well, or two edits disagree; it is left as it is',
      paint,
    ),
    ...conflicts.flatMap(({ pointer, slide, was, now, outline }) => [
      `  ${place(pointer)} (slide ${slide})`,
      `    ${wordDiff(was, now, paint)}`,
      `    in the outline: ${outline.trimEnd()}`,
    ]),
  ];
}

function unmappedLines(unmapped: Pulled['unmapped'], { paint }: Voice): readonly string[] {
  return [
    ...head(unmapped, 'To be done by hand', paint),
    ...unmapped.flatMap(({ kind, slide, pointer, was, now, reason }) => [
      `  slide ${slide}: ${kind}${pointer === null ? '' : `  ${pointer}`}`,
      ...(kind === 'reworded'
        ? [`    ${wordDiff(was ?? '', now ?? '', paint)}`]
        : [was, now].filter((text) => text !== null).map((text) => `    ${text}`)),
      `    ${reason}`,
    ]),
  ];
}

function head(rows: readonly unknown[], title: string, paint: Paint): readonly string[] {
  return rows.length === 0 ? [] : ['', paint(bold, title)];
}

function wordDiff(was: string, now: string, paint: Paint): string {
  const put = {
    both: (text: string) => text,
    old: (text: string) => paint(red, `[-${text}-]`),
    new: (text: string) => paint(green, `{+${text}+}`),
  };
  return compareWords(was, now)
    .map(({ in: side, text }) => put[side](text))
    .join('');
}

function summary({ changes, conflicts, unmapped }: Pulled, applied: boolean): string {
  if (changes.length + conflicts.length + unmapped.length === 0) return 'nothing was edited';
  const parts = [
    `${count(changes.length, 'change')}${applied && changes.length > 0 ? ' written' : ''}`,
    ...(conflicts.length > 0 ? [count(conflicts.length, 'conflict')] : []),
    ...(unmapped.length > 0 ? [`${unmapped.length} to be done by hand`] : []),
  ];
  return parts.join(', ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
