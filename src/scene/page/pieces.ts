import type { Run } from '../text.js';
import { fontBox, lineHeight } from './fonts.js';
import { type Frame, inFrame } from './geometry.js';
import { type InlineState, runStyle, transformText } from './run-style.js';

/** Text of one style on one line, as found in the page. */
export interface Piece {
  text: string;
  x: number;
  right: number;
  readonly baseline: number;
  readonly style: CSSStyleDeclaration;
  readonly look: Omit<Run, 'text' | 'x' | 'right' | 'gap'>;
  /** White space was collapsed away before the piece. */
  readonly afterSpace: boolean;
  /** The line ends after the piece. */
  hard: boolean;
  /** For generated text in the line, whose place the page does not tell: beside which neighbour it stands. */
  readonly beside: 'next' | 'previous' | null;
  /** How much larger than laid out it is drawn. */
  readonly scale: number;
}

const range = () => {
  spare ??= document.createRange();
  return spare;
};
let spare: Range | null = null;

/** Texts of a text node by line. */
export function textPieces(
  node: Text,
  style: CSSStyleDeclaration,
  state: InlineState,
  frame: Frame,
  previous: Piece | null = null,
): readonly Piece[] {
  const keepsLines = /^pre|break-spaces/u.test(style.whiteSpace);
  const keepsSpaces = keepsLines && style.whiteSpace !== 'pre-line';
  const whole = rectsOf(node, 0, node.length);
  const [only] = whole;
  const breaks = keepsLines && node.data.includes('\n');
  if (!only && !breaks) return [];
  const make = maker(style, state, frame);
  if (only && whole.length === 1 && !breaks) {
    return [make(keepsSpaces ? node.data : collapse(node.data), only, false)];
  }
  return byLine(node, { lines: keepsLines, spaces: keepsSpaces }, make, previous);
}

/** A line that a `<br>` ends before anything stands on it. */
export function emptyLine(
  mark: Element,
  style: CSSStyleDeclaration,
  state: InlineState,
  frame: Frame,
): Piece {
  return { ...maker(style, state, frame)('', mark.getBoundingClientRect(), false), hard: true };
}

type Make = (text: string, rect: DOMRect, afterSpace: boolean) => Piece;

function maker(style: CSSStyleDeclaration, state: InlineState, frame: Frame): Make {
  const look = { ...runStyle(style, state), field: null };
  const { ascent } = fontBox(style);
  return (text, rect, afterSpace) => {
    const { x, y, width } = inFrame(rect, frame);
    return {
      text: transformText(text, style),
      x,
      right: x + width,
      baseline: y + ascent * state.scale,
      style,
      look,
      afterSpace,
      hard: false,
      beside: null,
      scale: state.scale,
    };
  };
}

/** What white space of the page is kept. */
interface Keeps {
  readonly lines: boolean;
  readonly spaces: boolean;
}

function byLine(node: Text, keeps: Keeps, make: Make, previous: Piece | null): readonly Piece[] {
  const pieces: Piece[] = [];
  let space = '';
  for (const { 0: token, index } of node.data.matchAll(/\n|[^\S\n]+|\S+/gu)) {
    if (token === '\n' && keeps.lines) {
      const last = pieces.at(-1) ?? previous;
      const at = rectsOf(node, index, index + 1)[0];
      if (last && !last.hard) last.hard = true;
      else if (at) pieces.push({ ...make('', at, false), hard: true });
      // Of an empty line between two elements the page tells no place; it is one line below the last.
      else if (last) pieces.push(lineBelow(last));
      space = '';
    } else if (!token.trim()) {
      space = keeps.spaces ? space + token : ' ';
    } else {
      for (const [text, rect] of splitWord(node, token, index)) {
        const piece = make(text, rect, space !== '');
        const last = pieces.at(-1);
        if (last && !last.hard && sameLine(last, piece)) {
          last.text += space + piece.text;
          last.x = Math.min(last.x, piece.x);
          last.right = Math.max(last.right, piece.right);
        } else {
          pieces.push(
            space && (keeps.spaces || pieces.length === 0) ? withSpace(piece, space, node, index) : piece,
          );
        }
        space = '';
      }
    }
  }
  const last = pieces.pop();
  if (last) pieces.push(space ? withLastSpace(last, space, node) : last);
  return pieces;
}

function lineBelow(piece: Piece): Piece {
  const baseline = piece.baseline + lineHeight(piece.style) * piece.scale;
  return { ...piece, text: '', right: piece.x, baseline, hard: true };
}

/** A space at the start of a node is drawn where the node goes on a line that is begun. */
function withSpace(piece: Piece, space: string, node: Text, index: number): Piece {
  const rect = rectsOf(node, index - space.length, index).at(-1);
  if (!rect || rect.width === 0) return piece;
  const text = space + piece.text;
  return runsLeft(piece)
    ? { ...piece, text, right: piece.right + rect.width }
    : { ...piece, text, x: piece.x - rect.width };
}

/** A space at the end of a node takes its width where the line goes on behind it. */
function withLastSpace(piece: Piece, space: string, node: Text): Piece {
  const text = piece.text + space;
  const width = rectsOf(node, node.data.trimEnd().length, node.data.length).at(-1)?.width ?? 0;
  return runsLeft(piece)
    ? { ...piece, text, x: piece.x - width }
    : { ...piece, text, right: piece.right + width };
}

function sameLine(last: Piece, next: Piece): boolean {
  const follows = next.x >= last.right - 0.5 || runsLeft(last, next);
  return Math.abs(last.baseline - next.baseline) < 0.5 && follows;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** True where texts stand in a line that is written, or has a part that is written, from right to left: what follows may stand to the left. */
export function runsLeft(...pieces: readonly Piece[]): boolean {
  return pieces.some(({ text, style }) => style.direction === 'rtl' || rightToLeft.test(text));
}

/** A word that is broken over lines, or that mixes directions, is taken apart by character. */
function splitWord(node: Text, word: string, start: number): readonly (readonly [string, DOMRect])[] {
  const rects = rectsOf(node, start, start + word.length);
  const [only] = rects;
  if (rects.length === 1 && only) return [[word, only]];
  const parts: [string, DOMRect][] = [];
  let at = start;
  for (const character of word) {
    const rect = rectsOf(node, at, at + character.length)[0];
    at += character.length;
    const last = parts.at(-1);
    if (last && (!rect || Math.abs(rect.top - last[1].top) < 0.5)) {
      last[0] += character;
      if (rect) last[1] = cover(last[1], rect);
    } else if (rect) parts.push([character, rect]);
  }
  return parts;
}

function cover(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left);
  return new DOMRect(left, a.top, Math.max(a.right, b.right) - left, a.height);
}

function rectsOf(node: Text, from: number, to: number): readonly DOMRect[] {
  const measured = range();
  measured.setStart(node, from);
  measured.setEnd(node, to);
  return [...measured.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/gu, ' ');
}
