import type { Rect, Scene } from '../scene/scene.js';
import { excess, inkOf, isWorded, paragraphsOf, pointerOf, shared, type Worded } from './ink.js';
import type { SceneFinding, SceneRule } from './scene-rule.js';

/** Less than this is the rounding of the browser's layout, px. */
const tolerance = 1.5;

const hint = 'Shorten it, or divide the slide.';

/** FIT-1: text that runs out of the slide or of what cuts it off, and text that runs into other text. */
export const fitRule: SceneRule = {
  code: 'FIT-1',
  find: (scene) => {
    const items = scene.items.filter(isWorded);
    const line = footLine(scene, items);
    return [...items.flatMap((item) => beyond(scene, item, line)), ...collisions(scene, items)];
  },
};

/** How far above the footer's letters a theme draws the line that parts it from the body, px. */
const footRoom = 24;

/** Y of the line drawn over the footer, px; null where there is none. */
function footLine({ items }: Scene, worded: readonly Worded[]): number | null {
  const tops = worded.flatMap((item) => (item.role === 'footer' ? [inkOf(paragraphsOf(item))?.y] : []));
  const foot = Math.min(...tops.filter((top) => top !== undefined));
  const lines = items.flatMap((item) => (item.kind === 'box' && isLine(item.rect) ? [item.rect.y] : []));
  const over = lines.filter((y) => y <= foot && foot - y < footRoom);
  return over.length > 0 ? Math.min(...over) : null;
}

function isLine({ width, height }: Rect): boolean {
  return height <= 2 && width >= 100;
}

/** At the first paragraph that sticks out, over the line of the footer too: what follows it does so as well. */
function beyond({ number }: Scene, item: Worded, line: number | null): readonly SceneFinding[] {
  const paragraphs = paragraphsOf(item);
  const whole = inkOf(paragraphs);
  const above = line !== null && whole !== null && whole.y < line;
  const limit = above ? cutAt(item.limit, line) : item.limit;
  const outside = (ink: ReturnType<typeof inkOf>) => (ink ? excess(ink, limit) : 0);
  const most = outside(whole);
  if (most <= tolerance) return [];
  const first = paragraphs.find((paragraph) => outside(inkOf([paragraph])) > tolerance);
  const message = `On slide ${number} the text runs ${Math.round(most)} px beyond its box.`;
  return [{ message, pointer: pointerOf(item, first), hint }];
}

function cutAt(limit: Rect, bottom: number): Rect {
  return { ...limit, height: Math.min(limit.height, Math.max(0, bottom - limit.y)) };
}

function collisions({ number }: Scene, items: readonly Worded[]): readonly SceneFinding[] {
  const inks = items.map((item) => ({ item, ink: inkOf(paragraphsOf(item)) }));
  return inks.flatMap((one, index) => {
    const other = inks.slice(index + 1).find(({ ink }) => one.ink && ink && shared(one.ink, ink) > tolerance);
    if (!other?.ink) return [];
    const { item, paragraph } = culprit(one.item, other.item, other.ink);
    const message = `On slide ${number} the text runs into other text.`;
    return [{ message, pointer: pointerOf(item, paragraph), hint }];
  });
}

/** The paragraph that reaches into other text; of the two texts that which comes from the outline, the first if both do. */
function culprit(one: Worded, other: Worded, taken: NonNullable<ReturnType<typeof inkOf>>) {
  const paragraph = paragraphsOf(one).find((each) => {
    const ink = inkOf([each]);
    return ink !== null && shared(ink, taken) > tolerance;
  });
  return pointerOf(one, paragraph) === null
    ? { item: other, paragraph: paragraphsOf(other)[0] }
    : { item: one, paragraph };
}
