import { lineStarts, type Positions } from './positions.js';

/** Where an item of a block list is written: from the start of its first line to before the line end of its last. */
export interface ListedItem {
  readonly from: number;
  readonly to: number;
}

/** The items of a list, each with the comments directly above it; null for a list in brackets, or one on shared lines. */
export function listedItems(
  text: string,
  list: string,
  count: number,
  positions: Positions,
): readonly ListedItem[] | null {
  const starts = lineStarts(text);
  const lines = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  const dashes = Array.from({ length: count }, (_, index) =>
    dashLine(lines, positions.value(`${list}/${index}`)),
  );
  const heads = dashes.map((dash) => (dash === null ? null : withComments(lines, dash)));
  const items = heads.map((head, index) => {
    const dash = dashes[index] ?? null;
    if (head === null || dash === null) return null;
    const limit = index + 1 < count ? (heads[index + 1] ?? null) : endOfList(lines, dash);
    if (limit === null || limit <= dash) return null;
    const last = lastWritten(lines, limit);
    return { from: starts[head] ?? 0, to: (starts[last] ?? 0) + (lines[last] ?? '').trimEnd().length };
  });
  return items.every((item) => item !== null) ? items : null;
}

/** The line, counted from 0, on which a value's dash stands; null where something else stands before it. */
function dashLine(
  lines: readonly string[],
  { line, column }: { line: number; column: number },
): number | null {
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  if (/^ *-[ \t]/u.test(before)) return line - 1;
  if (before.trim() !== '') return null;
  // The dash may stand alone above the value.
  for (let at = line - 2; at >= 0; at -= 1) {
    const above = lines[at] ?? '';
    if (/^ *-[ \t]*(?:#.*)?\r?\n?$/u.test(above)) return at;
    if (!/^\s*(?:#.*)?$/u.test(above)) return null;
  }
  return null;
}

/** The first of the comment lines that stand directly above a line, not deeper than it. */
function withComments(lines: readonly string[], dash: number): number {
  const indent = indentOf(lines[dash] ?? '');
  let head = dash;
  while (head > 0 && /^ *#/u.test(lines[head - 1] ?? '') && indentOf(lines[head - 1] ?? '') <= indent)
    head -= 1;
  return head;
}

/** The line behind the last one that is indented deeper than a dash. */
function endOfList(lines: readonly string[], dash: number): number {
  const indent = indentOf(lines[dash] ?? '');
  const end = lines.findIndex(
    (line, index) => index > dash && line.trim() !== '' && indentOf(line) <= indent,
  );
  return end === -1 ? lines.length : end;
}

/** The last line before a limit on which something stands. */
function lastWritten(lines: readonly string[], limit: number): number {
  let last = limit - 1;
  while (last > 0 && (lines[last] ?? '').trim() === '') last -= 1;
  return last;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
