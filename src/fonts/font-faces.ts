import type { Effects } from '../effects/effects.js';
import { drawnCodePoints } from './characters.js';
import { fontFaceCss } from './font-face-css.js';
import { FontLibrary } from './font-library.js';
import { loadSubsetter } from './subsetter.js';
import { facesUsed, needsKerning, uprightFaces } from './used-faces.js';

/**
 * The fonts of one deck in its language (BCP 47): briefdeck's own packages, then those installed beside the outline; the widths
 * of these families are known for the characters of the text, in regular and bold.
 */
export async function openFonts(
  { files, packageRoot, cwd }: Effects,
  language: string,
  families: readonly string[],
  text: string | null,
): Promise<FontLibrary> {
  // The subsetter is needed last and compiled off this thread, so it starts first; a failure is told where it is waited for.
  loadSubsetter().catch(() => {});
  const library = new FontLibrary({ folders: [packageRoot, cwd], files, language });
  await loadText(library, families, text);
  return library;
}

/** Makes the widths of these families known for the characters of one more text. */
export function loadText(
  library: FontLibrary,
  families: readonly string[],
  text: string | null,
): Promise<void> {
  return library.load(uprightFaces(families), drawnCodePoints(` -${text ?? ''}`));
}

/** `@font-face` rules, fonts inside, for what a rendered document draws. */
export function fontFaces(html: string, css: string, library: FontLibrary): Promise<string> {
  return fontFaceCss(library, facesUsed(html, css), needsKerning(css));
}
