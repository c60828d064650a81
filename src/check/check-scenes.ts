import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Scene } from '../scene/scene.js';
import { fitRule } from './fit.js';
import type { SceneRule } from './scene-rule.js';

/** Every rule over a slide as measured. */
const rules: readonly SceneRule[] = [fitRule];

/** What the rules find on slides as measured, slide by slide; of one rule one finding a text. */
export function checkScenes(scenes: readonly Scene[]): readonly Diagnostic[] {
  return scenes.flatMap((scene) =>
    rules.flatMap(({ code, find }) => {
      const seen = new Set<string>();
      return find(scene).flatMap(({ message, pointer, hint }) => {
        if (pointer !== null && seen.has(pointer)) return [];
        if (pointer !== null) seen.add(pointer);
        return [diagnostic(code, message, { pointer, hint })];
      });
    }),
  );
}
