import { type ContentPart, readContent } from './content.js';
import type { SlideDraft } from './draft.js';
import { isOutOfFlow } from './flow.js';

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
