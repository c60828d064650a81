import type { BoxItem, Rect, Shape } from '../../scene/scene.js';
import { emu } from '../units.js';

type Rounded = Extract<Shape, { kind: 'rounded' }>;

/** The outline of a rectangle whose corners are round each in its own way. */
export function roundedPathXml(shape: Rounded, { width, height }: Rect): string {
  return customXml(width, height, roundXml(shape, { x: 0, y: 0, width, height }, true));
}

/** A frame of unlike widths around round corners, as an area: what lies between the border box and the padding box. */
export function framePathXml({ rect, borders, shape }: Pick<BoxItem, 'rect' | 'borders' | 'shape'>): string {
  const { width, height } = rect;
  const { top, right, bottom, left } = borders;
  const [up, across, down, back] = [top, right, bottom, left].map((border) => border?.width ?? 0);
  const edges = { top: up ?? 0, right: across ?? 0, bottom: down ?? 0, left: back ?? 0 };
  const outer = shape?.kind === 'rounded' ? shape : square;
  const inside = {
    x: edges.left,
    y: edges.top,
    width: Math.max(0, width - edges.left - edges.right),
    height: Math.max(0, height - edges.top - edges.bottom),
  };
  const [a, b, c, d] = outer.radii;
  const [e, f, g, h] = outer.heights;
  const inner: Rounded = {
    kind: 'rounded',
    radii: [less(a, edges.left), less(b, edges.right), less(c, edges.right), less(d, edges.left)],
    heights: [less(e, edges.top), less(f, edges.top), less(g, edges.bottom), less(h, edges.bottom)],
  };
  // Wound the other way, so that it is a hole by every rule.
  return customXml(
    width,
    height,
    roundXml(outer, { x: 0, y: 0, width, height }, true) + roundXml(inner, inside, false),
  );
}

const square: Rounded = { kind: 'rounded', radii: [0, 0, 0, 0], heights: [0, 0, 0, 0] };

function less(radius: number, border: number): number {
  return Math.max(0, radius - border);
}

function customXml(width: number, height: number, path: string): string {
  return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${Math.max(1, emu(width))}" h="${Math.max(1, emu(height))}">${path}</a:path></a:pathLst></a:custGeom>`;
}

/** One round rectangle, clockwise or the other way around. */
function roundXml({ radii, heights }: Rounded, { x, y, width, height }: Rect, clockwise: boolean): string {
  const [a, b, c, d] = radii;
  const [e, f, g, h] = heights;
  const [right, bottom] = [x + width, y + height];
  // Each corner: where the way round comes to it, where it leaves it, its radii, and the angle that it starts at.
  const forth = [
    { from: [x, y + e], to: [x + a, y], size: [a, e], start: 180 },
    { from: [right - b, y], to: [right, y + f], size: [b, f], start: 270 },
    { from: [right, bottom - g], to: [right - c, bottom], size: [c, g], start: 0 },
    { from: [x + d, bottom], to: [x, bottom - h], size: [d, h], start: 90 },
  ] as const;
  const back = forth
    .toReversed()
    .map(({ from, to, size, start }) => ({ from: to, to: from, size, start: (start + 90) % 360 }));
  return `${(clockwise ? forth : back)
    .map(({ from, to, size: [across, down], start }, index) => {
      const tag = index === 0 ? 'a:moveTo' : 'a:lnTo';
      const turn = clockwise ? 5400000 : -5400000;
      const arc =
        across > 0 && down > 0
          ? `<a:arcTo wR="${emu(across)}" hR="${emu(down)}" stAng="${start * 60000}" swAng="${turn}"/>`
          : `<a:lnTo>${point(to)}</a:lnTo>`;
      return `<${tag}>${point(from)}</${tag}>${arc}`;
    })
    .join('')}<a:close/>`;
}

function point([x, y]: readonly [number, number]): string {
  return `<a:pt x="${emu(x)}" y="${emu(y)}"/>`;
}
