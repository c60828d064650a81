import type { Diagnostic, Severity } from './diagnostic.js';

const colours: Readonly<Record<Severity, string>> = { error: '\u001b[31m', warning: '\u001b[33m', info: '\u001b[36m' };
const bold = '\u001b[1m';
const plain = '\u001b[0m';

/** Widest part of a source line that is shown, in characters. */
const window = 100;

/** Prints a finding for people: what and where, the source line with a caret, and what to do. */
export function formatDiagnostic(finding: Diagnostic, source: string | null, colour: boolean): string {
  const paint = (code: string, text: string) => (colour ? `${code}${text}${plain}` : text);
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== null).join(':');
  const head = `${paint(colours[finding.severity], finding.severity)} ${finding.code}${place ? `  ${paint(bold, place)}` : ''}`;
  const lines = [head, `  ${finding.message}`];
  const code = source !== null && finding.line !== null ? source.split(/\r?\n/u)[finding.line - 1] : undefined;
  if (code !== undefined && code.trim() !== '') lines.push(...excerpt(code, finding.line ?? 1, finding.column ?? 1));
  if (finding.hint) lines.push(`  hint: ${finding.hint}`);
  return `${lines.join('\n')}\n`;
}

/** The line around the column, tabs as spaces, and a caret below it. */
function excerpt(code: string, line: number, column: number): readonly string[] {
  const from = Math.max(0, Math.min(column - 1 - window / 2, code.length - window));
  const shown = code.slice(from, from + window).replace(/\t/gu, ' ');
  const number = String(line);
  const before = code.slice(from, column - 1).replace(/\t/gu, ' ');
  return [`  ${number} | ${from > 0 ? '…' : ''}${shown}`, `  ${' '.repeat(number.length)} | ${' '.repeat(widthOf(before) + (from > 0 ? 1 : 0))}^`];
}

/** Columns that a text takes on a terminal: East Asian letters take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}/u.test(character)) continue;
    width += /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u{1F300}-\u{1FAFF}]/u.test(character) ? 2 : 1;
  }
  return width;
}
