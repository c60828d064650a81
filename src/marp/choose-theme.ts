import { readTheme } from '../deck/theme.js';
import { type Code, diagnostic } from '../diagnostics/codes.js';
import type { Files } from '../effects/effects.js';
import type { Brief } from '../outline/brief.js';
import { suggest } from '../outline/suggest.js';
import { loadTheme, themeNames } from './load-theme.js';

/** What texts are measured in where a theme is CSS alone. */
const defaultFonts = { heading: 'Gelasio', body: 'Carlito' } as const;

/** The theme and palette of a brief, or the finding that says why there is none; `name` goes over the brief's own theme. */
export async function chooseTheme(
  own: Brief['theme'],
  name: string | null,
  folders: readonly string[],
  files: Files,
) {
  const wanted = name ?? own?.name ?? 'briefing';
  const refused = (code: Code, message: string, hint: string) => ({
    theme: null,
    diagnostics: [diagnostic(code, message, { pointer: name === null ? '/theme' : null, hint })],
  });
  const source = /^[\w.-]+$/u.test(wanted) ? await loadTheme(wanted, folders, files) : null;
  if (!source) return refused(...unknownTheme(wanted, await themeNames(folders, files)));
  const tokens = source.tokens === null ? null : readTheme(source.tokens);
  if (tokens?.theme === null) {
    const message = `The theme "${wanted}" cannot be used: ${tokens.faults.join(' ')}`;
    return refused('THEME-3', message, `Its tokens are in themes/${wanted}.json.`);
  }
  const palettes: Readonly<Record<string, Readonly<Record<string, string>>>> = tokens?.theme.palettes ?? {};
  const palette = own?.palette ?? 'default';
  if (palette !== 'default' && !Object.hasOwn(palettes, palette)) {
    const message = `The theme "${wanted}" has no palette "${palette}".`;
    return refused(
      'THEME-2',
      message,
      `Known palettes: ${['default', ...Object.keys(palettes)].join(', ')}.`,
    );
  }
  const { heading: serif, body: sans } = tokens?.theme.fonts ?? defaultFonts;
  const paletteColours = { ...(palettes[palette] ?? {}), ...Object.fromEntries(own?.colours ?? []) };
  const layouts = tokens?.theme.layouts ?? null;
  const theme = { ...source, palette, paletteColours, layouts, fonts: { serif, sans } };
  return { theme, diagnostics: [] };
}

function unknownTheme(name: string, known: readonly string[]): readonly [Code, string, string] {
  const near = suggest(name, known);
  const hint = near ? `Did you mean \`${near}\`?` : `Known themes: ${known.join(', ')}.`;
  return ['THEME-1', `There is no theme "${name}".`, hint];
}
