import type { Scene } from '../scene/scene.js';
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
    return [...items.flatMap((item) => beyond(scene, item)), ...collisions(scene, items)];
  },
};

/** At the first paragraph that sticks out: what follows it does so too. */
function beyond({ number }: Scene, item: Worded): readonly SceneFinding[] {
  const paragraphs = paragraphsOf(item);
  const outside = (ink: ReturnType<typeof inkOf>) => (ink ? excess(ink, item.limit) : 0);
  const most = outside(inkOf(paragraphs));
  if (most <= tolerance) return [];
  const first = paragraphs.find((paragraph) => outside(inkOf([paragraph])) > tolerance);
  const message = `On slide ${number} the text runs ${Math.round(most)} px beyond its box.`;
  return [{ message, pointer: pointerOf(item, first), hint }];
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
