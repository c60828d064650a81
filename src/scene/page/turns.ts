import type { Turn } from '../drawing.js';
import { round } from './geometry.js';

/** Two turns as one: the inner is turned by the outer. */
export function compose(outer: Turn | null, inner: Turn): Turn {
  if (!outer) return inner;
  const angle = round(outer.angle + inner.angle);
  if (angle % 360 === 0) return outer;
  const moved = turnPoint(outer, inner.x, inner.y);
  const from = turnPoint({ angle, x: 0, y: 0 }, inner.x, inner.y);
  const [x, y] = [moved.x - from.x, moved.y - from.y];
  const { cos, sin } = partsOf(angle);
  const whole = 2 - 2 * cos;
  return {
    angle,
    x: round(((1 - cos) * x - sin * y) / whole),
    y: round((sin * x + (1 - cos) * y) / whole),
  };
}

function turnPoint(turn: Turn, x: number, y: number) {
  const { cos, sin } = partsOf(turn.angle);
  const [right, below] = [x - turn.x, y - turn.y];
  return { x: turn.x + cos * right - sin * below, y: turn.y + sin * right + cos * below };
}

function partsOf(angle: number) {
  const turn = (angle * Math.PI) / 180;
  return { cos: Math.cos(turn), sin: Math.sin(turn) };
}
