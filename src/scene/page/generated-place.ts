import type { Rect } from '../drawing.js';
import type { SlideDraft } from './draft.js';
import { isOutOfFlow } from './flow.js';
import type { Generated } from './generated.js';
import { borderEdges, contentBox, inFrame, paddingEdges, px, round, shrink } from './geometry.js';

/** The border box of what is generated: that of its computed style, for the page gives no rectangle of it. */
export function generatedRect(generated: Generated, element: Element, rect: Rect, draft: SlideDraft): Rect {
  const { style } = generated;
  return isOutOfFlow(style)
    ? placed(style, containingBox(element, draft))
    : flowing(generated, rect, element);
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
