import { compareWords } from '../words.js';

/** A stretch of a text with other words in its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What makes one text of another, in whole words, from left to right. Edits with nothing but a blank between them are one: which
 * of the new words stands for which of the old ones is not known.
 */
export function editsBetween(old: string, now: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let kept = '-';
  for (const { in: side, text } of compareWords(old, now)) {
    if (side === 'both') {
      kept = text;
      at += text.length;
      continue;
    }
    const last = edits.at(-1);
    const joins = last && kept.trim() === '';
    const start = joins ? last.start : at;
    const before = joins ? last.text + kept : '';
    if (side === 'old') at += text.length;
    const edit = { start, end: at, text: before + (side === 'new' ? text : '') };
    edits.splice(joins ? -1 : edits.length, 1, edit);
    kept = '';
  }
  return edits.map((edit) => withoutBlank(edit, old));
}

/** A blank behind the words on both sides is no part of the edit. */
function withoutBlank(edit: TextEdit, old: string): TextEdit {
  const isShared = edit.text.endsWith(' ') && edit.end > edit.start && old.charAt(edit.end - 1) === ' ';
  return isShared ? { ...edit, end: edit.end - 1, text: edit.text.slice(0, -1) } : edit;
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
