import type { Rect } from './drawing.js';

/** What a slide holds, the same in the document and in every format: what the loss report counts and compares. */
export interface SlideContent {
  /** One a paragraph, in reading order. */
  readonly texts: readonly string[];
  /** What the theme draws by itself, such as page numbers, where a format tells that apart. */
  readonly decoration: readonly string[];
  /** The text of each table, cell after cell. */
  readonly tables: readonly string[];
  /** Places of pictures, px; null where the format does not tell. */
  readonly pictures: readonly (Rect | null)[];
  readonly links: readonly SlideLink[];
  readonly alternativeTexts: readonly string[];
  /** What the speaker says; null where there is nothing, or the format has no notes. */
  readonly notes: string | null;
}

/** Text or a picture that leads somewhere. */
export interface SlideLink {
  /** `https://…`, or `#3` for the third slide. */
  readonly address: string;
  /** Empty for a picture's. */
  readonly text: string;
}
