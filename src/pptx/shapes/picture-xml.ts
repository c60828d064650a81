import type { PictureItem, Rect } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';
import type { Palette } from './colour-xml.js';
import { effectsXml } from './effects-xml.js';
import { outlineXml } from './geometry-xml.js';
import { lineXml } from './line-xml.js';
import { type NonVisual, nonVisualXml } from './non-visual.js';
import { transformXml } from './transform-xml.js';

/** The parts of a picture: what every Office draws, and the SVG that newer ones prefer. */
export interface PictureLinks {
  /** Relationship of the PNG, JPEG or GIF. */
  readonly raster: string;
  /** Relationship of the SVG; null for other formats. */
  readonly vector: string | null;
}

/** A picture as `p:pic`. */
export function pictureXml(
  picture: PictureItem,
  links: PictureLinks,
  facts: NonVisual,
  palette: Palette,
): string {
  const rect = framedRect(picture);
  const line = picture.border ? lineXml(picture.border, palette) : '';
  const look = outlineXml(picture.shape, rect) + line + effectsXml(picture, palette);
  const { left, top, right, bottom } = picture.crop;
  const part = (value: number) => (value > 0 ? Math.round(value * 100000) : null);
  const crop = attributes({ l: part(left), t: part(top), r: part(right), b: part(bottom) });
  const alpha = picture.alpha < 1 ? `<a:alphaModFix amt="${Math.round(picture.alpha * 100000)}"/>` : '';
  const vector = links.vector
    ? `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${links.vector}"/></a:ext></a:extLst>`
    : '';
  return `<p:pic><p:nvPicPr>${nonVisualXml(facts)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${links.raster}">${alpha}${vector}</a:blip><a:srcRect${crop}/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${transformXml(rect, picture)}${look}</p:spPr></p:pic>`;
}

/** A line lies on the edge of a picture, half of it inside: the picture is that much larger. */
function framedRect({ rect, border }: PictureItem): Rect {
  const half = (border?.width ?? 0) / 2;
  return {
    x: rect.x - half,
    y: rect.y - half,
    width: rect.width + 2 * half,
    height: rect.height + 2 * half,
  };
}
