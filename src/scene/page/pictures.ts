import type { Rect } from '../scene.js';
import type { PaintKey, SlideDraft } from './draft.js';
import { contentBox, inFrame, px, round } from './geometry.js';
import { splitList } from './gradient.js';
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
  const facts = factsOf(element, place.role);
  const picture = {
    ...fit,
    media,
    alt: alt || null,
    alpha: round(place.opacity * Number(style.opacity)),
    link,
  };
  draft.addPicture(picture, { ...facts, name: 'Picture' }, paintKeys(style, null, place.key, draft).own);
}

interface Shown {
  readonly source: string;
  readonly image: CanvasImageSource | null;
  /** Own size, px; 0 where the picture has none. */
  readonly width: number;
  readonly height: number;
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
  const text = new XMLSerializer().serializeToString(element);
  const source = `data:image/svg+xml,${encodeURIComponent(text)}`;
  return { source, image: rasters.get(element) ?? null, width: 0, height: 0 };
}

const rasters = new Map<Element, HTMLImageElement>();

/** Inline SVG must be loaded as a picture before it can be drawn to a raster; done for all before anything is measured. */
export async function prepareInlineSvg(slides: readonly Element[]): Promise<void> {
  const drawings = slides
    .flatMap((slide) => [...slide.querySelectorAll('section svg')])
    .filter((svg) => !svg.parentElement?.closest('svg svg'));
  await Promise.all(
    drawings.map(async (drawing) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
      await image.decode().then(
        () => rasters.set(drawing, image),
        () => {},
      );
    }),
  );
}

const whole = { left: 0, top: 0, right: 0, bottom: 0 };

/** Where a picture is drawn in its box, and what of it is cut off, by `object-fit` and `object-position`. */
function fitPicture(box: Rect, { width, height }: Shown, fit: string, position: string) {
  if (fit === 'fill' || width === 0 || height === 0) return { rect: box, crop: whole };
  const ratios = [box.width / width, box.height / height];
  const scale =
    fit === 'cover'
      ? Math.max(...ratios)
      : fit === 'none'
        ? 1
        : Math.min(...ratios, fit === 'scale-down' ? 1 : Number.POSITIVE_INFINITY);
  return placePicture(box, width * scale, height * scale, position);
}

/** Cuts a picture of this drawn size to the box that shows it. */
function placePicture(box: Rect, width: number, height: number, position: string) {
  const [across = '50%', down = '50%'] = position.split(' ');
  const shift = (value: string, room: number) => (value.endsWith('%') ? (px(value) / 100) * room : px(value));
  const x = box.x + shift(across, box.width - width);
  const y = box.y + shift(down, box.height - height);
  const left = Math.max(0, box.x - x);
  const top = Math.max(0, box.y - y);
  const right = Math.max(0, x + width - box.x - box.width);
  const bottom = Math.max(0, y + height - box.y - box.height);
  const rect = {
    x: round(x + left),
    y: round(y + top),
    width: round(width - left - right),
    height: round(height - top - bottom),
  };
  const part = (cut: number, size: number) => Math.round((cut / size) * 1e5) / 1e5;
  return {
    rect,
    crop: {
      left: part(left, width),
      top: part(top, height),
      right: part(right, width),
      bottom: part(bottom, height),
    },
  };
}

/** Puts the picture of a `background-image` into the draft; repeated ones are drawn once. */
export function addBackgroundPicture(
  element: Element,
  style: CSSStyleDeclaration,
  rect: Rect,
  place: Place,
  draft: SlideDraft,
  key: PaintKey,
): void {
  const source = /^url\("(.*)"\)$/su.exec(splitList(style.backgroundImage)[0] ?? '')?.[1];
  if (!source || rect.width < 1 || rect.height < 1) return;
  const image = new Image();
  image.src = source;
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || height === 0) return;
  const ratios = [rect.width / width, rect.height / height];
  const [first = 'auto', second = 'auto'] = style.backgroundSize.split(' ');
  const length = (value: string, around: number) =>
    value.endsWith('%') ? (px(value) / 100) * around : px(value);
  const scale =
    first === 'cover'
      ? Math.max(...ratios)
      : first === 'contain'
        ? Math.min(...ratios)
        : first !== 'auto'
          ? length(first, rect.width) / width
          : second !== 'auto'
            ? length(second, rect.height) / height
            : 1;
  const drawn = {
    width: width * scale,
    height: first !== 'auto' && second !== 'auto' ? length(second, rect.height) : height * scale,
  };
  const media = draft.media.add(source, image, rect.width, rect.height);
  const alt = element.querySelector('figcaption')?.textContent?.trim() || null;
  const picture = {
    ...placePicture(rect, drawn.width, drawn.height, style.backgroundPosition),
    media,
    alt,
    alpha: place.opacity,
    link: null,
  };
  draft.addPicture(
    picture,
    { name: 'Background picture', role: alt ? null : 'decoration', pointers: [] },
    key,
  );
}
