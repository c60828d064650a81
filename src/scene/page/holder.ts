import type { Rect } from '../drawing.js';
import type { Role } from '../items.js';
import type { Paragraph } from '../text.js';

/** What is common to all that stands at one place of the document. */
export interface Facts {
  readonly name: string;
  readonly role: Role | null;
  readonly pointers: readonly string[];
  readonly fragment: number | null;
}

/** The element whose text makes one text box at most a column: a positioned or drawn element, a cell, the slide. */
export interface Holder {
  /** Border box. */
  readonly rect: Rect;
  /** Id of the drawn box. */
  readonly box: number | null;
  /** Takes the paragraphs of a table's cell. */
  readonly cell: Paragraph[] | null;
}
