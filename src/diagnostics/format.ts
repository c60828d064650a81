import type { Diagnostic, Severity } from './diagnostic.js';

const colours: Readonly<Record<Severity, string>> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  info: '\u001b[36m',
};
const bold = '\u001b[1m';
const plain = '\u001b[0m';

/** Widest part of a source line that is shown, in characters. */
const widest = 100;

/** Spaces that a tab is shown as. */
const tab = '  ';

/** Prints a finding for people: what and where, the source line with a caret, and what to do; ends with a line break. */
export function formatDiagnostic(finding: Diagnostic, source: string | null, colour: boolean): string {
  const { code, severity, message, file, line, column, hint } = finding;
  const paint = (paintCode: string, part: string) => (colour ? `${paintCode}${part}${plain}` : part);
  const place = [file, line, column].filter((part) => part !== null).join(':');
  const head = `${paint(colours[severity], severity)} ${code}${place ? `  ${paint(bold, place)}` : ''}`;
  const text = source !== null && line !== null ? source.split(/\r\n?|\n/u)[line - 1] : undefined;
  const shown = text !== undefined && text.trim() !== '' ? excerpt(text, line ?? 1, column ?? 1) : [];
  const lines = [head, `  ${printable(message)}`, ...shown, ...(hint ? [`  hint: ${printable(hint)}`] : [])];
  return `${lines.join('\n')}\n`;
}

/** The line around the column, tabs as spaces, and a caret below it. */
function excerpt(code: string, line: number, column: number): readonly string[] {
  const letters = [...code];
  const at = Math.min([...code.slice(0, column - 1)].length, letters.length);
  const from = Math.max(0, Math.min(at - widest / 2, letters.length - widest));
  const to = Math.min(letters.length, from + widest);
  const open = from > 0 ? '…' : '';
  const shown = printable(letters.slice(from, to).join(''));
  const before = printable(letters.slice(from, at).join(''));
  const gutter = ' '.repeat(String(line).length);
  return [
    `  ${line} | ${open}${shown}${to < letters.length ? '…' : ''}`,
    `  ${gutter} | ${' '.repeat(open.length + widthOf(before))}^`,
  ];
}

/** A text that cannot steer the terminal: tabs as spaces, control and direction characters as a sign. */
function printable(text: string): string {
  return text.replaceAll('\t', tab).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

/** Columns that a text takes on a terminal: East Asian letters and emoji take two, combining marks none. */
function widthOf(text: string): number {
  const widths = [...text].map((letter) =>
    /[\p{Mn}\p{Me}\p{Cf}]/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1,
  );
  return widths.reduce<number>((sum, width) => sum + width, 0);
}
