import type { Rect } from '../drawing.js';
import type { Cause } from './causes.js';
import type { PaintKey, SlideDraft } from './draft.js';
import { meet, px, shrink } from './geometry.js';
import { splitList } from './gradient.js';
import type { Facts } from './holder.js';

/** Who is drawn as a picture, and how. */
export interface Cut {
  readonly element: Element;
  /** The pseudo-element that it is of; null for the element itself. */
  readonly pseudo: '::before' | '::after' | null;
  readonly style: CSSStyleDeclaration;
  /** Border box. */
  readonly rect: Rect;
  readonly cause: Cause;
  readonly alt: string | null;
  readonly link: string | null;
}

let count = 0;

/** Puts an element into the draft as a picture that the browser draws once all is measured. */
export function addCutOut(cut: Cut, facts: Facts, key: PaintKey, draft: SlideDraft): void {
  const { element, pseudo, style, cause, alt, link } = cut;
  const reach = reachOf(style);
  const around = shrink(cut.rect, { top: -reach, right: -reach, bottom: -reach, left: -reach });
  const rect = meet(whole(around), draft.size);
  if (rect.width < 1 || rect.height < 1) return;
  if (!element.hasAttribute('data-cut-out')) {
    count += 1;
    element.setAttribute('data-cut-out', String(count));
  }
  const number = element.getAttribute('data-cut-out');
  const look = lookOf(cut, rect) ?? `${number}${pseudo ?? ''}`;
  draft.addPicture(
    {
      rect,
      crop: { left: 0, top: 0, right: 0, bottom: 0 },
      media: draft.media.add(`cut-out:${look}`, null, rect.width, rect.height),
      alt,
      alpha: 1,
      link,
      shape: null,
      border: null,
      shadow: null,
      cutOut: {
        selector: `[data-cut-out="${number}"]${pseudo ?? ''}`,
        shows: cause.shows,
        backdrop: cause.backdrop,
        density: /blur\((?:[4-9]|\d\d)/u.test(style.filter) ? 1 : 2,
        cause: cause.cause,
      },
    },
    facts,
    key,
  );
}

/** An element without anything inside looks the same on every slide that gives it the same style; null for others. */
function lookOf({ element, pseudo, style, cause }: Cut, { x, y, width, height }: Rect): string | null {
  if (pseudo || cause.backdrop || element.childElementCount > 0 || element.textContent?.trim()) return null;
  const around = [width, height, x % 1, y % 1, cause.cause];
  const properties = [...style].map((name) => style.getPropertyValue(name)).join(';');
  return `${around.join(' ')} ${element.getAttribute('src') ?? ''} ${properties}`;
}

/** How far beyond its border box an element draws, px. */
function reachOf(style: CSSStyleDeclaration): number {
  const shadows = splitList(style.boxShadow).filter((shadow) => !shadow.includes('inset'));
  const spread = shadows.map((shadow) => lengths(shadow.replace(/^.*\)\s/su, '')));
  const filters = [...style.filter.matchAll(/(blur|drop-shadow)\(((?:[^()]|\([^()]*\))*)\)/gu)];
  const blurred = filters.map(([, , inside = '']) => 3 * lengths(inside.replace(/^rgba?\([^)]*\)/u, '')));
  const outline = style.outlineStyle === 'none' ? 0 : px(style.outlineWidth) + px(style.outlineOffset);
  return Math.ceil(Math.max(0, outline, ...spread, ...blurred));
}

function lengths(text: string): number {
  return [...text.matchAll(/-?[\d.]+px/gu)].reduce((sum, [length]) => sum + Math.abs(px(length)), 0);
}

/** On whole pixels: what is cut out between them is blurred. */
function whole({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

/** Puts an element that holds other things into the draft as a picture. */
export function cutOut(
  element: Element,
  style: CSSStyleDeclaration,
  rect: Rect,
  cause: Cause,
  facts: Facts,
  key: PaintKey,
  draft: SlideDraft,
): void {
  const alt = element.getAttribute('aria-label') ?? element.querySelector('figcaption')?.textContent?.trim();
  const name = `${facts.name} picture`;
  addCutOut(
    { element, pseudo: null, style, rect, cause, alt: alt || null, link: null },
    { ...facts, name, role: alt ? facts.role : 'decoration' },
    key,
    draft,
  );
}
