import type { Code } from '../diagnostics/codes.js';
import type { Scene, SceneMedia } from '../scene/scene.js';

/** What a rule found on a slide. */
export interface SceneFinding {
  readonly message: string;
  /** The text of the outline that it is about; null where none stands behind. */
  readonly pointer: string | null;
  readonly hint: string | null;
}

/** A rule over a slide as measured. */
export interface SceneRule {
  readonly code: Code;
  readonly find: (scene: Scene, media: readonly SceneMedia[]) => readonly SceneFinding[];
}
