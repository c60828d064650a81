import { causeOf } from './causes.js';
import { addCutOut } from './cut-out.js';
import type { SlideDraft } from './draft.js';
import { contentBox, inFrame, round } from './geometry.js';
import { loadedSvg, svgAddress } from './inline-svg.js';
import { fitPicture, type OwnSize } from './picture-fit.js';
import { factsOf, type Place, paintKeys } from './place.js';

/** True for an element that shows a picture. */
export function isPicture(element: Element): boolean {
  return (
    element instanceof HTMLImageElement || element instanceof HTMLCanvasElement || element.localName === 'svg'
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
  const rect = contentBox(inFrame(element.getBoundingClientRect(), draft.frame), style);
  const shown = element instanceof HTMLImageElement ? imageOf(element) : drawnOf(element);
  if (rect.width < 1 || rect.height < 1 || !shown) return;
  const fit = fitPicture(rect, shown, style.objectFit, style.objectPosition);
  const alt = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? '';
  const media = draft.media.add(shown.source, shown.image, rect.width, rect.height);
  const link = element.closest('a[href]')?.getAttribute('href') ?? null;
  const facts = { ...factsOf(element, place.role), name: 'Picture' };
  const key = paintKeys(style, null, place.key, draft).own;
  const cause = causeOf(style);
  if (cause && !draft.isPictured) {
    const border = inFrame(element.getBoundingClientRect(), draft.frame);
    addCutOut(
      { element, pseudo: null, style, rect: border, cause, alt: alt || null, link },
      facts,
      key,
      draft,
    );
    return;
  }
  const picture = {
    ...fit,
    media,
    alt: alt || null,
    alpha: round(place.opacity * Number(style.opacity)),
    link,
    shape: null,
    border: null,
    shadow: null,
    cutOut: null,
  };
  draft.addPicture(picture, facts, key);
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
