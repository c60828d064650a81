import type { BuildRequest } from './build-types.js';
import { readTheme } from './deck/theme.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import { loadTheme, themeNames } from './marp/load-theme.js';
import type { Brief } from './outline/brief.js';
import type { Positions } from './outline/positions.js';
import { suggest } from './outline/suggest.js';

/** What texts are measured in where a theme is CSS alone. */
const defaultFonts = { heading: 'Gelasio', body: 'Carlito' } as const;

/** Where a brief that names a theme stands. */
interface Place {
  readonly file: string;
  readonly positions: Positions;
}

/** Folders with `slides/` and `themes/`: briefdeck's own, then the user's, whose files replace the former. */
export function templateFolders(
  templates: BuildRequest['templates'],
  { packageRoot, cwd }: Effects,
): readonly string[] {
  return [
    `${packageRoot}/templates`,
    ...(templates ? [templates] : packageRoot === cwd ? [] : ['templates']),
  ];
}

/** The theme and palette of a brief, or the finding that says why there is none. */
export async function chooseTheme(
  brief: Brief,
  request: BuildRequest,
  folders: readonly string[],
  effects: Effects,
  { file, positions }: Place,
) {
  const name = request.theme ?? brief.theme?.name ?? 'briefing';
  const at = (pointer: string) => ({ file, pointer, ...positions.value(pointer) });
  const place = request.theme ? { file } : at('/theme');
  const source = /^[\w.-]+$/u.test(name) ? await loadTheme(name, folders, effects.files) : null;
  if (!source) return unknownTheme(name, await themeNames(folders, effects.files), place);
  const tokens = source.tokens === null ? null : readTheme(source.tokens);
  if (tokens?.theme === null) {
    const message = `The theme "${name}" cannot be used: ${tokens.faults.join(' ')}`;
    return diagnostic('THEME-3', message, { ...place, hint: `Its tokens are in themes/${name}.json.` });
  }
  const palettes: Readonly<Record<string, Readonly<Record<string, string>>>> = tokens?.theme.palettes ?? {};
  const palette = brief.theme?.palette ?? 'default';
  if (palette !== 'default' && !Object.hasOwn(palettes, palette)) {
    const hint = `Known palettes: ${['default', ...Object.keys(palettes)].join(', ')}.`;
    return diagnostic('THEME-2', `The theme "${name}" has no palette "${palette}".`, {
      ...at('/theme/palette'),
      hint,
    });
  }
  const own = Object.fromEntries(brief.theme?.colours ?? []);
  const fonts = tokens?.theme.fonts ?? defaultFonts;
  return { name, css: source.css, palette, fonts, colours: { ...(palettes[palette] ?? {}), ...own } };
}

function unknownTheme(name: string, known: readonly string[], place: object): Diagnostic {
  const near = suggest(name, known);
  const hint = near ? `Did you mean \`${near}\`?` : `Known themes: ${known.join(', ')}.`;
  return diagnostic('THEME-1', `There is no theme "${name}".`, { ...place, hint });
}
