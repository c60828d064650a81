import type { Effects } from './effects/effects.js';
import { fontFaces } from './fonts/font-faces.js';
import type { FontLibrary } from './fonts/font-library.js';
import { themeTokens } from './marp/forms/tokens.js';
import { loadTheme, type ThemeSource } from './marp/load-theme.js';
import type { FormParts } from './printed-forms.js';

/** What the further documents of a brief are made with: its theme, its fonts and its summary. */
export function briefForms(
  {
    css,
    paletteColours,
  }: Pick<ThemeSource, 'css'> & { readonly paletteColours: Readonly<Record<string, string>> },
  fonts: FontLibrary,
  { summary }: Pick<FormParts, 'summary'>,
): () => Promise<FormParts> {
  const faces = (html: string, rules: string) => fontFaces(html, rules, fonts);
  return async () => ({ tokens: themeTokens(css, paletteColours), faces, cover: 'title', summary });
}

/** What those of a Marp deck are made with: sheets around its slides are set as those of a brief in the first theme. */
export function marpForms(
  faces: FormParts['faces'],
  { packageRoot, files }: Effects,
): () => Promise<FormParts> {
  return async () => {
    const theme = await loadTheme('briefing', [`${packageRoot}/templates`], files);
    return { tokens: themeTokens(theme?.css ?? ''), faces, cover: 'first-slide', summary: null };
  };
}
