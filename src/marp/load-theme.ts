import type { Files } from '../effects/effects.js';
import { readWithin } from '../effects/read-within.js';
import { isKindName } from '../outline/kinds.js';

/** A theme as read from disk. */
export interface ThemeSource {
  readonly name: string;
  /** Its own CSS. */
  readonly css: string;
  /** The drawings that it goes by, from `themes/parts/`, in the order in which they apply; a user's own come last. */
  readonly parts: readonly ThemePart[];
  /** Its tokens as JSON text; null for a theme that is CSS alone. */
  readonly tokens: string | null;
}

/** One drawing: as a rule that of the slide kind that it is named for. */
export interface ThemePart {
  readonly name: string;
  readonly css: string;
}

/**
 * The CSS of a theme for one deck: a kind that its Markdown does not even name needs no drawing, and PostCSS would spend half
 * its time on those.
 */
export function themeCss({ css, parts }: Pick<ThemeSource, 'css' | 'parts'>, markdown: string): string {
  const drawn = parts.filter(({ name }) => !isKindName(name) || markdown.includes(name));
  return [css, ...drawn.map((part) => part.css)].join('\n');
}

/** All of a theme's CSS, for decks that are not known yet. */
export function wholeThemeCss({ css, parts }: Pick<ThemeSource, 'css' | 'parts'>): string {
  return [css, ...parts.map((part) => part.css)].join('\n');
}

/** Names of the themes in these folders. */
export async function themeNames(folders: readonly string[], files: Files): Promise<readonly string[]> {
  const lists = await Promise.all(folders.map((folder) => files.list(`${folder}/themes`)));
  const names = lists.flat().filter((name) => name.endsWith('.css'));
  return [...new Set(names.map((name) => name.slice(0, -'.css'.length)))].sort();
}

/** Reads a theme from the last folder that has it; null where none does. Parts (`themes/parts/`) follow the theme's own tokens. */
export async function loadTheme(
  name: string,
  folders: readonly string[],
  files: Files,
): Promise<ThemeSource | null> {
  for (const folder of [...folders].reverse()) {
    const path = `${folder}/themes/${name}`;
    if ((await files.kind(`${path}.css`)) !== 'file') continue;
    const read = (ending: string) =>
      readWithin(`${folder}/themes`, `${name}${ending}`, files, folder === folders[0]);
    const css = await read('.css');
    const tokens = (await files.kind(`${path}.json`)) === 'file' ? await read('.json') : null;
    const parts = await Promise.all(
      folders.map((each, index) => loadParts(`${each}/themes/parts`, files, index === 0)),
    );
    return { name, css, parts: parts.flat(), tokens };
  }
  return null;
}

async function loadParts(folder: string, files: Files, own: boolean): Promise<readonly ThemePart[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.css'));
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -'.css'.length),
      css: await readWithin(folder, name, files, own),
    })),
  );
}
