import type { Rect } from '../drawing.js';
import { px, round } from './geometry.js';

/** Own size of a picture, px; 0 where it has none. */
export interface OwnSize {
  readonly width: number;
  readonly height: number;
}

const whole = { left: 0, top: 0, right: 0, bottom: 0 };

/** Where a picture is drawn in its box, and what of it is cut off, by `object-fit` and `object-position`. */
export function fitPicture(box: Rect, { width, height }: OwnSize, fit: string, position: string) {
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
export function placePicture(box: Rect, width: number, height: number, position: string) {
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

/** What is cut off of a picture of which only a part is seen. */
export function cropTo(seen: Rect, rect: Rect, crop: typeof whole): typeof whole {
  if (rect.width === 0 || rect.height === 0) return crop;
  const across = (1 - crop.left - crop.right) / rect.width;
  const down = (1 - crop.top - crop.bottom) / rect.height;
  const part = (value: number) => Math.round(value * 1e5) / 1e5;
  return {
    left: part(crop.left + (seen.x - rect.x) * across),
    top: part(crop.top + (seen.y - rect.y) * down),
    right: part(crop.right + (rect.x + rect.width - seen.x - seen.width) * across),
    bottom: part(crop.bottom + (rect.y + rect.height - seen.y - seen.height) * down),
  };
}
