import { type PlacedWords, placedPlain, placedWords } from '../../outline/inline-places.js';
import { applyEdits, type TextEdit } from './text-edits.js';

/** A text of the outline read in one of the ways that a deck may show it. */
export interface ScalarWords extends PlacedWords {
  readonly raw: string;
  readonly read: (raw: string) => PlacedWords;
}

/** The text as it stands, and as inline Markdown: its words with single spaces, each with its place. */
export function readingsOf(raw: string): readonly ScalarWords[] {
  const readings = [placedPlain, placedWords].map((read) => ({ raw, read, ...spaced(read(raw)) }));
  return readings[0]?.text === readings[1]?.text ? readings.slice(0, 1) : readings;
}

function spaced({ text, places }: PlacedWords): PlacedWords {
  const kept = [...text.matchAll(/\s+|\S/gu)];
  const inside = kept.filter(
    ({ 0: each, index }) => each.trim() !== '' || (index > 0 && index + each.length < text.length),
  );
  return {
    text: inside.map(({ 0: each }) => (each.trim() === '' ? ' ' : each)).join(''),
    places: inside.flatMap(({ 0: each, index }) =>
      each.trim() === ''
        ? [places[index] ?? 0]
        : Array.from(each.split(''), (_, unit) => places[index + unit] ?? 0),
    ),
  };
}

/** The text as written with edits of its plain words made, marks around the others kept; null where that is not certain. */
export function rewrite(words: ScalarWords, edits: readonly TextEdit[]): string | null {
  const wanted = spaced({ ...placedPlain(applyEdits(words.text, edits)) }).text;
  const forms = [(text: string) => text, (text: string) => text.replace(/[\\`*_[<]/gu, '\\$&')];
  for (const form of forms) {
    const raw = applyEdits(
      words.raw,
      edits.map((edit) => rawEdit(words, { ...edit, text: form(edit.text) })),
    );
    if (spaced(words.read(raw)).text === wanted) return raw;
  }
  return null;
}

/** New words go behind the word before them: within its marks, before what follows. */
function rawEdit({ raw, text, places }: ScalarWords, edit: TextEdit): TextEdit {
  const behind = (at: number) => (places[at - 1] ?? 0) + 1;
  if (edit.start < edit.end)
    return { start: places[edit.start] ?? 0, end: behind(edit.end), text: edit.text };
  const ends = raw.trimEnd().length;
  const at = edit.start === 0 ? 0 : edit.start === text.length ? ends : behind(edit.start);
  return { start: at, end: at, text: edit.text };
}
