import type { Line, Scene } from '../scene/scene.js';
import { isWorded, paragraphsOf, pointerOf } from './ink.js';
import type { SceneFinding, SceneRule } from './scene-rule.js';

/** Slides whose headline is a name, not a sentence that the slide proves. */
const named = new Set(['title', 'section', 'agenda', 'sources', 'glossary', 'back-matter']);
/** Lines that a headline may have, and how short, against its longest line, a word is that stands alone on the last. */
const most = 2;
const short = 0.15;

/** HDL-2: a headline of more than two lines. */
export const headlineLinesRule: SceneRule = {
  code: 'HDL-2',
  find: (scene) =>
    headlinesOf(scene).flatMap(({ lines, pointer }) => {
      if (lines.length <= most || named.has(scene.classes[0] ?? '')) return [];
      const message = `The headline of slide ${scene.number} takes ${lines.length} lines; ${most} are read at a glance.`;
      return [{ message, pointer, hint: 'Say it shorter, and leave the rest to the slide.' }];
    }),
};

/** LAYOUT-1: a short word alone on the last line of a headline. */
export const orphanRule: SceneRule = {
  code: 'LAYOUT-1',
  find: (scene) =>
    headlinesOf(scene).flatMap(({ lines, pointer }): readonly SceneFinding[] => {
      const last = lines.at(-1);
      if (lines.length < 2 || !last || !isOrphan(last, lines)) return [];
      const message = `“${wordsOf(last)}” stands alone on the last line of the headline of slide ${scene.number}.`;
      return [
        {
          message,
          pointer,
          hint: 'Shorten the headline by a word, or set `text-wrap: balance` in the theme.',
        },
      ];
    }),
};

function headlinesOf({ items }: Scene) {
  return items.filter(isWorded).flatMap((item) =>
    paragraphsOf(item)
      .filter(({ heading }) => heading === 1)
      .map((paragraph) => ({ lines: paragraph.lines, pointer: pointerOf(item, paragraph) })),
  );
}

function isOrphan(last: Line, lines: readonly Line[]): boolean {
  const widest = Math.max(...lines.map(({ x, right }) => right - x));
  return !/[\s\u00a0]/u.test(wordsOf(last)) && last.right - last.x < widest * short;
}

function wordsOf({ runs }: Line): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}
