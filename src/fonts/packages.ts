import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Files } from '../effects/effects.js';
import type { Family, Weight } from './catalogue.js';
import { type CodePointRange, parseUnicodeRange } from './unicode-range.js';

/** One file of a package: some characters of a family in one weight and style. */
export interface SliceFile {
  /** Absolute path of the WOFF file. */
  readonly path: string;
  /** Characters that it may hold; null where only its own table of characters says. */
  readonly ranges: readonly CodePointRange[] | null;
}

/** The style that a family is asked for. */
export interface Style {
  readonly weight: Weight;
  readonly italic: boolean;
}

/** The folder of an installed package as Node resolves it from one of these folders, the first that has it; null where none has. */
export function findPackage(name: string, folders: readonly string[]): string | null {
  for (const folder of folders) {
    try {
      return dirname(createRequire(`${folder}/`).resolve(`${name}/package.json`));
    } catch {
      // Not installed there: the next folder is asked.
    }
  }
  return null;
}

/** The style that a family has for the one wanted: it may lack italics or the bold. */
export function nearestStyle(family: Family, { weight, italic }: Style): Style {
  return {
    weight: family.weights.find((each) => each === weight) ?? 400,
    italic: italic && family.italics,
  };
}

/** The files of a family in a style that it has, the most used slices first. */
export async function listSlices(
  family: Family,
  { weight, italic }: Style,
  folder: string,
  files: Files,
): Promise<readonly SliceFile[]> {
  const id = family.package.slice('@fontsource/'.length);
  const pathOf = (slice: string) =>
    `${folder}/files/${id}-${slice}-${weight}-${italic ? 'italic' : 'normal'}.woff`;
  if (family.whole !== null) return [{ path: pathOf(family.whole), ranges: null }];
  const table: unknown = JSON.parse(new TextDecoder().decode(await files.read(`${folder}/unicode.json`)));
  return Object.entries(table ?? {})
    .map(([slice, ranges]) => ({
      slice: slice.replace(/[[\]]/gu, ''),
      ranges: parseUnicodeRange(String(ranges)),
    }))
    .sort((a, b) => sliceRank(a.slice) - sliceRank(b.slice))
    .map(({ slice, ranges }) => ({ path: pathOf(slice), ranges }));
}

/** A character in several slices is taken from the one that the deck embeds anyway. */
function sliceRank(slice: string): number {
  const rank = ['latin', 'latin-ext'].indexOf(slice);
  return rank === -1 ? 2 : rank;
}
