import type { Rect } from '../drawing.js';
import type { Paragraph } from '../text.js';
import { type Drawn, readDrawn } from './box-style.js';
import type { SlideDraft } from './draft.js';
import type { Generated } from './generated.js';
import { generatedRect } from './generated-place.js';
import { generatedParagraph } from './generated-text.js';
import { contentBox } from './geometry.js';

/** A generated box of its own: what is drawn, and its text. */
export interface GeneratedBox {
  readonly generated: Generated;
  readonly rect: Rect;
  readonly drawn: Drawn | null;
  readonly paragraph: Paragraph | null;
}

/** The box of what an element generates out of its line. */
export function generatedBox(
  generated: Generated,
  element: Element,
  around: Rect,
  opacity: number,
  draft: SlideDraft,
): GeneratedBox {
  const { style } = generated;
  const rect = generatedRect(generated, element, around, draft);
  const own = opacity * Number(style.opacity);
  return {
    generated,
    rect,
    drawn: readDrawn(style, rect, own),
    paragraph: generatedParagraph(generated, element, contentBox(rect, style), own),
  };
}
