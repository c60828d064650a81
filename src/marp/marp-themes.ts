import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Effects } from '../effects/effects.js';
import { templateFolders } from '../markdown/load-templates.js';
import { suggest } from '../outline/suggest.js';
import { loadTheme, themeNames, wholeThemeCss } from './load-theme.js';

/** Themes that marp-core has itself. */
const builtIn: readonly string[] = ['default', 'gaia', 'uncover'];

/** Style sheets that a Marp deck is given beside those of marp-core: that of `--theme`, a file of CSS or a theme's name. */
export async function marpThemes(
  { theme, templates }: { readonly theme: string | null; readonly templates: string | null },
  effects: Effects,
): Promise<{ readonly css: readonly string[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (theme === null || builtIn.includes(theme)) return { css: [], diagnostics: [] };
  if (/\.css$/iu.test(theme)) {
    const css = new TextDecoder().decode(await effects.files.read(theme));
    // Marp knows a theme by this comment alone; one without it is taken for what it was named as.
    const named = /@theme\s+\S/u.test(css) ? css : `/* @theme given */\n${css}`;
    return { css: [named], diagnostics: [] };
  }
  const folders = templateFolders(templates, effects);
  const found = await loadTheme(theme, folders, effects.files);
  if (found) return { css: [wholeThemeCss(found)], diagnostics: [] };
  const known = [...builtIn, ...(await themeNames(folders, effects.files))];
  const near = suggest(theme, known);
  const hint = near
    ? `Did you mean \`${near}\`?`
    : `Known themes: ${known.join(', ')}; or name a file of CSS.`;
  return { css: [], diagnostics: [diagnostic('THEME-1', `There is no theme "${theme}".`, { hint })] };
}
