import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Files } from '../effects/effects.js';
import type { Family } from './catalogue.js';
import { advanceReader, glyphFinder, readVerticalMetrics, type VerticalMetrics } from './font-tables.js';
import { findPackage, listSlices, type SliceFile, type Style } from './packages.js';
import { inRanges } from './unicode-range.js';
import { type FontFile, openWoff } from './woff.js';

/** One opened file: some characters of a family in one style. */
export interface Slice {
  readonly family: Family;
  readonly style: Style;
  readonly path: string;
  readonly font: FontFile;
  readonly metrics: VerticalMetrics;
  /** Advance width of a character in em; null where the file has none. */
  advance(codePoint: number): number | null;
}

/** A family in one style: opens those of its files that some text needs. */
export class FamilyFace {
  /** Folder of the package; null where it is not installed. */
  readonly folder: string | null;
  readonly #files: Files;
  #listed: Promise<readonly SliceFile[]> | null = null;
  readonly #opened = new Map<string, Promise<Slice>>();

  /** Finds the family's package from `folders`; the face of one that is not installed has no characters. */
  constructor(
    readonly family: Family,
    readonly style: Style,
    folders: readonly string[],
    files: Files,
  ) {
    this.folder = findPackage(family.package, folders);
    this.#files = files;
  }

  /** Which file holds each character; those that none holds are left out. */
  async resolve(codePoints: readonly number[]): Promise<ReadonlyMap<number, Slice>> {
    if (codePoints.length === 0) return new Map();
    if (this.folder === null) return this.#absent();
    this.#listed ??= listSlices(this.family, this.style, this.folder, this.#files);
    const files = (await this.#listed).filter(
      ({ ranges }) => ranges === null || codePoints.some((codePoint) => inRanges(codePoint, ranges)),
    );
    const slices = await Promise.all(files.map(({ path }) => this.#open(path)));
    const found = new Map<number, Slice>();
    for (const codePoint of codePoints) {
      const slice = slices.find((each) => readingFont(each.path, () => each.advance(codePoint)) !== null);
      if (slice) found.set(codePoint, slice);
    }
    return found;
  }

  /** A package that briefdeck depends on is there, or the installation is broken; the others may be missing. */
  #absent(): ReadonlyMap<number, Slice> {
    const { bundled, package: name } = this.family;
    if (!bundled) return new Map();
    throw new BriefdeckError(
      `The fonts of ${name} are not installed.`,
      exitCodes.files,
      'Install briefdeck again.',
    );
  }

  #open(path: string): Promise<Slice> {
    const known = this.#opened.get(path);
    if (known) return known;
    const opening = this.#files
      .read(path)
      .then((bytes) => readingFont(path, () => openSlice(this.family, this.style, path, bytes)));
    this.#opened.set(path, opening);
    return opening;
  }
}

function openSlice(family: Family, style: Style, path: string, bytes: Uint8Array): Slice {
  const font = openWoff(bytes);
  const glyphOf = glyphFinder(font);
  const advanceOf = advanceReader(font);
  return {
    family,
    style,
    path,
    font,
    metrics: readVerticalMetrics(font),
    advance(codePoint) {
      const glyph = glyphOf(codePoint);
      return glyph === 0 ? null : advanceOf(glyph);
    },
  };
}

/** Reads something of a font file; one that is damaged is told by its path, for its package may be the user's own. */
export function readingFont<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const hint = 'Install its package again.';
    throw new BriefdeckError(`The font cannot be read: ${path}`, exitCodes.files, hint, { cause });
  }
}
