import type { Fill } from './drawing.js';
import type { SceneItem } from './items.js';
import type { Direction } from './text.js';

// What other rooms need of a Scene, they import from here.
export type * from './drawing.js';
export type * from './items.js';
export type * from './text.js';

/**
 * A deck as laid out by the browser. JSON, versioned; every length is in CSS px of the slide (1 px = 9525 EMU = 0.75 pt),
 * measured from the slide's top left corner; colours are `#RRGGBB` with an alpha from 0 to 1.
 */
export interface MeasuredDeck {
  readonly version: 1;
  readonly scenes: readonly Scene[];
  /** Pictures of all slides, each once; a `PictureItem` names its place in this list. */
  readonly media: readonly SceneMedia[];
}

/** Tells what `measure()` gives from anything else that a page may answer. */
export function isMeasured(value: unknown): value is MeasuredDeck {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('version' in value && 'scenes' in value && 'media' in value)
  )
    return false;
  const { version, scenes, media } = value;
  return version === 1 && Array.isArray(media) && Array.isArray(scenes) && scenes.every(isObject);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** One picture file. */
export interface SceneMedia {
  /** Its address in the document, a `data:` URL as a rule. */
  readonly source: string;
  /** The picture as PNG in a `data:` URL, for formats that Office does not draw by itself (SVG, WebP, AVIF); else null. */
  readonly png: string | null;
}

/** A slide as measured in the browser. */
export interface Scene {
  /** 1-based place in the deck. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Classes of the slide's section, its kind first. */
  readonly classes: readonly string[];
  /** BCP 47; null where the document names none. */
  readonly language: string | null;
  readonly direction: Direction;
  readonly background: Fill | null;
  /** Colours of the theme by name without dashes (`ink`, `paper`, `accent` …), as far as the section has them: `#RRGGBB`. */
  readonly tokens: Readonly<Record<string, string>>;
  /** In reading order; `paint` tells what lies above what. */
  readonly items: readonly SceneItem[];
}
