import type { SetCharacter } from './widths.js';

/** The characters of one line, the white space at its end with them. */
export type BrokenLine = readonly SetCharacter[];

/** A stretch that no line breaks in. */
type Piece = readonly SetCharacter[];

/** After these a line may break, white space apart. */
const breaksAfter = /[-\u2010\u2013\u2014]/u;
const glue = /[\u00a0\u202f\u2007\u2011\u2060]/u;

/** The lines that a greedy breaker makes of a paragraph without breaks of its own; `width` tells how wide each line may be. */
export function breakLines(
  text: readonly SetCharacter[],
  width: (line: number) => number,
): readonly BrokenLine[] {
  const lines: SetCharacter[][] = [[]];
  const last = () => lines.at(-1) ?? [];
  for (const piece of piecesOf(text)) {
    if (last().length > 0 && visibleWidth([...last(), ...piece]) > width(lines.length - 1)) lines.push([]);
    if (visibleWidth(piece) <= width(lines.length - 1)) last().push(...piece);
    else breakAnywhere(piece, lines, width);
  }
  return lines;
}

/** A word that is wider than the box goes on over as many lines as it needs. */
function breakAnywhere(piece: Piece, lines: SetCharacter[][], width: (line: number) => number): void {
  for (const character of piece) {
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && visibleWidth([...line, character]) > width(lines.length - 1))
      lines.push([character]);
    else line.push(character);
  }
}

/** How wide a line is drawn: white space at its end hangs over. */
export function visibleWidth(line: BrokenLine): number {
  let [all, visible] = [0, 0];
  for (const { character, width } of line) {
    all += width;
    if (!isSpace(character)) visible = all;
  }
  return visible;
}

function piecesOf(text: readonly SetCharacter[]): readonly Piece[] {
  const pieces: SetCharacter[][] = [];
  text.forEach((each, index) => {
    const before = text[index - 1]?.character ?? '';
    const starts = index === 0 || (!isSpace(each.character) && mayBreak(text, index, before));
    if (starts) pieces.push([each]);
    else pieces.at(-1)?.push(each);
  });
  return pieces;
}

function mayBreak(text: readonly SetCharacter[], index: number, before: string): boolean {
  const next = text[index]?.character ?? '';
  if (isSpace(before)) return true;
  if (glue.test(next) || glue.test(before)) return false;
  // A sign before a number, or a dash that opens a word, stays with it.
  return breaksAfter.test(before) && index > 1 && !isSpace(text[index - 2]?.character ?? ' ');
}

function isSpace(character: string): boolean {
  return /[ \t\u2002-\u2006\u2008-\u200b]/u.test(character);
}
