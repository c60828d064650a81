import type { BoxItem, SceneItem } from '../../scene/scene.js';

const callouts = new Set(['wedgeRectCallout', 'wedgeRoundRectCallout', 'wedgeEllipseCallout']);

/**
 * Speech marks by the rectangle that DrawingML gives them: its presets draw the tail outside, to the point that the adjust
 * values name in parts of the body from its centre, while a drawn box holds its tail.
 */
export function withoutTail(item: SceneItem): SceneItem {
  if (item.kind !== 'box' || item.shape?.kind !== 'preset' || !callouts.has(item.shape.name)) return item;
  const [across, down] = item.shape.adjust;
  return across === undefined || down === undefined ? item : { ...item, rect: bodyOf(item, across, down) };
}

function bodyOf({ rect }: BoxItem, across: number, down: number): BoxItem['rect'] {
  const [x, width] = along(rect.x, rect.width, across);
  const [y, height] = along(rect.y, rect.height, down);
  return { x, y, width, height };
}

/** Start and length of the body along one axis, where the tail's point stretches it. */
function along(start: number, length: number, adjust: number): readonly [number, number] {
  const point = 0.5 + adjust / 100000;
  const from = Math.min(0, point);
  const body = length / (Math.max(1, point) - from);
  return [start - from * body, body];
}
