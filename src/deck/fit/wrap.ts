import { mayBreak } from './line-breaks.js';

/** A character and how wide it is, in px. */
export interface MeasuredCharacter {
  readonly character: string;
  readonly width: number;
}

/** A stretch that no line breaks in; `width` is without the white space at its end, `advance` with it. */
interface Piece {
  readonly characters: MeasuredCharacter[];
  width: number;
  advance: number;
}

/**
 * Widths in px of the lines that a greedy breaker makes in a box `width` px wide, white space at their ends not counted;
 * a word wider than the box is broken anywhere, as `overflow-wrap: break-word` does. An empty text has one line.
 */
export function wrap(text: readonly MeasuredCharacter[], width: number, hyphenWidth = 0): readonly number[] {
  const lines: number[] = [];
  let used = 0;
  let visible = 0;
  let empty = true;
  const end = () => {
    lines.push(visible);
    [used, visible, empty] = [0, 0, true];
  };
  for (const piece of piecesOf(text, hyphenWidth)) {
    if (!empty && used + piece.width > width) end();
    const start = used;
    for (const { character, width: each } of piece.width > width ? piece.characters : []) {
      if (!empty && used + each > width && !isSpace(character)) end();
      [used, empty] = [used + each, false];
      if (!isSpace(character)) visible = used;
    }
    if (piece.width > width) continue;
    if (piece.width > 0) visible = start + piece.width;
    [used, empty] = [start + piece.advance, false];
  }
  end();
  return lines;
}

/** Splits at every place where a line may break; white space at the start of the text is not drawn. */
function piecesOf(text: readonly MeasuredCharacter[], hyphenWidth: number): readonly Piece[] {
  const characters = text.map(({ character }) => character);
  const pieces: Piece[] = [];
  text.forEach((each, index) => {
    const last = pieces.at(-1);
    const piece = last && !mayBreak(characters, index) ? last : { characters: [], width: 0, advance: 0 };
    if (piece !== last) pieces.push(piece);
    piece.characters.push(each);
    piece.advance += each.width;
    if (!isSpace(each.character))
      piece.width = piece.advance + (each.character === '\u00ad' ? hyphenWidth : 0);
  });
  return pieces;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\u200b';
}
