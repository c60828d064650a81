import type { PictureItem } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';
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
export function pictureXml(picture: PictureItem, links: PictureLinks, facts: NonVisual): string {
  const { left, top, right, bottom } = picture.crop;
  const part = (value: number) => (value > 0 ? Math.round(value * 100000) : null);
  const crop = attributes({ l: part(left), t: part(top), r: part(right), b: part(bottom) });
  const alpha = picture.alpha < 1 ? `<a:alphaModFix amt="${Math.round(picture.alpha * 100000)}"/>` : '';
  const vector = links.vector
    ? `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${links.vector}"/></a:ext></a:extLst>`
    : '';
  return `<p:pic><p:nvPicPr>${nonVisualXml(facts)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${links.raster}">${alpha}${vector}</a:blip><a:srcRect${crop}/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${transformXml(picture.rect, picture)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}
