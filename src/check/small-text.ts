import type { Paragraph, Scene } from '../scene/scene.js';
import { isWorded, paragraphsOf, pointerOf, type Worded } from './ink.js';
import type { SceneFinding, SceneRule } from './scene-rule.js';

/** Smallest sizes in px on a page of 720 px: 14 pt for what a slide says, 12 pt for sources, notes and what frames it. */
const floors = { body: 56 / 3, foot: 16 } as const;

/** Texts of the outline that stand at the foot, or list where things are from. */
const atFoot =
  /\/(?:sources|source_note|footnote|see|source_summary|credit|licence)(?:\/|$)|^\/(?:sources|glossary|rights|marking|edition|cutoff|short_title|title)(?:\/|$)/u;

/** A11Y-3: text under the smallest size. */
export const smallTextRule: SceneRule = {
  code: 'A11Y-3',
  find: (scene) => scene.items.filter(isWorded).flatMap((item) => smallIn(scene, item)),
};

function smallIn(scene: Scene, item: Worded): readonly SceneFinding[] {
  return paragraphsOf(item).flatMap((paragraph) => {
    const pointer = pointerOf(item, paragraph);
    const floor = isFoot(scene, item, pointer) ? floors.foot : floors.body;
    const size = smallest(paragraph) * (720 / scene.height);
    if (size >= floor - 0.1) return [];
    const message = `On slide ${scene.number} text is set at ${points(size)} pt; the smallest here is ${points(floor)} pt.`;
    return [{ message, pointer, hint: 'Set it larger in the theme, or shorten the text.' }];
  });
}

/** Px; raised and lowered characters, such as those of a footnote, are small by nature. */
function smallest({ lines }: Paragraph): number {
  const runs = lines.flatMap((line) =>
    line.runs.filter(({ text, shift }) => text.trim() !== '' && shift === 0),
  );
  return Math.min(...runs.map(({ size }) => size));
}

function points(px: number): number {
  return Math.round(px * 7.5) / 10;
}

/** What has no place in the outline frames the slide or labels a drawing; only raw Markdown has words of its own without one. */
function isFoot({ classes }: Scene, { role }: Worded, pointer: string | null): boolean {
  if (role !== null && role !== 'body') return true;
  return pointer === null ? classes[0] !== 'markdown' : atFoot.test(pointer);
}
