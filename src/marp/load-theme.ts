import type { Files } from '../effects/effects.js';
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
    const css = await text(`${path}.css`, files);
    const tokens = (await files.kind(`${path}.json`)) === 'file' ? await text(`${path}.json`, files) : null;
    const parts = await Promise.all(folders.map((each) => loadParts(`${each}/themes/parts`, files)));
    return { name, css, parts: parts.flat(), tokens };
  }
  return null;
}

async function loadParts(folder: string, files: Files): Promise<readonly ThemePart[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.css'));
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -'.css'.length),
      css: await text(`${folder}/${name}`, files),
    })),
  );
}

async function text(path: string, files: Files): Promise<string> {
  return new TextDecoder().decode(await files.read(path));
}
