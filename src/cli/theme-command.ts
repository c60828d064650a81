import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { fontFaces, openFonts } from '../fonts/font-faces.js';
import { templateFolders } from '../markdown/load-templates.js';
import { loadTheme, themeNames, wholeThemeCss } from '../marp/load-theme.js';
import { readFolder, unknown } from './arguments.js';
import type { Words } from './commands.js';

/** What the fonts inside must draw, for nobody knows which decks will come: European scripts, punctuation, currencies. */
const drawn: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x1e9e, 0x1e9e],
  [0x2010, 0x2044],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x25a0, 0x25cf],
];

/** Prints a theme as one CSS file with its fonts inside: what Marp needs to show written Markdown as briefdeck does. */
export async function themeCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const name = words.names[0] ?? 'briefing';
  const folders = templateFolders(await readFolder(words.text('templates'), effects), effects);
  const theme = /^[\w.-]+$/u.test(name) ? await loadTheme(name, folders, effects.files) : null;
  if (!theme) throw unknown('theme', name, await themeNames(folders, effects.files));
  const text = drawn.flatMap(([from, to]) => characters(from, to)).join('');
  const css = wholeThemeCss(theme);
  const library = await openFonts(effects, 'en', [], null);
  const fonts = await fontFaces(`<p>${text}</p><em>${text}</em><code>${text}</code>`, css, library);
  effects.terminal.out(`${css.trim()}\n${fonts}\n`);
  return exitCodes.done;
}

/** As references, for some of them would be read as tags. */
function characters(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `&#${from + index};`);
}
