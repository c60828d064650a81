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
  const made = edits.map((edit) =>
    waysOf(words, edit)
      .filter((way) => !holdsMarks(words, way))
      .map((way) => rawEdit(words, way))
      .find((way) => isMadeBy(words, [way], [edit])),
  );
  const sure = made.filter((edit) => edit !== undefined);
  return sure.length === edits.length && isMadeBy(words, sure, edits) ? applyEdits(words.raw, sure) : null;
}

/** As it is; with the blank before the words instead of the one behind them, which may stand behind a mark; with marks escaped. */
function waysOf({ text }: ScalarWords, edit: TextEdit): readonly TextEdit[] {
  const { start, end, text: put } = edit;
  const last = put === '' ? text.charAt(end - 1) : put.slice(-1);
  const isBetween = (put === '' || start === end) && start > 0 && text.charAt(start - 1) === last;
  const earlier = { start: start - 1, end: end - 1, text: put && last + put.slice(0, -1) };
  const ways = isBetween ? [edit, earlier] : [edit];
  return [...ways, ...ways.map((way) => ({ ...way, text: way.text.replace(/[\\`*_[<]/gu, '\\$&') }))];
}

function isMadeBy(words: ScalarWords, raw: readonly TextEdit[], edits: readonly TextEdit[]): boolean {
  const wanted = spaced(placedPlain(applyEdits(words.text, edits))).text;
  return spaced(words.read(applyEdits(words.raw, raw))).text === wanted;
}

/** Whether a mark or an address would go with the words: which of the new ones it belongs to is not known. */
function holdsMarks({ raw, places }: ScalarWords, { start, end }: TextEdit): boolean {
  if (start === end) return false;
  const kept = new Set(places.slice(start, end));
  const [from, to] = [places[start] ?? 0, places[end - 1] ?? 0];
  const between = raw.slice(from, to).split('');
  return between.some((each, index) => !kept.has(from + index) && !/[\s\\]/u.test(each));
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
