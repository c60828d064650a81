import type { Change } from '../diff/change.js';
import { byPlace, isWording, nameOfChange } from '../diff/describe-change.js';
import { compareWords } from '../diff/words.js';
import { count } from '../diff/write-markdown.js';
import type { Terminal } from '../effects/effects.js';
import type { Positions } from '../outline/positions.js';

/** What the changes are changes of. */
export interface ComparedFiles {
  readonly old: string;
  readonly now: string;
  readonly positions: Positions | null;
}

const [red, green, bold, plain] = ['\u001b[31m', '\u001b[32m', '\u001b[1m', '\u001b[0m'];

/** Tells people the changes: grouped by slide, words that went and came marked by signs, and by colour where there is any. */
export function sayChanges(changes: readonly Change[], compared: ComparedFiles, terminal: Terminal): void {
  const paint = (colour: string, text: string) => (terminal.colour ? `${colour}${text}${plain}` : text);
  const { old, now, positions } = compared;
  const lines = byPlace(changes).flatMap(({ title, changes: rows }) => [
    '',
    paint(bold, title),
    ...rows.map((row) => {
      const line = row.now === null ? '' : `  (line ${positions?.value(row.pointer).line ?? '?'})`;
      return `  ${nameOfChange(row).padEnd(16)} ${detail(row, paint)}${line}`;
    }),
  ]);
  // The changes are the result; they go where results go.
  terminal.out(
    `${old} → ${now}: ${count(changes.length)}\n${lines.map((line) => `${harmless(line)}\n`).join('')}`,
  );
}

type Paint = (colour: string, text: string) => string;

function detail(row: Change, paint: Paint): string {
  const { was, now } = row;
  const gone = (text: string) => paint(red, `[-${text}-]`);
  const came = (text: string) => paint(green, `{+${text}+}`);
  if (isWording(row)) {
    const put = { both: (text: string) => text, old: gone, new: came };
    return compareWords(was ?? '', now ?? '')
      .map(({ in: place, text }) => put[place](text))
      .join('');
  }
  if (was === null || now === null) return was === null ? came(now ?? '') : gone(was);
  return `${was} → ${now}`;
}

/** An outline may hold what steers a terminal. */
export function harmless(text: string): string {
  return text.replace(/(?!\u001b\[\d+m)[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
