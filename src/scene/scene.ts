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
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
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

/** One thing on a slide. */
export type SceneItem = TextItem | BoxItem | TableItem | PictureItem;

/** Which way text runs. */
export type Direction = 'ltr' | 'rtl';

/** What an item is to the reader. */
export type Role = 'title' | 'subtitle' | 'body' | 'footer' | 'slide-number' | 'marking' | 'decoration';

/** A rectangle, px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

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
}

/** A colour as drawn. */
export interface Colour {
  /** `#RRGGBB`, upper case. */
  readonly hex: string;
  /** 0 clear to 1 solid. */
  readonly alpha: number;
}

/** What an area is filled with. */
export type Fill =
  | { readonly kind: 'solid'; readonly colour: Colour }
  | {
      readonly kind: 'linear';
      /** As in CSS: 0 points up, 90 to the right. */
      readonly angle: number;
      readonly stops: readonly { readonly at: number; readonly colour: Colour }[];
    };

/** One side's border. */
export interface Border {
  /** px */
  readonly width: number;
  readonly style: 'solid' | 'dashed' | 'dotted' | 'double';
  readonly colour: Colour;
}

/** A side of a box. */
export type Side = 'top' | 'right' | 'bottom' | 'left';
/** The borders of a box; null where a side has none. */
export type Borders = Readonly<Record<Side, Border | null>>;

/** The outline of a box. */
export type Shape =
  /** A preset shape of DrawingML with its adjust values (100000 = whole), by `--pptx-shape` and `--pptx-adjust`. */
  | { readonly kind: 'preset'; readonly name: string; readonly adjust: readonly number[] }
  /** Corner radii in px: top left, top right, bottom right, bottom left. */
  | { readonly kind: 'rounded'; readonly radii: readonly [number, number, number, number] }
  /** Corners in parts of width and height, 0 to 1, from `clip-path: polygon()`. */
  | { readonly kind: 'polygon'; readonly points: readonly (readonly [number, number])[] };

/** An outer shadow; lengths in px. */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  readonly colour: Colour;
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
  /** Clockwise degrees by `--pptx-rotate`; the rect is the drawn one. */
  readonly rotate: number;
  /** By `--pptx-flip: h | v`. */
  readonly flip: 'h' | 'v' | null;
  /** Drawn by `::before` or `::after`, or without any text inside. */
  readonly decorative: boolean;
}

/** What a run of characters looks like. */
export interface RunStyle {
  /** CSS family list as computed. */
  readonly family: string;
  /** px */
  readonly size: number;
  /** 100 to 900. */
  readonly weight: number;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly colour: Colour;
  /** Ground of the run itself, such as that of `code` or `mark`; null for none. */
  readonly highlight: Colour | null;
  /** px between characters. */
  readonly letterSpacing: number;
  /** Raised above the line's baseline (super > 0, sub < 0), px. */
  readonly shift: number;
  readonly caps: 'all' | 'small' | null;
  /** `href` as written; null where the run is no link. */
  readonly link: string | null;
  /** BCP 47; null where the document names none. */
  readonly language: string | null;
}

/** Characters of one look on one line. */
export interface Run extends RunStyle {
  readonly text: string;
  /** Left edge and right edge of the characters, px; for pseudo-elements in the line they are reckoned. */
  readonly x: number;
  readonly right: number;
  /** Empty space after the run beyond its characters, px: padding and margins of inline elements. */
  readonly gap: number;
  /** Name of the field that the run shows. */
  readonly field: 'slide-number' | null;
}

/** One line of text; px. */
export interface Line {
  readonly baseline: number;
  readonly x: number;
  readonly right: number;
  readonly runs: readonly Run[];
  /** The line ends by `<br>` or a newline of preformatted text. */
  readonly hard: boolean;
  /** The line was broken at a space, which is not drawn. */
  readonly space: boolean;
  /** Width at which the next line's first word would have fitted on this one, px; null on a last line or before a hard break. */
  readonly next: number | null;
}

/** What stands before a list item. */
export interface Marker {
  readonly kind: 'bullet' | 'number';
  /** Text of the bullet, or of the whole number (`3.`). */
  readonly text: string;
  readonly number: number | null;
  /** CSS counter style of a number. */
  readonly style: 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';
  /** What follows the number. */
  readonly suffix: '.' | ')' | '';
  readonly colour: Colour;
  readonly family: string;
  readonly weight: number;
  /** px */
  readonly size: number;
  /** Left edge (right edge in right-to-left text), px. */
  readonly x: number;
}

/** One paragraph as broken into lines. */
export interface Paragraph {
  readonly pointers: readonly string[];
  readonly language: string | null;
  readonly direction: Direction;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Depth in lists, 0 to 8. */
  readonly level: number;
  readonly marker: Marker | null;
  /** Heading level 1 to 6; null for others. */
  readonly heading: number | null;
  /** CSS line height, px. */
  readonly lineHeight: number;
  /** Content box of the block that holds the paragraph. */
  readonly box: Rect;
  readonly lines: readonly Line[];
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
}
