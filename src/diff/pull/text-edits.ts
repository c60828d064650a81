import { compareWords } from '../words.js';

/** A stretch of a text with other words in its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What makes one text of another, in whole words, from left to right. */
export function editsBetween(old: string, now: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: TextEdit | null = null;
  for (const { in: side, text } of compareWords(old, now)) {
    if (side === 'both') {
      if (open) edits.push(open);
      open = null;
      at += text.length;
      continue;
    }
    const start: TextEdit = open ?? { start: at, end: at, text: '' };
    open =
      side === 'old' ? { ...start, end: start.end + text.length } : { ...start, text: start.text + text };
    if (side === 'old') at += text.length;
  }
  return open ? [...edits, open] : edits;
}

/** A text with edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text);
}

/** Edits without those that say the same; null where two of them are about the same words. */
export function joinEdits(edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const unlike = edits.filter((edit, place) => edits.findIndex((other) => isSame(edit, other)) === place);
  const sorted = unlike.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const overlap = sorted.some((edit, place) => {
    const before = sorted[place - 1];
    return before && (edit.start < before.end || edit.start === before.start);
  });
  return overlap ? null : sorted;
}

function isSame(one: TextEdit, other: TextEdit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}
