import type { BoxItem, Rect, Turn } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';
import { emu } from '../units.js';

/** How a rectangle stands on its slide, beyond its place. */
export interface Stance {
  /** Clockwise degrees of a box that is given as it is drawn. */
  readonly rotate?: number;
  readonly flip?: BoxItem['flip'];
  /** About which point all is turned after that. */
  readonly turn?: Turn | null;
}

/** `a:xfrm` of a rectangle; a box turned by a quarter is given with its sides exchanged, since DrawingML turns it after. */
export function transformXml(
  rect: Rect,
  { rotate = 0, flip = null, turn = null }: Stance = {},
  tag = 'a:xfrm',
): string {
  const quarter = ((rotate % 360) + 360) % 360;
  const sideways = (quarter > 45 && quarter < 135) || (quarter > 225 && quarter < 315);
  const { x, y, width, height } = turnedRect(sideways ? exchanged(rect) : rect, turn);
  const angle = (((rotate + (turn?.angle ?? 0)) % 360) + 360) % 360;
  const values = attributes({
    rot: angle === 0 ? null : Math.round(angle * 60000),
    flipH: flip === 'h' ? 1 : null,
    flipV: flip === 'v' ? 1 : null,
  });
  return `<${tag}${values}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(Math.max(0, width))}" cy="${emu(Math.max(0, height))}"/></${tag}>`;
}

function exchanged({ x, y, width, height }: Rect): Rect {
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width };
}

/** DrawingML turns a shape about its own middle, which a turn about another point moves. */
function turnedRect(rect: Rect, turn: Turn | null): Rect {
  if (!turn) return rect;
  const { x, y, width, height } = rect;
  const part = (turn.angle * Math.PI) / 180;
  const right = x + width / 2 - turn.x;
  const below = y + height / 2 - turn.y;
  return {
    x: turn.x + Math.cos(part) * right - Math.sin(part) * below - width / 2,
    y: turn.y + Math.sin(part) * right + Math.cos(part) * below - height / 2,
    width,
    height,
  };
}
