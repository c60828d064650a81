import type { Paragraph, Rect } from '../../scene/scene.js';
import { type FlowParagraph, toFlow } from './flow.js';
import { advance, type LineModel, seat } from './line-model.js';

/** A paragraph with its place in a text frame, px. */
export interface PlacedParagraph extends FlowParagraph {
  /** From the frame's edge to the text, at the side where the text starts. */
  readonly margin: number;
  /** Of the first line or the marker against the margin. */
  readonly indent: number;
  /** Empty space above. */
  readonly before: number;
}

/** Where a text frame without insets must stand so that PowerPoint breaks and seats every line as measured. */
export interface TextFrame {
  readonly rect: Rect;
  readonly paragraphs: readonly PlacedParagraph[];
}

/** Places a column of paragraphs. */
export function placeText(column: readonly Paragraph[], model: LineModel = 'powerpoint'): TextFrame {
  const flow = toFlow(column);
  const edge = startEdge(flow);
  const { start, width } = measureWidth(flow, edge);
  const [first] = flow;
  const line = first?.lines[0];
  const y = first && line ? line.baseline - seat(line, first.percent, model) : 0;
  const paragraphs: PlacedParagraph[] = [];
  let height = 0;
  for (const paragraph of flow) {
    const placed = place(paragraph, edge, y + height, model);
    paragraphs.push(placed);
    height += placed.before + paragraphHeight(placed);
  }
  return { rect: { x: start, y: y - lean(paragraphs, y, model), width, height }, paragraphs };
}

/** How much lower the lines are than measured, where they cannot all be right: the middle of the extremes, else nothing. */
function lean(paragraphs: readonly PlacedParagraph[], y: number, model: LineModel): number {
  let top = y;
  const errors = paragraphs.flatMap(({ before, lines, percent }) => {
    top += before;
    return lines.map((line) => {
      const error = top + seat(line, percent, model) - line.baseline;
      top += advance(line, percent);
      return error;
    });
  });
  const [least, most] = [Math.min(0, ...errors), Math.max(0, ...errors)];
  return most - least > 1 ? (most + least) / 2 : 0;
}

function paragraphHeight({ lines, percent }: FlowParagraph): number {
  return lines.reduce((sum, line) => sum + advance(line, percent), 0);
}

/** Runs from the start side: x in left-to-right text, mirrored in right-to-left text, so that one reckoning does for both. */
function startOf({ direction }: Paragraph, line: { x: number; right: number }): number {
  return direction === 'rtl' ? -line.right : line.x;
}

function restStart(paragraph: Paragraph): number {
  const rest = paragraph.lines.length > 1 ? paragraph.lines.slice(1) : paragraph.lines;
  return Math.min(...rest.map((line) => startOf(paragraph, line)));
}

function firstStart(paragraph: Paragraph): number {
  const [line] = paragraph.lines;
  const { marker, direction } = paragraph;
  if (marker) return direction === 'rtl' ? -marker.x : marker.x;
  return line ? startOf(paragraph, line) : 0;
}

function isFlush(paragraph: Paragraph): boolean {
  const towards = paragraph.direction === 'rtl' ? 'right' : 'left';
  return paragraph.align === towards || paragraph.align === 'justify';
}

function startEdge(flow: readonly Paragraph[]): number {
  return Math.min(...flow.filter(isFlush).map((each) => Math.min(restStart(each), firstStart(each))));
}

/** Room that a single line is given beyond its width: PowerPoint's widths differ by up to 1.8 % from the font's. */
const slack = 1.03;

/** A choice of widths is narrow where PowerPoint's own error, half a per cent either way, is more than it. */
const tightWindow = 0.01;

/**
 * The width in which a greedy breaker reproduces the measured lines: the layout's own where it lies well inside the
 * interval, else the middle.
 */
function measureWidth(flow: readonly Paragraph[], edge: number): { start: number; width: number } {
  const [first] = flow;
  if (!first) return { start: 0, width: 0 };
  const flush = flow.every(isFlush);
  const rtl = first.direction === 'rtl';
  let from = 0;
  let to = Number.POSITIVE_INFINITY;
  for (const paragraph of flow) {
    for (const line of paragraph.lines) {
      const indent = flush ? startOf(paragraph, line) - edge : 0;
      from = Math.max(from, indent + line.right - line.x);
      if (line.next !== null) to = Math.min(to, indent + line.next);
    }
  }
  const box = boxOf(flow);
  const own = flush ? (rtl ? -edge - box.x : box.x + box.width - edge) : box.width;
  const width = chooseWidth(
    from,
    to,
    own,
    flow.some(({ align }) => align === 'justify'),
  );
  if (flush) return { start: rtl ? -edge - width : edge, width };
  const right = Math.max(...flow.flatMap(({ lines }) => lines.map((line) => line.right)));
  const left = Math.min(...flow.flatMap(({ lines }) => lines.map((line) => line.x)));
  if (first.align === 'center') return { start: (left + right) / 2 - width / 2, width };
  return { start: first.align === 'right' ? right - width : left, width };
}

function chooseWidth(from: number, to: number, own: number, justified: boolean): number {
  if (justified) return own;
  if (to === Number.POSITIVE_INFINITY) return Math.max(own, from * slack + 1);
  const room = Math.max(0, to - from) / 4;
  // Balanced lines may leave next to no choice. Then a word that goes one line up does less harm than one that needs a line more.
  if (to - from < tightWindow * from) return from + Math.max(0, to - from) * 0.9;
  return own > from + room && own < to - room ? own : (from + to) / 2;
}

function boxOf(flow: readonly Paragraph[]): Pick<Rect, 'x' | 'width'> {
  const x = Math.min(...flow.map(({ box }) => box.x));
  return { x, width: Math.max(...flow.map(({ box }) => box.x + box.width)) - x };
}

/** Places a paragraph below what ends at `top` in the line model, so that what one is off by is not the next one's too. */
function place(paragraph: FlowParagraph, edge: number, top: number, model: LineModel): PlacedParagraph {
  const flush = isFlush(paragraph);
  const margin = flush ? Math.max(0, restStart(paragraph) - edge) : 0;
  const indent = flush ? firstStart(paragraph) - restStart(paragraph) : 0;
  const [first] = paragraph.lines;
  const room = (percent: number) => (first ? first.baseline - top - seat(first, percent, model) : 0);
  const percent = tighten(paragraph, room);
  return { ...paragraph, percent, margin, indent, before: Math.max(0, room(percent)) };
}

/**
 * Space above cannot be negative: a paragraph that stands nearer to the one above has to have lower lines. Each of them is moved up by
 * more than the one before, so the last is set right, the first stays a little low, and `lean` halves what is left.
 */
function tighten({ percent, lines }: FlowParagraph, room: (percent: number) => number): number {
  const share = (lines.length - 1) / lines.length;
  const least = Math.min(-0.25, room(percent) * share);
  let tight = percent;
  while (tight > 50 && room(tight) < least) tight -= 1;
  return tight;
}
