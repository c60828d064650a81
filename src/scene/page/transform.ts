import type { Turn } from '../drawing.js';
import type { SlideDraft } from './draft.js';
import { inFrame, px, round } from './geometry.js';

/** A transform of CSS taken apart. */
interface Transform {
  /** Degrees, clockwise. */
  readonly angle: number;
  readonly across: number;
  readonly down: number;
  readonly right: number;
  readonly below: number;
}

/** Elements that are drawn larger or smaller than laid out, with by how much. */
const scaled = new Map<Element, number>();

/** The transform of a style; null for one that also skews, mirrors or leaves the plane. */
export function readTransform(style: CSSStyleDeclaration): Transform | null {
  const { is2D, a, b, c, d, e, f } = new DOMMatrix(style.transform === 'none' ? '' : style.transform);
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  const square = Math.abs(a * c + b * d) <= 0.001 * across * down && a * d - b * c > 0;
  const own = style.rotate === 'none' ? '0deg' : style.rotate;
  if (!is2D || !square || !/^-?[\d.]+deg$/u.test(own)) return null;
  const angle = round((Math.atan2(b, a) * 180) / Math.PI + Number.parseFloat(own));
  return { angle, across, down, right: e, below: f };
}

/** How a style turns what is drawn in this rectangle; null where it does not. */
export function turnIn(style: CSSStyleDeclaration, rect: { x: number; y: number }): Turn | null {
  if (style.transform === 'none' && style.rotate === 'none') return null;
  const transform = readTransform(style);
  if (!transform || transform.angle % 360 === 0) return null;
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(px);
  const { angle, across, down } = transform;
  return { angle, x: round(rect.x + x * across), y: round(rect.y + y * down) };
}

/** Does what draws an element, upright: what it draws is turned as a whole by those who read the Scene. */
export function upright(
  element: Element,
  style: CSSStyleDeclaration,
  draft: SlideDraft,
  work: () => void,
): void {
  const moved = style.transform !== 'none' || style.rotate !== 'none';
  const transform = moved ? readTransform(style) : null;
  if (transform) {
    const size = Math.sqrt(transform.across * transform.down);
    if (Math.abs(size - 1) > 0.001) scaled.set(element, size);
  }
  if (!transform || transform.angle % 360 === 0 || !isStyled(element)) work();
  else turnBack(element, style, transform, draft, work);
}

function isStyled(element: Element): element is HTMLElement | SVGElement {
  return element instanceof HTMLElement || element instanceof SVGElement;
}

/** The page tells places without a turn only while there is none. */
function turnBack(
  element: HTMLElement | SVGElement,
  style: CSSStyleDeclaration,
  { angle, across, down, right, below }: Transform,
  draft: SlideDraft,
  work: () => void,
): void {
  const written = element.getAttribute('style');
  const set = (name: string, value: string) => element.style.setProperty(name, value, 'important');
  set('transition', 'none');
  set('rotate', 'none');
  set('transform', `matrix(${across}, 0, 0, ${down}, ${right}, ${below})`);
  const rect = inFrame(element.getBoundingClientRect(), draft.frame);
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(px);
  draft.turned({ angle, x: round(rect.x + x * across), y: round(rect.y + y * down) }, work);
  if (written === null) element.removeAttribute('style');
  else element.setAttribute('style', written);
}

/** How much larger than laid out transforms draw an element. */
export function transformScale(element: Element): number {
  if (scaled.size === 0) return 1;
  let scale = 1;
  for (let at: Element | null = element; at; at = at.parentElement) scale *= scaled.get(at) ?? 1;
  return scale;
}
