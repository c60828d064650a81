import type { Rect } from '../drawing.js';
import type { PaintKey, SlideDraft } from './draft.js';
import { px } from './geometry.js';
import { splitList } from './gradient.js';
import { type OwnSize, placePicture } from './picture-fit.js';
import type { Place } from './place.js';

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
  const own = { width: image.naturalWidth, height: image.naturalHeight };
  if (own.width === 0 || own.height === 0) return;
  const { width, height } = drawnSize(own, rect, style.backgroundSize);
  const alt = element.querySelector('figcaption')?.textContent?.trim() || null;
  const picture = {
    ...placePicture(rect, width, height, style.backgroundPosition),
    media: draft.media.add(source, image, rect.width, rect.height),
    alt,
    alpha: place.opacity,
    link: null,
    shape: null,
    border: null,
    shadow: null,
    cutOut: null,
  };
  draft.addPicture(
    picture,
    { name: 'Background picture', role: alt ? null : 'decoration', pointers: [] },
    key,
  );
}

/** The size that `background-size` gives a picture, px; one length keeps its proportions. */
function drawnSize(own: OwnSize, around: OwnSize, size: string): OwnSize {
  const [across = 'auto', down = 'auto'] = size.split(' ');
  const scaled = (scale: number) => ({ width: own.width * scale, height: own.height * scale });
  const ratios = [around.width / own.width, around.height / own.height];
  if (across === 'cover') return scaled(Math.max(...ratios));
  if (across === 'contain') return scaled(Math.min(...ratios));
  const width = across === 'auto' ? null : length(across, around.width);
  const height = down === 'auto' ? null : length(down, around.height);
  if (width !== null && height !== null) return { width, height };
  return scaled(width !== null ? width / own.width : height !== null ? height / own.height : 1);
}

function length(value: string, around: number): number {
  return value.endsWith('%') ? (px(value) / 100) * around : px(value);
}
