import type { BoxItem, Paragraph, Rect, SceneItem } from '../scene/scene.js';
import { inkOf, isWorded, paragraphsOf, pointerOf, shared } from './ink.js';
import type { SceneRule } from './scene-rule.js';

/** Less than this is the rounding of the browser's layout, px. */
const tolerance = 1.5;

/** FIT-1: text that something painted after it hides, such as the third line of a headline behind a chevron. */
export const coverRule: SceneRule = {
  code: 'FIT-1',
  find: ({ number, items }) =>
    items.filter(isWorded).flatMap((item) => {
      const later = items.filter((other) => other.paint > item.paint).flatMap(coveredBy);
      const hidden = paragraphsOf(item).find((paragraph) => isHidden(paragraph, later));
      if (!hidden) return [];
      const message = `On slide ${number} something drawn covers the text.`;
      return [{ message, pointer: pointerOf(item, hidden), hint: 'Shorten it, or divide the slide.' }];
    }),
};

/** What an item hides: a filled box all behind it, a picture its place; a formula stands in a gap of its text. */
function coveredBy(item: SceneItem): readonly Rect[] {
  if (item.kind === 'picture') return item.name === 'Formula' ? [] : [item.rect];
  return item.kind === 'box' && isSolid(item) ? [item.rect] : [];
}

function isSolid({ fill }: BoxItem): boolean {
  return fill?.kind === 'solid' && fill.colour.alpha > 0.5;
}

function isHidden(paragraph: Paragraph, boxes: readonly Rect[]): boolean {
  return paragraph.lines.some((line) => {
    const ink = inkOf([{ ...paragraph, lines: [line] }]);
    return ink !== null && boxes.some((box) => shared(ink, box) > tolerance);
  });
}
