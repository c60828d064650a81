import type { Colour, Fill, GradientStop, Rect, Scene, SceneItem } from '../scene/scene.js';
import { excess, shared } from './ink.js';
import { channelsOf, over } from './luminance.js';

type Channels = ReturnType<typeof channelsOf>;

/** Corners and middle of a rectangle: where a gradient behind it is looked at. */
const places = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [0.5, 0.5],
] as const;

/**
 * The colours that lie behind some letters, from the boxes drawn below them and the ground of the slide; null where a picture lies
 * there, or the edge of a box, so that one cannot tell.
 */
export function coloursBehind(scene: Scene, ink: Rect, paint: number): readonly Channels[] | null {
  const below = scene.items.filter((item) => item.paint < paint && shared(rectOf(item), ink) > 0);
  const drawn = below.filter((item) => item.kind === 'picture' || (item.kind === 'box' && item.fill));
  if (!drawn.every((item) => isWhollyBehind(item, ink))) return null;
  const ordered = drawn.toSorted((one, other) => one.paint - other.paint);
  return places.map(([x, y]) => {
    const at = { x: ink.x + ink.width * x, y: ink.y + ink.height * y };
    const page = { x: 0, y: 0, width: scene.width, height: scene.height };
    const ground = scene.background ? over(colourAt(scene.background, page, at), white) : white;
    return ordered.reduce<Channels>(
      (colour, item) =>
        item.kind === 'box' && item.fill ? over(colourAt(item.fill, item.rect, at), colour) : colour,
      ground,
    );
  });
}

const white = channelsOf('#FFFFFF');

function rectOf(item: SceneItem): Rect {
  return item.kind === 'text' ? item.extent : item.rect;
}

function isWhollyBehind(item: SceneItem, ink: Rect): boolean {
  const isPlain = item.kind === 'box' && item.shape === null && item.rotate === 0 && item.turn === null;
  return isPlain && excess(ink, item.rect) <= 0;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The colour of a fill at a place of its area. */
function colourAt(fill: Fill, rect: Rect, at: Point): Colour {
  if (fill.kind === 'solid') return fill.colour;
  return stopAt(
    fill.stops,
    fill.kind === 'linear' ? alongLine(fill.angle, rect, at) : fromMiddle(fill, rect, at),
  );
}

/** How far along the line of a gradient, which CSS draws so that the corners have its first and last colour. */
function alongLine(angle: number, { x, y, width, height }: Rect, at: Point): number {
  const turn = (angle * Math.PI) / 180;
  const [right, up] = [Math.sin(turn), Math.cos(turn)];
  const length = Math.abs(width * right) + Math.abs(height * up);
  const [dx, dy] = [at.x - (x + width / 2), at.y - (y + height / 2)];
  return length > 0 ? 0.5 + (dx * right - dy * up) / length : 0;
}

/** How far from the middle of a gradient to its farthest corner. */
function fromMiddle(
  fill: Extract<Fill, { kind: 'radial' }>,
  { x, y, width, height }: Rect,
  at: Point,
): number {
  const [middleX, middleY] = [x + width * fill.x, y + height * fill.y];
  const farthest = [Math.max(fill.x, 1 - fill.x), Math.max(fill.y, 1 - fill.y)] as const;
  const [dx, dy] = [(at.x - middleX) / (width * farthest[0]), (at.y - middleY) / (height * farthest[1])];
  return Math.hypot(dx, dy) / Math.SQRT2;
}

function stopAt(stops: readonly GradientStop[], place: number): Colour {
  const after = stops.find(({ at }) => at >= place);
  const before = stops.findLast(({ at }) => at <= place);
  if (!before || !after) return (before ?? after ?? { colour: { hex: '#FFFFFF', alpha: 0 } }).colour;
  const share = after.at === before.at ? 0 : (place - before.at) / (after.at - before.at);
  const [one, other] = [channelsOf(before.colour.hex), channelsOf(after.colour.hex)];
  const mixed = one.map((channel, index) => Math.round(channel + ((other[index] ?? 0) - channel) * share));
  const hex = mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('');
  return { hex: `#${hex}`, alpha: before.colour.alpha + (after.colour.alpha - before.colour.alpha) * share };
}
