import type { Rect } from '../drawing.js';
import type { Line, Paragraph, Run } from '../text.js';
import { alignOf } from './alignment.js';
import { fontBox, lineHeight, textWidth } from './fonts.js';
import { fragmentOf } from './fragment.js';
import type { Generated } from './generated.js';
import { round } from './geometry.js';
import type { Piece } from './pieces.js';
import { blockState, type InlineState, runStyle } from './run-style.js';

/** Generated text in the line, as a piece beside the element's own. */
export function generatedPiece(
  { which, style, parts }: Generated,
  element: Element,
  opacity: number,
): Piece | null {
  const text = parts.map((part) => part.text).join('');
  if (!text.trim()) return null;
  const state = blockState(element, style, opacity);
  const look = { ...runStyle(style, state), field: null };
  const beside = which === '::before' ? 'next' : 'previous';
  const place = { x: 0, right: 0, baseline: 0, scale: state.scale };
  return { text, ...place, style, look, afterSpace: false, hard: false, beside };
}

/** The text of a generated box, which is one line; null where it has none. */
export function generatedParagraph(
  { style, parts }: Generated,
  element: Element,
  box: Rect,
  opacity: number,
): Paragraph | null {
  if (!parts.some(({ text }) => text.trim())) return null;
  const state = blockState(element, style, opacity);
  return {
    pointers: [],
    language: state.language,
    direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
    align: alignOf(style),
    level: 0,
    marker: null,
    heading: null,
    fragment: fragmentOf(element),
    lineHeight: lineHeight(style),
    box,
    lines: [generatedLine({ style, parts }, box, state)],
  };
}

function generatedLine(
  { style, parts }: Pick<Generated, 'style' | 'parts'>,
  box: Rect,
  state: InlineState,
): Line {
  const look = runStyle(style, state);
  const align = alignOf(style);
  const widths = parts.map(({ text }) => textWidth(text, style));
  const slack = box.width - widths.reduce((sum, each) => sum + each, 0);
  const start = box.x + (align === 'right' ? slack : align === 'center' ? slack / 2 : 0);
  let x = start;
  const runs = parts.map(({ text, field }, index): Run => {
    const left = x;
    x += widths[index] ?? 0;
    return { ...look, text, field, x: round(left), right: round(x), gap: 0 };
  });
  const baseline = generatedBaseline(style, box);
  return { baseline, x: round(start), right: round(x), runs, hard: false, space: false, next: null };
}

function generatedBaseline(style: CSSStyleDeclaration, box: Rect): number {
  const { ascent, descent } = fontBox(style);
  const line = lineHeight(style);
  const centred = /flex|grid/u.test(style.display) && style.alignItems === 'center';
  const top = box.y + (centred ? (box.height - line) / 2 : 0);
  return round(top + (line - ascent - descent) / 2 + ascent);
}
