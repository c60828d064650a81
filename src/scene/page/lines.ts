import type { Colour } from '../drawing.js';
import type { Line, Run } from '../text.js';
import { textWidth } from './fonts.js';
import { blank } from './formula.js';
import { round } from './geometry.js';
import { type Piece, runsLeft } from './pieces.js';

/** Puts pieces into lines, lines into runs. */
export function toLines(pieces: readonly Piece[]): readonly Line[] {
  const rows = toRows(placeGenerated(pieces));
  return rows
    .map((row, index) => toLine(row, rows[index + 1] ?? null))
    .filter((line): line is Line => line !== null);
}

/** Generated text stands beside its neighbour on the line; the page tells the place of neither. */
function placeGenerated(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) => {
    if (piece.beside === null) return [piece];
    const width = textWidth(piece.text, piece.style) * piece.scale;
    const near = piece.beside === 'next' ? pieces[index + 1] : pieces[index - 1];
    if (!near) return [];
    const x = piece.beside === 'next' ? near.x - width : near.right;
    return [{ ...piece, x, right: x + width, baseline: near.baseline }];
  });
}

function toRows(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    if (row && !row.at(-1)?.hard && continues(row, piece)) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** Superscripts leave the baseline but not the line; a new line starts lower, and in left-to-right text further left. */
function continues(row: readonly Piece[], piece: Piece): boolean {
  const base = baselineOf(row);
  const size = Math.max(...row.map(({ look }) => look.size), piece.look.size);
  const drop = Math.abs(piece.baseline - base);
  if (drop < 1) return true;
  if (drop > 0.6 * size) return false;
  const last = row.at(-1);
  return !last || runsLeft(last, piece) || piece.x >= last.right - 2;
}

/** The baseline of a row is that of its largest text. */
function baselineOf(row: readonly Piece[]): number {
  const largest = row.reduce((best, piece) => (piece.look.size > best.look.size ? piece : best));
  return largest.baseline;
}

function toLine(row: readonly Piece[], next: readonly Piece[] | null): Line | null {
  const baseline = baselineOf(row);
  const runs = trim(toRuns(row, baseline));
  const hard = row.at(-1)?.hard ?? false;
  if (runs.length === 0 && !hard) return null;
  const x = Math.min(...row.map((piece) => piece.x));
  const right = Math.max(...row.map((piece) => piece.right));
  return {
    baseline: round(baseline),
    x: round(x),
    right: round(right),
    runs,
    hard: hard && next !== null,
    space: !hard && next !== null && brokeAtSpace(row, next),
    next: hard || !next ? null : round(right - x + firstWord(next, brokeAtSpace(row, next))),
  };
}

function brokeAtSpace(row: readonly Piece[], next: readonly Piece[]): boolean {
  const [first] = next;
  return (
    /[^\S\u00a0]$/u.test(row.at(-1)?.text ?? '') ||
    (first !== undefined && (first.afterSpace || /^\s/u.test(first.text)))
  );
}

function toRuns(row: readonly Piece[], baseline: number): readonly Run[] {
  const runs: Run[] = [];
  const leftwards = runsLeft(...row);
  const keepsSpaces = /^pre/u.test(row[0]?.style.whiteSpace ?? '');
  for (const piece of row) {
    const last = runs.at(-1);
    const atSpace = !last || /[^\S\u00a0]$/u.test(last.text);
    const text = atSpace && !keepsSpaces ? piece.text.replace(/^[^\S\u00a0]+/u, '') : piece.text;
    if (!text) continue;
    const run = runOf(piece, text, baseline);
    // Where parts of a line run leftwards, what stands beside what is not told by their order.
    const gap = last && !leftwards ? round(run.x - last.right) : 0;
    if (last && Math.abs(gap) < 0.75 && sameLook(last, run)) {
      const [x, right] = [Math.min(last.x, run.x), Math.max(last.right, run.right)];
      runs[runs.length - 1] = { ...last, text: last.text + run.text, x, right };
    } else {
      if (last && Math.abs(gap) >= 0.75) runs[runs.length - 1] = { ...last, gap };
      runs.push(run);
    }
  }
  return runs;
}

function runOf({ look, x, right, baseline: own }: Piece, text: string, baseline: number): Run {
  const raised = baseline - own;
  return {
    ...look,
    shift: Math.abs(raised) > 0.5 ? round(raised) : 0,
    text,
    x: round(x),
    right: round(right),
    gap: 0,
  };
}

function sameLook(a: Run, b: Run): boolean {
  return (
    a.family === b.family &&
    a.size === b.size &&
    a.weight === b.weight &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.strike === b.strike &&
    sameColour(a.colour, b.colour) &&
    sameColour(a.highlight, b.highlight) &&
    a.letterSpacing === b.letterSpacing &&
    a.shift === b.shift &&
    a.caps === b.caps &&
    a.link === b.link &&
    a.language === b.language &&
    a.field === b.field
  );
}

function sameColour(a: Colour | null, b: Colour | null): boolean {
  return a?.hex === b?.hex && a?.alpha === b?.alpha;
}

/** The space that a line was broken at is not drawn; one that forbids a break is. */
function trim(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (!last) return runs;
  if (!/[^\S\u00a0]/u.test(last.text.at(-1) ?? ' ')) return runs;
  const text = last.text.replace(/[^\S\u00a0]+$/u, '');
  return text ? [...runs.slice(0, -1), { ...last, text }] : trim(runs.slice(0, -1));
}

const firstBreakable =
  /^\s*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\-–—/]+[-–—/]?|[-–—/]+)/u;

/** Width of the space and of as much of the next line as cannot be broken, px. */
function firstWord(next: readonly Piece[], space: boolean): number {
  const [first] = next;
  if (!first) return 0;
  // A formula begins the line: it goes over as a whole.
  const end = next.findIndex(({ text }) => text !== blank);
  const blanks = next.slice(0, end < 0 ? next.length : end);
  if (blanks.length > 0) return (blanks.at(-1)?.right ?? 0) - first.x;
  let width = space ? textWidth(' ', first.style) * first.scale : 0;
  for (const { text, style, scale } of next) {
    const word = firstBreakable.exec(text)?.[0] ?? '';
    width += textWidth(word.trimStart(), style) * scale;
    if (word.length < text.length || /[-–—/]$/u.test(word)) break;
  }
  return width;
}
