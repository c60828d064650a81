import type { Deck, SlideLayout } from '../deck/deck.js';
import type { ThemeLayout } from '../deck/theme.js';
import type { EmbeddedFont } from '../fonts/embedding.js';
import type { Scene, SceneMedia } from '../scene/scene.js';
import type { Brand } from './template/brand.js';
import type { LineTarget } from './text/line-model.js';

/** All that a PPTX is made of. */
export interface PptxInput {
  readonly slides: readonly PptxSlide[];
  /** Pictures that the scenes name, as measured with them. */
  readonly media: readonly SceneMedia[];
  readonly properties: PptxProperties;
  /** BCP 47, for text that names no language of its own. */
  readonly language: string;
  /** Name of the theme, for the list of PowerPoint. */
  readonly theme: string;
  /** Whose lines to aim at: `libreoffice` is for comparing pictures. */
  readonly target: LineTarget;
  /** The theme's own layouts, for those that no slide of the deck shows; null where the theme is CSS alone. */
  readonly layouts: Readonly<Record<SlideLayout, ThemeLayout>> | null;
  /** Fonts that the file carries, by family; none where readers' own do. */
  readonly fonts: readonly EmbeddedFont[];
  /** The template that the deck is built on; absent or null for layouts of its own. */
  readonly brand?: Brand | null;
  /** Sections of the deck by their first slide, 1-based, ascending. */
  readonly sections: readonly { readonly title: string; readonly firstSlide: number }[];
}

/** One slide as measured, with what the picture does not show. */
export interface PptxSlide {
  readonly scene: Scene;
  readonly layout: SlideLayout;
  /** Title for slides that show none. */
  readonly title: string;
  /** Speaker notes; plain text, paragraphs divided by line breaks. */
  readonly notes: string | null;
  /** `/slides/3`; null for a slide that briefdeck added. */
  readonly pointer: string | null;
}

/** Facts for the document's properties. */
export type PptxProperties = Omit<Deck['properties'], 'edition'> &
  Partial<Pick<Deck['properties'], 'edition'>>;
