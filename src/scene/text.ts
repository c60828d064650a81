import type { Colour, Rect } from './drawing.js';

/** Which way text runs. */
export type Direction = 'ltr' | 'rtl';

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
  /** `href` as written, `#3` for a place on the third slide; null where the run is no link. */
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
  /** The click at which it appears, 1-based, as Marp counts fragments; null for what is there at once. */
  readonly fragment: number | null;
  /** CSS line height, px. */
  readonly lineHeight: number;
  /** Content box of the block that holds the paragraph. */
  readonly box: Rect;
  readonly lines: readonly Line[];
}
