import type { Border, BoxItem, Rect } from '../../scene/scene.js';
import { emu } from '../units.js';

/** Chromium's dashes and gaps in widths of the line: longer ones where the line is thin. */
export function dashOf({ width }: Border): { readonly dash: number; readonly gap: number } {
  return width < 3 ? { dash: 3, gap: 2 } : { dash: 2, gap: 1 };
}

/**
 * True for a dashed square so small that a side holds two dashes: browsers draw its four corners, where Office, which
 * dashes the outline from its start on, would draw crumbs.
 */
export function isCornered({ shape, rect }: Pick<BoxItem, 'shape' | 'rect'>, border: Border | null): boolean {
  if (border?.style !== 'dashed' || shape !== null) return false;
  const { dash, gap } = dashOf(border);
  const least = (2 * dash + 1) * border.width;
  const most = (3 * dash + 2 * gap) * border.width;
  return [rect.width, rect.height].every((side) => side >= least && side < most);
}

/** The outline of such a square: its ground, and four corners on the middle of the line. */
export function cornersXml({ width, height }: Rect, border: Border): string {
  const w = Math.max(1, emu(width));
  const h = Math.max(1, emu(height));
  const arm = emu((dashOf(border).dash - 0.5) * border.width);
  const corner = (x: number, y: number, right: number, down: number) =>
    `<a:moveTo>${point(x + right * arm, y)}</a:moveTo><a:lnTo>${point(x, y)}</a:lnTo><a:lnTo>${point(x, y + down * arm)}</a:lnTo>`;
  const corners = corner(0, 0, 1, 1) + corner(w, 0, -1, 1) + corner(w, h, -1, -1) + corner(0, h, 1, -1);
  const ground = `<a:moveTo>${point(0, 0)}</a:moveTo><a:lnTo>${point(w, 0)}</a:lnTo><a:lnTo>${point(w, h)}</a:lnTo><a:lnTo>${point(0, h)}</a:lnTo><a:close/>`;
  return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${w}" h="${h}" stroke="0">${ground}</a:path><a:path w="${w}" h="${h}" fill="none">${corners}</a:path></a:pathLst></a:custGeom>`;
}

function point(x: number, y: number): string {
  return `<a:pt x="${x}" y="${y}"/>`;
}
