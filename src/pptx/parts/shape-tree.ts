import type { Fill } from '../../scene/scene.js';
import { fillXml, type Palette } from '../shapes/colour-xml.js';

/** `p:cSld`: a background, and the shapes in order. */
export function commonSlideXml(shapes: string, background: Fill | null, palette: Palette, name = ''): string {
  const ground = background
    ? `<p:bg><p:bgPr>${fillXml(background, palette)}<a:effectLst/></p:bgPr></p:bg>`
    : '';
  const named = name ? ` name="${name}"` : '';
  return `<p:cSld${named}>${ground}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree></p:cSld>`;
}

/** Counts shape ids, which are unique in a part; 1 is the tree itself. */
export function shapeIds(): () => number {
  let id = 1;
  return () => {
    id += 1;
    return id;
  };
}
