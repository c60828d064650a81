import type { Colour, Line, Paragraph, Run, Scene } from '../scene/scene.js';
import { coloursBehind } from './behind.js';
import { inkOf, isWorded, paragraphsOf, pointerOf, type Worded } from './ink.js';
import { channelsOf, contrast, over } from './luminance.js';
import type { SceneFinding, SceneRule } from './scene-rule.js';

/** From these sizes on, px, text is large: 18 pt, or 14 pt where it is bold (WCAG 2.2, 1.4.3). */
const large = { plain: 24, bold: 18.66 } as const;
const needed = { small: 4.5, large: 3 } as const;

/** A11Y-2: text that stands out too little from what lies behind it. Over pictures nothing is said. */
export const contrastRule: SceneRule = {
  code: 'A11Y-2',
  find: (scene) => scene.items.filter(isWorded).flatMap((item) => paleIn(scene, item)),
};

/** The palest of each paragraph's runs. */
function paleIn(scene: Scene, item: Worded): readonly SceneFinding[] {
  const grounds = groundsOf(item);
  return paragraphsOf(item).flatMap((paragraph) => {
    const runs = paragraph.lines.flatMap((line) => line.runs.map((run) => ({ run, line })));
    const pale = runs.flatMap(({ run, line }) =>
      tooPale(scene, item, line, run, grounds.get(paragraph) ?? null),
    );
    const worst = pale.toSorted((one, other) => one.ratio - other.ratio)[0];
    return worst ? [finding(scene, pointerOf(item, paragraph), worst)] : [];
  });
}

interface Pale {
  readonly ratio: number;
  readonly least: number;
  readonly text: string;
}

function finding({ number }: Scene, pointer: string | null, { ratio, least, text }: Pale): SceneFinding {
  const words = text.trim().slice(0, 40);
  const message = `On slide ${number} the contrast of “${words}” with its ground is ${down(ratio)} : 1; it needs ${least} : 1.`;
  return { message, pointer, hint: 'Choose a darker or a lighter colour for the text or its ground.' };
}

/** Never rounded up to what would be enough. */
function down(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}

/** The solid colour behind each paragraph, where it is one. */
function groundsOf(item: Worded): ReadonlyMap<Paragraph, Colour | null> {
  const parts = item.kind === 'text' ? [item] : item.cells;
  return new Map(
    parts.flatMap(({ paragraphs, ground }) => paragraphs.map((each) => [each, ground] as const)),
  );
}

function tooPale(scene: Scene, item: Worded, line: Line, run: Run, ground: Colour | null): readonly Pale[] {
  if (run.text.trim() === '' || run.colour.alpha === 0) return [];
  const behind = behindRun(scene, item, line, run, ground);
  if (behind === null) return [];
  const ratio = Math.min(...behind.map((colour) => contrast(over(run.colour, colour), colour)));
  const isLarge = run.size >= (run.weight >= 700 ? large.bold : large.plain);
  const least = isLarge ? needed.large : needed.small;
  return ratio < least ? [{ ratio, least, text: run.text }] : [];
}

function behindRun(scene: Scene, item: Worded, line: Line, run: Run, ground: Colour | null) {
  const solid = run.highlight?.alpha === 1 ? run.highlight : ground;
  if (solid?.alpha === 1) return [channelsOf(solid.hex)];
  const ink = inkOf([{ lines: [{ ...line, x: run.x, right: run.right, runs: [run] }] }]);
  return ink && item.kind === 'text' ? coloursBehind(scene, ink, item.paint) : null;
}
