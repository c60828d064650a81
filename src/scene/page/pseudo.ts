import type { Line, Paragraph, Rect, Run } from '../scene.js';
import { type Drawn, readDrawn } from './box-style.js';
import { type ContentPart, readContent } from './content.js';
import type { SlideDraft } from './draft.js';
import { fontBox, lineHeight, textWidth } from './fonts.js';
import { borderEdges, contentBox, inFrame, paddingEdges, px, round, shrink } from './geometry.js';
import type { Piece } from './pieces.js';
import { blockState, runStyle } from './run-style.js';

/** The two pseudo-elements that may draw something. */
export type Which = '::before' | '::after';

/** What `::before` or `::after` generates. */
export interface Generated {
  readonly which: Which;
  readonly style: CSSStyleDeclaration;
  readonly parts: readonly ContentPart[];
  /** Stands in the line of the element's text. */
  readonly inline: boolean;
}

/** A generated box of its own: what is drawn, and its text. */
export interface GeneratedBox {
  readonly generated: Generated;
  readonly rect: Rect;
  readonly drawn: Drawn | null;
  readonly paragraph: Paragraph | null;
}

/** Reads what an element generates before or after its content; null for nothing. */
export function readGenerated(element: Element, which: Which, draft: SlideDraft): Generated | null {
  const style = getComputedStyle(element, which);
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return null;
  if (style.visibility === 'hidden' || Number(style.opacity) === 0) return null;
  draft.counters.pseudo(element, style);
  const parts = readContent(style.content, element, draft.counters);
  if (!parts) return null;
  const inline = /^inline|^contents/u.test(style.display) && !isOutOfFlow(style);
  return { which, style, parts, inline };
}

/** True for what is taken out of the flow by `position`. */
export function isOutOfFlow(style: CSSStyleDeclaration): boolean {
  return style.position === 'absolute' || style.position === 'fixed';
}

/** Generated text in the line, as a piece beside the element's own. */
export function generatedPiece(
  { which, style, parts }: Generated,
  element: Element,
  opacity: number,
): Piece | null {
  const text = parts.map((part) => part.text).join('');
  if (!text.trim()) return null;
  const look = { ...runStyle(style, blockState(element, style, opacity)), field: null };
  const beside = which === '::before' ? 'next' : 'previous';
  return { text, x: 0, right: 0, baseline: 0, style, look, afterSpace: false, hard: false, beside };
}

/** A generated box: its place is that of its computed style, for the page gives no rectangle of it. */
export function generatedBox(
  generated: Generated,
  element: Element,
  rect: Rect,
  opacity: number,
  draft: SlideDraft,
): GeneratedBox {
  const { style } = generated;
  const place = isOutOfFlow(style)
    ? placed(style, containingBox(element, draft))
    : flowing(generated, rect, element);
  const own = opacity * Number(style.opacity);
  return {
    generated,
    rect: place,
    drawn: readDrawn(style, place, own),
    paragraph: generatedParagraph(generated, element, contentBox(place, style), own),
  };
}

function placed(style: CSSStyleDeclaration, around: Rect): Rect {
  const { width, height } = outerSize(style);
  return {
    x: round(around.x + px(style.left) + px(style.marginLeft)),
    y: round(around.y + px(style.top) + px(style.marginTop)),
    width,
    height,
  };
}

/** A block that is generated in the flow stands at the start or the end of the content. */
function flowing({ which, style }: Generated, rect: Rect, element: Element): Rect {
  const around = contentBox(rect, getComputedStyle(element));
  const { width, height } = outerSize(style);
  const y =
    which === '::before'
      ? around.y + px(style.marginTop)
      : around.y + around.height - height - px(style.marginBottom);
  return { x: round(around.x + px(style.marginLeft)), y: round(y), width, height };
}

function outerSize(style: CSSStyleDeclaration) {
  const border = borderEdges(style);
  const padding = paddingEdges(style);
  const whole = style.boxSizing === 'border-box';
  const across = whole ? 0 : border.left + border.right + padding.left + padding.right;
  const down = whole ? 0 : border.top + border.bottom + padding.top + padding.bottom;
  return { width: round(px(style.width) + across), height: round(px(style.height) + down) };
}

/** The padding box of the nearest positioned element. */
function containingBox(element: Element, draft: SlideDraft): Rect {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.position === 'static' && style.transform === 'none' && at.localName !== 'section') continue;
    return shrink(inFrame(at.getBoundingClientRect(), draft.frame), borderEdges(style));
  }
  return draft.size;
}

function generatedParagraph(
  { style, parts }: Generated,
  element: Element,
  box: Rect,
  opacity: number,
): Paragraph | null {
  if (!parts.some(({ text }) => text.trim())) return null;
  const state = blockState(element, style, opacity);
  const look = runStyle(style, state);
  const direction = style.direction === 'rtl' ? 'rtl' : 'ltr';
  const align = alignOf(style);
  const widths = parts.map(({ text }) => textWidth(text, style));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const slack = box.width - width;
  const start = box.x + (align === 'right' ? slack : align === 'center' ? slack / 2 : 0);
  let x = start;
  const runs = parts.map(({ text, field }, index): Run => {
    const left = x;
    x += widths[index] ?? 0;
    return { ...look, text, field, x: round(left), right: round(x), gap: 0 };
  });
  const { ascent, descent } = fontBox(style);
  const line = lineHeight(style);
  const centred = /flex|grid/u.test(style.display) && style.alignItems === 'center';
  const top = box.y + (centred ? (box.height - line) / 2 : 0);
  const baseline = round(top + (line - ascent - descent) / 2 + ascent);
  const lines: readonly Line[] = [
    { baseline, x: round(start), right: round(x), runs, hard: false, space: false, next: null },
  ];
  return {
    pointers: [],
    language: state.language,
    direction,
    align,
    level: 0,
    marker: null,
    heading: null,
    lineHeight: line,
    box,
    lines,
  };
}

const alignments: Readonly<Record<string, Paragraph['align']>> = {
  left: 'left',
  right: 'right',
  center: 'center',
  justify: 'justify',
  '-webkit-center': 'center',
  '-webkit-right': 'right',
};

/** The alignment of a block's lines, `start` and `end` resolved by its direction. */
export function alignOf(style: CSSStyleDeclaration): Paragraph['align'] {
  const towardsRight = (style.textAlign === 'end') !== (style.direction === 'rtl');
  return alignments[style.textAlign] ?? (towardsRight ? 'right' : 'left');
}
