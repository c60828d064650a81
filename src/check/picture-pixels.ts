import type { PictureItem, Scene, SceneMedia } from '../scene/scene.js';
import { pixelSize } from './pixel-size.js';
import type { SceneFinding, SceneRule } from './scene-rule.js';

/** What rounding may take from a picture that is drawn as large as it is. */
const enough = 0.98;

/** LAYOUT-2: a picture drawn larger than it is, so that it looks soft on the smallest screen that shows the slide in full. */
export const picturePixelsRule: SceneRule = {
  code: 'LAYOUT-2',
  find: (scene, media) => {
    const pictures = scene.items.filter((item) => item.kind === 'picture');
    return pictures.flatMap((picture) => upscaled(scene, picture, media));
  },
};

function upscaled(
  { number }: Scene,
  { rect, crop, media: place, cutOut, pointers }: PictureItem,
  media: readonly SceneMedia[],
): readonly SceneFinding[] {
  const size = cutOut === null ? pixelSize(media[place]?.source ?? '') : null;
  if (size === null) return [];
  const shown = {
    width: size.width * (1 - crop.left - crop.right),
    height: size.height * (1 - crop.top - crop.bottom),
  };
  const share = Math.max(shown.width / rect.width, shown.height / rect.height);
  if (share >= enough) return [];
  const [wide, high] = [Math.round(rect.width), Math.round(rect.height)];
  const message = `The picture on slide ${number} has ${size.width} × ${size.height} pixels and is drawn over ${wide} × ${high}.`;
  return [{ message, pointer: pointers[0] ?? null, hint: 'Use a larger file, or show it smaller.' }];
}
