import type { Border, Borders, Colour, CutOut, Fill, Rect, Shadow, Shape, Turn } from './drawing.js';
import type { Direction, Paragraph } from './text.js';

/** One thing on a slide. */
export type SceneItem = TextItem | BoxItem | TableItem | PictureItem;

/** What an item is to the reader. */
export type Role =
  | 'title'
  | 'subtitle'
  | 'body'
  | 'footer'
  | 'date'
  | 'slide-number'
  | 'marking'
  | 'decoration';

/** What all items have. */
export interface ItemFacts {
  /** Unique on its slide. */
  readonly id: number;
  /** Place in the order of painting, lowest first; unique on its slide. */
  readonly paint: number;
  /** For people, from the element's class: `Ledger`, `Badge`. */
  readonly name: string;
  readonly role: Role | null;
  /** From the nearest `data-src`, in order; empty for what no text of the outline stands behind. */
  readonly pointers: readonly string[];
  /** The click at which it appears, 1-based, as Marp counts fragments; null for what is there at once. Paragraphs say their own. */
  readonly fragment: number | null;
  /** How all that is measured of it is turned when it is drawn; null for upright. */
  readonly turn: Turn | null;
}

/** A drawn box: background, border, outline. */
export interface BoxItem extends ItemFacts {
  readonly kind: 'box';
  /** Border box. */
  readonly rect: Rect;
  readonly fill: Fill | null;
  readonly borders: Borders;
  /** Null for a plain rectangle. */
  readonly shape: Shape | null;
  readonly shadow: Shadow | null;
  /** A shadow that falls into the box. */
  readonly innerShadow: Shadow | null;
  /** Clockwise degrees by `--pptx-rotate`; the rect is the drawn one. */
  readonly rotate: number;
  /** By `--pptx-flip: h | v`. */
  readonly flip: 'h' | 'v' | null;
  /** Drawn by `::before` or `::after`, or without any text inside. */
  readonly decorative: boolean;
}

/** Paragraphs that follow one another down one column. */
export interface TextItem extends ItemFacts {
  readonly kind: 'text';
  /** What the lines cover. */
  readonly extent: Rect;
  /** Border box of the element that holds the text. */
  readonly box: Rect;
  /** What it must stay in: the slide, less what elements with `overflow` cut off. */
  readonly limit: Rect;
  /** Id of the box that the text stands in; null for text on the slide itself. */
  readonly inside: number | null;
  readonly paragraphs: readonly Paragraph[];
  /** Smallest text, px. */
  readonly smallest: number;
  /** The solid colour behind the text; null where it is not one colour. */
  readonly ground: Colour | null;
}

/** A cell; those that a span covers are not listed. */
export interface TableCell {
  readonly rect: Rect;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  readonly fill: Fill | null;
  readonly borders: Borders;
  readonly vertical: 'top' | 'middle' | 'bottom';
  readonly pointers: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /** The solid colour behind the text; null where it is not one colour. */
  readonly ground: Colour | null;
}

/** A table. */
export interface TableItem extends ItemFacts {
  readonly kind: 'table';
  readonly rect: Rect;
  readonly limit: Rect;
  readonly direction: Direction;
  /** Widths of columns and heights of rows, px. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly headerRows: number;
  readonly cells: readonly TableCell[];
  /** Smallest text, px. */
  readonly smallest: number;
}

/** A picture. */
export interface PictureItem extends ItemFacts {
  readonly kind: 'picture';
  readonly rect: Rect;
  /** Place in `MeasuredDeck.media`. */
  readonly media: number;
  /** Parts of the picture's width and height that are cut off, 0 to 1. */
  readonly crop: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** Alternative text; null for decoration. */
  readonly alt: string | null;
  readonly alpha: number;
  readonly link: string | null;
  /** What it is cut to; null for a rectangle. */
  readonly shape: Shape | null;
  /** The frame right around it; null for none. */
  readonly border: Border | null;
  readonly shadow: Shadow | null;
  /** What the browser draws as this picture once all is measured; null for a picture file. */
  readonly cutOut: CutOut | null;
}
