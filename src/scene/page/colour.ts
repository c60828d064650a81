import type { Colour } from '../drawing.js';

const known = new Map<string, Colour>();
let canvas: CanvasRenderingContext2D | null = null;

/** The canvas that colours and widths of text are read with; it never becomes part of the document. */
export function scratchCanvas(): CanvasRenderingContext2D {
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('the browser gives no canvas');
  return canvas;
}

/** Any CSS colour as `#RRGGBB` and alpha, the latter times `opacity` (0 to 1). */
export function readColour(css: string, opacity = 1): Colour {
  const found = known.get(css) ?? parse(css);
  known.set(css, found);
  return opacity === 1 ? found : { hex: found.hex, alpha: Math.round(found.alpha * opacity * 1000) / 1000 };
}

function parse(css: string): Colour {
  const match = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/u.exec(css);
  if (match) {
    const [, r, g, b, a] = match;
    return { hex: hex([Number(r), Number(g), Number(b)]), alpha: a === undefined ? 1 : Number(a) };
  }
  return paint(css);
}

/** Colours of other spaces (`color()`, `oklch()`) are read off a painted pixel. */
function paint(css: string): Colour {
  const context = scratchCanvas();
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return { hex: hex([r, g, b]), alpha: Math.round((a / 255) * 1000) / 1000 };
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** A clear colour as it looks over a solid one. */
export function blend(top: Colour, under: Colour): Colour {
  const channels = [1, 3, 5].map((at) => {
    const [above, below] = [top, under].map((colour) => Number.parseInt(colour.hex.slice(at, at + 2), 16));
    return (above ?? 0) * top.alpha + (below ?? 0) * (1 - top.alpha);
  });
  return { hex: hex(channels), alpha: 1 };
}
