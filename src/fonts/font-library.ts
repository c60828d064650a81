import type { Files } from '../effects/effects.js';
import {
  cjkFamilies,
  type Family,
  type FamilyName,
  familyChain,
  type TextFamily,
  type Weight,
} from './catalogue.js';
import { FamilyFace, type Slice } from './face.js';
import type { VerticalMetrics } from './font-tables.js';
import { findPackage, nearestStyle } from './packages.js';

/** A face of a text family. */
export interface FaceName {
  readonly family: TextFamily;
  readonly weight: Weight;
  readonly italic: boolean;
}

/** How a text is set. */
export interface TextStyle extends FaceName {
  readonly sizePx: number;
  /** Added after every character, in px. */
  readonly letterSpacing?: number;
}

/** Where fonts are looked for, and the language (BCP 47) that decides between Korean, Japanese and Chinese forms. */
export interface FontPlaces {
  /** Folders that Node's package resolution starts from, first choice first: briefdeck's own, then the user's. */
  readonly folders: readonly string[];
  readonly files: Files;
  readonly language: string;
}

interface LoadedFace {
  readonly slices: Map<number, Slice>;
  readonly advances: Map<number, number>;
  readonly uncovered: Set<number>;
}

/**
 * The deck's fonts. `load` what texts need first; widths, metrics and coverage are then plain questions.
 * Widths know no kerning and no ligatures, which the themes switch off; Arabic is as wide as its letters standing alone.
 */
export class FontLibrary {
  readonly #faces = new Map<string, LoadedFace>();
  readonly #familyFaces = new Map<string, FamilyFace>();

  constructor(readonly places: FontPlaces) {}

  /** Opens the files that these faces need for some characters, as `drawnCodePoints` gives them. */
  async load(faces: readonly FaceName[], codePoints: readonly number[]): Promise<void> {
    await Promise.all(faces.map((face) => this.#loadFace(face, codePoints)));
  }

  /** Advance width of a text on one line, in px. */
  width(text: string, style: TextStyle): number {
    const { advances } = this.#face(style);
    let em = 0;
    let count = 0;
    for (const character of text) {
      em += advances.get(character.codePointAt(0) ?? 0) ?? guessedAdvance(character, advances);
      count += 1;
    }
    return em * style.sizePx + count * (style.letterSpacing ?? 0);
  }

  /** Vertical metrics of a face; null while nothing of it is loaded. */
  metrics(face: FaceName): VerticalMetrics | null {
    for (const slice of this.#face(face).slices.values())
      if (slice.family.name === face.family) return slice.metrics;
    return null;
  }

  /** Which files draw which characters in a face, as far as they are loaded. */
  slices(face: FaceName, codePoints: readonly number[]): ReadonlyMap<Slice, readonly number[]> {
    const { slices } = this.#face(face);
    const used = new Map<Slice, number[]>();
    for (const codePoint of codePoints) {
      const slice = slices.get(codePoint);
      if (!slice) continue;
      const drawn = used.get(slice);
      if (drawn) drawn.push(codePoint);
      else used.set(slice, [codePoint]);
    }
    return used;
  }

  /** Of the characters that were loaded for a face, those that no installed font draws, in order. */
  uncovered(face: FaceName): readonly string[] {
    return [...this.#face(face).uncovered].sort((a, b) => a - b).map((each) => String.fromCodePoint(each));
  }

  /** Whether a package of fonts is installed. */
  isInstalled(name: string): boolean {
    return findPackage(name, this.places.folders) !== null;
  }

  /** The family that Han characters are drawn with, first choice in the deck's language. */
  get cjk(): FamilyName {
    return cjkFamilies(this.places.language)[0] ?? 'Noto Sans SC';
  }

  #face({ family, weight, italic }: FaceName): LoadedFace {
    const key = `${family} ${weight} ${italic}`;
    const face = this.#faces.get(key) ?? { slices: new Map(), advances: new Map(), uncovered: new Set() };
    this.#faces.set(key, face);
    return face;
  }

  async #loadFace(name: FaceName, codePoints: readonly number[]): Promise<void> {
    const face = this.#face(name);
    let missing = codePoints.filter((each) => !face.slices.has(each) && !face.uncovered.has(each));
    for (const family of familyChain(name.family, this.places.language)) {
      if (missing.length === 0) return;
      const found = await this.#familyFace(family, name).resolve(missing);
      for (const [codePoint, slice] of found) {
        face.slices.set(codePoint, slice);
        face.advances.set(codePoint, slice.advance(codePoint) ?? 0);
      }
      missing = missing.filter((each) => !found.has(each));
    }
    for (const each of missing) face.uncovered.add(each);
  }

  /** Faces that several text families fall back to are opened once, in the style that they have. */
  #familyFace(family: Family, wanted: FaceName): FamilyFace {
    const style = nearestStyle(family, wanted);
    const key = `${family.name} ${style.weight} ${style.italic}`;
    const face =
      this.#familyFaces.get(key) ?? new FamilyFace(family, style, this.places.folders, this.places.files);
    this.#familyFaces.set(key, face);
    return face;
  }
}

const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Mn}]$/u;
const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]$/u;
const blank = /^[\s\u00a0\u202f]$/u;

/** Half an em for a character that no font was loaded for, a whole one for the scripts that are square. */
function guessedAdvance(character: string, advances: ReadonlyMap<number, number>): number {
  if (blank.test(character)) return advances.get(0x20) ?? 0.25;
  if (unseen.test(character)) return 0;
  return wide.test(character) ? 1 : 0.5;
}
