import type { BoxItem, Shadow } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';
import { emu } from '../units.js';
import { colourXml, type Palette } from './colour-xml.js';

/** `a:effectLst` of a shape or picture with these shadows; empty where it has none. */
export function effectsXml(
  {
    rect,
    shadow,
    innerShadow = null,
  }: Pick<BoxItem, 'rect' | 'shadow'> & Partial<Pick<BoxItem, 'innerShadow'>>,
  palette: Palette,
): string {
  const inner = innerShadow
    ? `<a:innerShdw${castXml(innerShadow)}>${colourXml(innerShadow.colour, palette)}</a:innerShdw>`
    : '';
  const outer = shadow ? outerXml(shadow, rect, palette) : '';
  return inner || outer ? `<a:effectLst>${inner}${outer}</a:effectLst>` : '';
}

function outerXml(shadow: Shadow, { width, height }: BoxItem['rect'], palette: Palette): string {
  // A shadow that is larger than its shape is scaled, at each side by as much.
  const scale = (size: number) =>
    shadow.spread === 0 || size < 1 ? null : Math.round((1 + (2 * shadow.spread) / size) * 100000);
  const values = attributes({ sx: scale(width), sy: scale(height), algn: 'ctr', rotWithShape: 0 });
  return `<a:outerShdw${castXml(shadow)}${values}>${colourXml(shadow.colour, palette)}</a:outerShdw>`;
}

function castXml({ x, y, blur }: Shadow): string {
  const angle = (((Math.atan2(y, x) * 180) / Math.PI + 360) % 360) * 60000;
  return attributes({ blurRad: emu(blur), dist: emu(Math.hypot(x, y)), dir: Math.round(angle) });
}
