import type { Rect, Shape } from '../drawing.js';
import type { PaintKey, SlideDraft } from './draft.js';
import { px } from './geometry.js';
import type { Facts } from './holder.js';
import type { Layer } from './layers.js';
import { type OwnSize, placePicture } from './picture-fit.js';

/** Puts the picture of a `background-image` into the draft, in the padding box that it stands in; false where there is none. */
export function addBackgroundPicture(
  element: Element,
  layer: Extract<Layer, { kind: 'picture' }>,
  within: { readonly rect: Rect; readonly shape: Shape | null; readonly opacity: number },
  facts: Facts,
  key: PaintKey,
  draft: SlideDraft,
): boolean {
  const { rect, shape, opacity } = within;
  if (rect.width < 1 || rect.height < 1) return false;
  const image = new Image();
  image.src = layer.source;
  const own = { width: image.naturalWidth, height: image.naturalHeight };
  if (own.width === 0 || own.height === 0) return false;
  const { width, height } = drawnSize(own, rect, layer.size);
  const alt = element.querySelector('figcaption')?.textContent?.trim() || null;
  const placed = placePicture(rect, width, height, layer.position);
  const fills = placed.rect.width > rect.width - 1 && placed.rect.height > rect.height - 1;
  const picture = {
    ...placed,
    media: draft.media.add(layer.source, image, rect.width, rect.height),
    alt,
    alpha: opacity,
    link: null,
    shape: fills ? shape : null,
    border: null,
    shadow: null,
    cutOut: null,
  };
  const role = alt ? null : ('decoration' as const);
  draft.addPicture(picture, { ...facts, name: 'Background picture', role }, key);
  return true;
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
