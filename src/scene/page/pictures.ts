import type { Rect } from '../drawing.js';
import { readDrawn } from './box-style.js';
import { causeOf } from './causes.js';
import { seenRect, seenShape } from './clipping.js';
import { addCutOut } from './cut-out.js';
import type { SlideDraft } from './draft.js';
import { contentBox, inFrame, paddingEdges, round } from './geometry.js';
import { drawGround } from './ground.js';
import { keepsRatio, loadedSvg, svgAddress } from './inline-svg.js';
import { linkAddress } from './link-address.js';
import { readShape } from './outline.js';
import { cropTo, fitPicture, type OwnSize } from './picture-fit.js';
import { factsOf, type Place, paintKeys } from './place.js';
import { readShadows } from './shadows.js';

/** True for an element that shows a picture. */
export function isPicture(element: Element): boolean {
  return (
    element instanceof HTMLImageElement ||
    element instanceof HTMLCanvasElement ||
    element instanceof HTMLVideoElement ||
    element.localName === 'svg'
  );
}

/** Puts a picture element into the draft. */
export function addPicture(
  element: Element,
  style: CSSStyleDeclaration,
  place: Place,
  draft: SlideDraft,
): void {
  if (style.visibility !== 'visible') return;
  const border = inFrame(element.getBoundingClientRect(), draft.frame);
  const alt = element.getAttribute('alt') || element.getAttribute('aria-label') || null;
  const link = linkAddress(element.closest('a[href]'));
  const facts = { ...factsOf(element, place.role), name: 'Picture' };
  const key = paintKeys(style, null, place.key, draft).own;
  const cause = element instanceof HTMLVideoElement ? video : causeOf(style);
  if (cause && !draft.isPictured) {
    addCutOut({ element, pseudo: null, style, rect: border, cause, alt, link }, facts, key, draft);
    return;
  }
  const opacity = place.opacity * Number(style.opacity);
  const fit = fitOf(element, style, contentBox(border, style), draft);
  const seen = fit && seenRect(fit.rect, place.clip, draft.size);
  if (!fit || !seen) return;
  const frame = readFrame(style, border, fit.fills, opacity);
  if (!frame)
    drawGround({ element, style, rect: border, opacity, facts, key: [...key, -1], clip: place.clip }, draft);
  const { rect, media } = fit;
  const crop = cropTo(seen, rect, fit.crop);
  const shape = seenShape(frame?.shape ?? null, seen, place.clip);
  const look = { alt, alpha: round(opacity), link, ...(frame ?? noFrame), shape, cutOut: null };
  draft.addPicture({ rect: seen, crop, media, ...look }, facts, key);
}

const video = { cause: 'video', shows: 'inside', backdrop: false } as const;
const noFrame = { shape: null, border: null, shadow: null };

/** Border, outline and shadow that a picture can have itself; null where they need a box of their own around it. */
function readFrame(style: CSSStyleDeclaration, rect: Rect, fills: boolean, opacity: number) {
  const drawn = readDrawn(style, rect, opacity);
  if (!drawn) return fills ? { ...noFrame, shape: readShape(style, rect) } : noFrame;
  const { shadow, innerShadow, shape } = drawn;
  // What `clip-path` cuts off, the border goes with.
  const borders = shape?.kind === 'polygon' ? [null] : Object.values(drawn.borders);
  const [first, ...rest] = borders;
  const even = first !== undefined && rest.every((side) => JSON.stringify(side) === JSON.stringify(first));
  const { more, rings } = readShadows(style, opacity);
  const own = even && fills && !innerShadow && more.length + rings.length === 0;
  // A ground shows through a picture, and where it is not: it stays a box behind.
  return own && drawn.fill === null ? { shape, border: first, shadow } : null;
}

/** Where a picture stands in its box, and whether it fills it to the border. */
function fitOf(element: Element, style: CSSStyleDeclaration, rect: Rect, draft: SlideDraft) {
  const shown = element instanceof HTMLImageElement ? imageOf(element) : drawnOf(element);
  if (rect.width < 1 || rect.height < 1 || !shown) return null;
  const keeps = style.objectFit === 'fill' && keepsRatio(shown.source);
  const fit = fitPicture(rect, shown, keeps ? 'contain' : style.objectFit, style.objectPosition);
  const padded = Object.values(paddingEdges(style)).some((edge) => edge > 0);
  const fills = !padded && fit.rect.width > rect.width - 1 && fit.rect.height > rect.height - 1;
  return { ...fit, fills, media: draft.media.add(shown.source, shown.image, rect.width, rect.height) };
}

interface Shown extends OwnSize {
  readonly source: string;
  readonly image: CanvasImageSource | null;
}

function imageOf(image: HTMLImageElement): Shown | null {
  const broken = image.naturalWidth === 0 && !/^data:image\/svg/iu.test(image.src);
  return broken
    ? null
    : {
        source: image.currentSrc || image.src,
        image,
        width: image.naturalWidth,
        height: image.naturalHeight,
      };
}

/** A canvas as it is; an inline SVG as a file of its own, without a raster. */
function drawnOf(element: Element): Shown | null {
  if (element instanceof HTMLCanvasElement) {
    return {
      source: element.toDataURL('image/png'),
      image: element,
      width: element.width,
      height: element.height,
    };
  }
  return { source: svgAddress(element), image: loadedSvg(element), width: 0, height: 0 };
}
