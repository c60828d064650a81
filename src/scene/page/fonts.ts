import { scratchCanvas } from './colour.js';
import { px } from './geometry.js';

/** Ascent and descent of the first font of a style, px: what Chromium sets a line's text by. */
export interface FontBox {
  readonly ascent: number;
  readonly descent: number;
}

let current = '';
const boxes = new Map<string, FontBox>();

const renderings: Readonly<Record<string, CanvasTextRendering>> = {
  geometricprecision: 'geometricPrecision',
  optimizelegibility: 'optimizeLegibility',
  optimizespeed: 'optimizeSpeed',
};

/** The font of a computed style as canvas takes it. */
function fontOf(style: CSSStyleDeclaration): string {
  return `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
}

/** A canvas that sets text in a style as the page does: with exact positions, Chromium rounds ascents in another way. */
function canvasOf(style: CSSStyleDeclaration): CanvasRenderingContext2D {
  const context = scratchCanvas();
  const wanted = `${fontOf(style)} ${style.textRendering}`;
  // The canvas would take a font apart anew each time that it is set.
  if (wanted !== current) {
    context.font = fontOf(style);
    context.textRendering = renderings[style.textRendering.toLowerCase()] ?? 'auto';
    current = wanted;
  }
  return context;
}

/** Vertical metrics of a style's first font. */
export function fontBox(style: CSSStyleDeclaration): FontBox {
  const key = `${fontOf(style)} ${style.textRendering}`;
  const found = boxes.get(key);
  if (found) return found;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = canvasOf(style).measureText('x');
  const box = { ascent, descent };
  boxes.set(key, box);
  return box;
}

/** Width of a text that is set in one line, px. */
export function textWidth(text: string, style: CSSStyleDeclaration): number {
  const context = canvasOf(style);
  context.fontKerning = style.fontKerning === 'none' ? 'none' : 'auto';
  return context.measureText(text).width + px(style.letterSpacing) * [...text].length;
}

/** Line height of a style in px; `normal` is what the font asks for. */
export function lineHeight(style: CSSStyleDeclaration): number {
  if (style.lineHeight !== 'normal') return px(style.lineHeight);
  const { ascent, descent } = fontBox(style);
  return ascent + descent;
}
