import type { Rect } from '../../scene/scene.js';
import type { CarriedPart } from './carry-parts.js';
import type { BrandScheme } from './colours.js';

/** A template, and which of its layouts the user wants for which slides. */
export interface Brand {
  readonly template: BrandTemplate;
  /** By slide kind, layout of briefdeck's, or class of a Marp deck (`.lead`). */
  readonly map: ReadonlyMap<string, BrandLayout>;
}

/** A placeholder of a layout of the template. */
export interface BrandPlaceholder {
  /** `title`, `ctrTitle`, `subTitle`, `body`, `obj`, `ftr`, `sldNum`, `dt`, `pic` … */
  readonly type: string;
  readonly index: number | null;
  /** Its own place or that of the master's; null where neither says. px */
  readonly rect: Rect | null;
}

/** What is drawn at a place of a layout, lowest first. */
export interface BrandMark {
  readonly name: string;
  readonly rect: Rect;
  /** Its colour; `picture` where it is no single one; null where nothing is filled. */
  readonly fill: string | null;
}

/** A layout of the template, with what it has from its master. */
export interface BrandLayout {
  readonly name: string;
  /** `title`, `secHead`, `obj` … as the file says; null where it says nothing. */
  readonly type: string | null;
  readonly path: string;
  readonly placeholders: readonly BrandPlaceholder[];
  /** Colour of its ground; `picture` where it is no single one. */
  readonly ground: string;
  readonly marks: readonly BrandMark[];
  /** Colour of its titles; null where it cannot be told. */
  readonly titleColour: string | null;
  readonly scheme: BrandScheme;
  /** The layout's own colour map as attributes; null where it has the master's. */
  readonly colourMap: string | null;
}

/** A template that decks are built on: everything in px of its own slides. */
export interface BrandTemplate {
  /** As the user named the file. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** Attributes of `p:sldSz`. */
  readonly slideSize: Readonly<Record<string, string>>;
  readonly notesSize: { readonly width: string; readonly height: string };
  readonly masters: readonly { readonly id: string | null; readonly path: string }[];
  readonly notesMaster: string | null;
  readonly theme: string | null;
  readonly tableStyles: string | null;
  /** `p:defaultTextStyle` as written; null where it cannot be taken over. */
  readonly defaultTextStyle: string | null;
  readonly fonts: { readonly heading: string; readonly body: string };
  readonly parts: readonly CarriedPart[];
  readonly dropped: readonly string[];
  /** In the order of the masters and their lists. */
  readonly layouts: readonly BrandLayout[];
}
