import { compareWords } from '../words.js';
import { evenSpaces } from './align-paragraphs.js';
import { readingsOf, type ScalarWords } from './scalar-words.js';
import { applyEdits, editsBetween, type TextEdit } from './text-edits.js';

/** What an edit of a paragraph comes to for one text of the outline. */
export type MappedEdit =
  | {
      readonly is: 'edit';
      readonly pointer: string;
      readonly words: ScalarWords;
      readonly edits: readonly TextEdit[];
    }
  | { readonly is: 'conflict'; readonly pointer: string; readonly outline: string }
  | { readonly is: 'unmapped'; readonly pointer: string | null; readonly reason: string };

/** A text of the outline as it stands at a pointer now; null where there is none. */
export type ScalarAt = (pointer: string) => string | null;

/** Where the words of an outline's text stand in a paragraph as built. */
interface Range {
  readonly pointer: string;
  readonly words: ScalarWords;
  readonly start: number;
  readonly end: number;
  /** How far into the outline's text the paragraph begins, where it shows a part of it. */
  readonly skipped: number;
}

/** Brings the edit of one paragraph home: to the text of the outline whose words it changed. */
export function mapEdit(
  pointers: readonly string[],
  builtText: string,
  nowText: string,
  scalarAt: ScalarAt,
): readonly MappedEdit[] {
  const [built, now] = [evenSpaces(builtText), evenSpaces(nowText)];
  if (pointers.length === 0) return [unmapped(null, 'These words are briefdeck’s own.')];
  const scalars = [...new Set(pointers)].map((pointer) => ({ pointer, text: scalarAt(pointer) }));
  const ranges = scalars.flatMap(({ pointer, text }) => rangeOf(pointer, text, built) ?? []);
  const lost = scalars.filter(({ pointer }) => !ranges.some((range) => range.pointer === pointer));
  const seats = editsBetween(built, now).map((edit) => ({
    edit,
    seats: ranges.filter((range) => holds(spread(range, built), edit)),
  }));
  const homeless = seats.filter((each) => each.seats.length !== 1);
  const mapped = ranges.flatMap((range) => {
    const edits = seats.filter((each) => each.seats.length === 1 && each.seats[0] === range);
    return edits.length > 0
      ? [
          editOf(
            range,
            edits.map(({ edit }) => edit),
            built,
          ),
        ]
      : [];
  });
  return homeless.length > 0
    ? [...mapped, ...whyNot(lost, homeless[0]?.seats.length ?? 0, built, now)]
    : mapped;
}

function unmapped(pointer: string | null, reason: string): MappedEdit {
  return { is: 'unmapped', pointer, reason };
}

/** Null where the paragraph does not hold the text, or holds it more than once. */
function rangeOf(pointer: string, text: string | null, built: string): Range | null {
  for (const words of text === null ? [] : readingsOf(text)) {
    const within = placesIn(built, words.text);
    if (within.length === 1)
      return { pointer, words, start: within[0] ?? 0, end: (within[0] ?? 0) + words.text.length, skipped: 0 };
    const around = within.length === 0 && isLineOf(words.raw, built) ? placesIn(words.text, built) : [];
    if (around.length === 1) return { pointer, words, start: 0, end: built.length, skipped: around[0] ?? 0 };
  }
  return null;
}

/** Notes show a text line by line. A paragraph that is a part of a line is what the line was before it grew in the outline. */
function isLineOf(raw: string, built: string): boolean {
  const lines = raw.split('\n');
  return lines.length > 1 && lines.some((line) => readingsOf(line).some(({ text }) => text === built));
}

/** Where whole words stand in a text. */
function placesIn(text: string, words: string): readonly number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (isEdge(text, at) && isEdge(text, at + words.length)) places.push(at);
  return places;
}

/** Between two letters or digits of a script with spaces a word goes on. */
function isEdge(text: string, at: number): boolean {
  return !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]{2}$/u.test(
    text.slice(at - 1, at + 1),
  );
}

/** With the white space around it: what is put there belongs to it. */
function spread({ start, end }: Range, built: string): TextEdit {
  const before = built.charAt(start - 1) === ' ' ? start - 1 : start;
  return { start: before, end: built.charAt(end) === ' ' ? end + 1 : end, text: '' };
}

function holds(range: TextEdit, edit: TextEdit): boolean {
  return range.start <= edit.start && edit.end <= range.end;
}

function editOf(range: Range, edits: readonly TextEdit[], built: string): MappedEdit {
  const { pointer, words, skipped } = range;
  const { start, end } = spread(range, built);
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const now = applyEdits(built.slice(start, end), shifted).trim();
  if (now === '') return unmapped(pointer, 'Its words were deleted; the outline needs some there.');
  const inside = editsBetween(built.slice(range.start, range.end), now);
  const moved = inside.map((edit) => ({ ...edit, start: edit.start + skipped, end: edit.end + skipped }));
  return { is: 'edit', pointer, words, edits: moved };
}

interface Lost {
  readonly pointer: string;
  readonly text: string | null;
}

/** Why some words found no text of the outline: it says the new ones already, it changed as well, or they were made. */
function whyNot(lost: readonly Lost[], seats: number, built: string, now: string): readonly MappedEdit[] {
  if (seats > 1) return [unmapped(null, 'The words stand between two texts of the outline.')];
  const [first] = lost;
  if (!first) return [unmapped(null, 'These words are briefdeck’s own, beside a text of the outline.')];
  const readings = lost.flatMap(({ pointer, text }) =>
    text === null ? [] : readingsOf(text).map((words) => ({ pointer, text, words: words.text })),
  );
  if (readings.some(({ words, text }) => says(words, text, now) && !says(words, text, built))) return [];
  const changed = readings.find(({ words }) => isKin(words, built));
  if (changed) return [{ is: 'conflict', pointer: changed.pointer, outline: changed.text }];
  return [
    unmapped(
      first.pointer,
      first.text === null
        ? 'The deck puts this text together from several places of the outline.'
        : 'The outline holds other words here: briefdeck made this text from them, or they were rewritten since.',
    ),
  ];
}

function says(words: string, raw: string, shown: string): boolean {
  return placesIn(shown, words).length > 0 || isLineOf(raw, shown);
}

/** Whether one text was probably made of the other by rewording. */
function isKin(words: string, built: string): boolean {
  const stretches = compareWords(words, built);
  const count = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  const both = stretches.filter((each) => each.in === 'both').reduce((sum, { text }) => sum + count(text), 0);
  return both >= 0.6 * Math.min(count(words), count(built));
}
