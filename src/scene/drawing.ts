/** A rectangle, px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
      readonly stops: readonly GradientStop[];
    }
  | {
      readonly kind: 'radial';
      /** Its middle, in parts of the area's width and height. */
      readonly x: number;
      readonly y: number;
      /** From the middle to the farthest corner. */
      readonly stops: readonly GradientStop[];
    };

/** A colour of a gradient, and where on its line, 0 to 1. */
export interface GradientStop {
  readonly at: number;
  readonly colour: Colour;
}

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

/** A length for each corner: top left, top right, bottom right, bottom left. */
export type Corners = readonly [number, number, number, number];

/** The outline of a box. */
export type Shape =
  /** A preset shape of DrawingML with its adjust values (100000 = whole), by `--pptx-shape` and `--pptx-adjust`. */
  | { readonly kind: 'preset'; readonly name: string; readonly adjust: readonly number[] }
  /** Corner radii in px, across and down: top left, top right, bottom right, bottom left. */
  | { readonly kind: 'rounded'; readonly radii: Corners; readonly heights: Corners }
  /** Corners in parts of width and height, 0 to 1, from `clip-path: polygon()`. */
  | { readonly kind: 'polygon'; readonly points: readonly (readonly [number, number])[] };

/** A shadow; lengths in px. */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  /** By how much it is larger than what throws it, at each side. */
  readonly spread: number;
  readonly colour: Colour;
}

/** A turn about a point, px; clockwise degrees. */
export interface Turn {
  readonly angle: number;
  readonly x: number;
  readonly y: number;
}

/** What no shape of Office says, so that it is drawn as a picture of that element alone. */
export interface CutOut {
  /** A simple selector of the element or pseudo-element. */
  readonly selector: string;
  /** With its text, all within but the text, or its own box alone. */
  readonly shows: 'text' | 'inside' | 'ground';
  /** Drawn over what lies below it, since that shows through changed. */
  readonly backdrop: boolean;
  /** Pixels of the picture for each CSS px. */
  readonly density: number;
  /** For the report: `CSS filter`. */
  readonly cause: string;
}
