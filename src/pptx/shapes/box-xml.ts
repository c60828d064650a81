import type { Border, BoxItem, Rect, Side } from '../../scene/scene.js';
import { fillXml, type Palette } from './colour-xml.js';
import { cornersXml, isCornered } from './dashed-square.js';
import { effectsXml } from './effects-xml.js';
import { outlineXml } from './geometry-xml.js';
import { lineXml } from './line-xml.js';
import { nonVisualXml } from './non-visual.js';
import { framePathXml } from './rounded-path.js';
import { transformXml } from './transform-xml.js';

/** The border of a box where it is the same all around: one line of the shape; else null. */
export function evenBorder({ borders }: Pick<BoxItem, 'borders'>): Border | null {
  const { top, right, bottom, left } = borders;
  const same = [right, bottom, left].every((side) => JSON.stringify(side) === JSON.stringify(top));
  return same ? top : null;
}

/** The outline of a box: its line lies on it, half outside, so that it is drawn in by half a line. */
export function outlineRect(box: BoxItem): Rect {
  const half = (evenBorder(box)?.width ?? 0) / 2;
  const { x, y, width, height } = box.rect;
  return {
    x: x + half,
    y: y + half,
    width: Math.max(0, width - 2 * half),
    height: Math.max(0, height - 2 * half),
  };
}

/** `p:spPr` of a box. */
export function shapePropertiesXml(box: BoxItem, palette: Palette): string {
  const border = evenBorder(box);
  const rect = outlineRect(box);
  const fill = fillXml(box.fill, palette);
  const shadow = effectsXml(box, palette);
  const cornered = border !== null && isCornered(box, border);
  const outline = cornered ? cornersXml(rect, border) : outlineXml(box.shape, rect);
  const line = lineXml(cornered ? { ...border, style: 'solid' } : border, palette);
  return `<p:spPr>${transformXml(rect, box)}${outline}${fill}${line}${shadow}</p:spPr>`;
}

/** An empty text body: every shape has one, so that people may write into it. */
const emptyBody =
  '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>';

/** A box without text: its shape, and a line for each side where its borders differ. */
export function boxXml(box: BoxItem, palette: Palette, nextId: () => number): string {
  const uneven = evenBorder(box) === null;
  const filled = box.fill !== null || !uneven || box.shadow !== null;
  const shape = filled
    ? `<p:sp><p:nvSpPr>${nonVisualXml({ id: nextId(), name: box.name, decorative: true })}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>${shapePropertiesXml(box, palette)}${emptyBody}</p:sp>`
    : '';
  return shape + (uneven ? sideLinesXml(box, palette, nextId) : '');
}

/** Round corners between sides of unlike widths: an area of their colour. */
function frameXml(box: BoxItem, palette: Palette, id: number): string {
  const border = Object.values(box.borders).find((side) => side !== null);
  const fill = border ? fillXml({ kind: 'solid', colour: border.colour }, palette) : '<a:noFill/>';
  const properties = `<p:spPr>${transformXml(box.rect, box)}${framePathXml(box)}${fill}<a:ln><a:noFill/></a:ln></p:spPr>`;
  return `<p:sp><p:nvSpPr>${nonVisualXml({ id, name: `${box.name} frame`, decorative: true })}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>${properties}${emptyBody}</p:sp>`;
}

/** The sides of a box as lines, where they are not one line all around. */
export function sideLinesXml(box: BoxItem, palette: Palette, nextId: () => number): string {
  if (box.shape?.kind === 'rounded') return frameXml(box, palette, nextId());
  const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];
  return sides
    .flatMap((side) => {
      const border = box.borders[side];
      return border ? [sideXml(box, side, border, palette, nextId())] : [];
    })
    .join('');
}

function sideXml(
  { rect, name, turn }: BoxItem,
  side: Side,
  border: Border,
  palette: Palette,
  id: number,
): string {
  const half = border.width / 2;
  const across = side === 'top' || side === 'bottom';
  const line: Rect = across
    ? {
        x: rect.x,
        y: side === 'top' ? rect.y + half : rect.y + rect.height - half,
        width: rect.width,
        height: 0,
      }
    : {
        x: side === 'left' ? rect.x + half : rect.x + rect.width - half,
        y: rect.y,
        width: 0,
        height: rect.height,
      };
  const properties = `<p:spPr>${transformXml(line, { turn })}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>${lineXml(border, palette)}</p:spPr>`;
  return `<p:cxnSp><p:nvCxnSpPr>${nonVisualXml({ id, name: `${name} rule`, decorative: true })}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>${properties}</p:cxnSp>`;
}
