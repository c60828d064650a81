import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Scene, SceneMedia } from '../scene/scene.js';
import { contrastRule } from './contrast.js';
import { coverRule } from './cover.js';
import { fitRule } from './fit.js';
import { headlineLinesRule, orphanRule } from './headline-lines.js';
import { picturePixelsRule } from './picture-pixels.js';
import type { SceneRule } from './scene-rule.js';
import { smallTextRule } from './small-text.js';

/** The rules on text that is lost: out of its box, into other text, behind something. */
export const lossRules: readonly SceneRule[] = [fitRule, coverRule];

/** Every rule over a slide as measured. */
export const sceneRules: readonly SceneRule[] = [
  ...lossRules,
  contrastRule,
  smallTextRule,
  headlineLinesRule,
  orphanRule,
  picturePixelsRule,
];

/** What rules look at beside the slides as measured. */
export interface SceneContext {
  readonly media?: readonly SceneMedia[];
  readonly rules?: readonly SceneRule[];
  /** The slides' places in the outline, for what no text of it stands behind. */
  readonly places?: readonly (string | null)[];
}

/** What rules find on slides as measured, slide by slide; of one rule one finding a text, and one a slide for what has no place in the outline. */
export function checkScenes(
  scenes: readonly Scene[],
  { media = [], rules = sceneRules, places = [] }: SceneContext = {},
): readonly Diagnostic[] {
  return scenes.flatMap((scene) =>
    rules.flatMap(({ code, find }) => {
      const seen = new Set<string | null>();
      return find(scene, media).flatMap(({ message, pointer, hint }) => {
        const isKnown = seen.has(pointer) && (pointer !== null || code !== 'FIT-1');
        seen.add(pointer);
        const place = pointer ?? places[scene.number - 1] ?? null;
        return isKnown ? [] : [diagnostic(code, message, { pointer: place, hint })];
      });
    }),
  );
}
