import type { Effects } from './effects/effects.js';
import { PictureShelf } from './picture-shelf.js';
import type { Preview, PreviewRequest } from './preview.js';
import { previewMarp } from './preview-marp.js';
import { OutlinePreview } from './preview-outline.js';

/** Makes the preview of one file again and again, as far as possible from what it made before. */
export interface Previewer {
  /** `version` changes when any file but the input did. */
  preview(version: number): Promise<Preview>;
  readonly pictures: PictureShelf;
}

/** The previewer of an outline, or of a Marp deck of the user's own. */
export function previewerOf(input: string, request: PreviewRequest, effects: Effects): Previewer {
  const pictures = new PictureShelf();
  if (/\.md$/iu.test(input))
    return { pictures, preview: () => previewMarp(input, request, effects, pictures) };
  const outline = new OutlinePreview(input, request, effects, pictures);
  return { pictures, preview: (version) => outline.make(version) };
}
