import type { Colour, Rect, Turn } from '../drawing.js';
import type { BoxItem, PictureItem, SceneItem, TableCell, TableItem, TextItem } from '../items.js';
import type { Paragraph } from '../text.js';
import { closeText, joinBeside, joins, type OpenText, openText } from './columns.js';
import type { Counters } from './counters.js';
import { type Frame, hull } from './geometry.js';
import { solidHighlights } from './highlights.js';
import type { Facts, Holder } from './holder.js';
import type { MediaList } from './media-list.js';
import { compose } from './turns.js';

/** Where in the order of painting something stands: compared number by number. */
export type PaintKey = readonly number[];

type Omitted = 'id' | 'paint' | 'turn' | keyof Facts | 'kind';
type Drawn<Item> = Omit<Item, Omitted>;

/** A slide in the making. */
export class SlideDraft {
  readonly #items: { readonly item: SceneItem | OpenText; readonly key: PaintKey }[] = [];
  #id = 0;
  #order = 0;
  #text: OpenText | null = null;
  #turn: Turn | null = null;
  #pictured = 0;

  constructor(
    readonly frame: Frame,
    readonly size: Rect,
    readonly counters: Counters,
    readonly media: MediaList,
  ) {}

  /** The next number in document order. */
  order(): number {
    this.#order += 1;
    return this.#order;
  }

  /** Does what draws things that are turned together. */
  turned(turn: Turn, work: () => void): void {
    const outer = this.#turn;
    this.#turn = compose(outer, turn);
    this.#text = null;
    work();
    this.#turn = outer;
    this.#text = null;
  }

  /** Does what draws things that a picture shows already: their texts alone are put in. */
  pictured(work: () => void): void {
    this.#pictured += 1;
    work();
    this.#pictured -= 1;
  }

  /** True while a picture shows what is drawn, but for texts. */
  get isPictured(): boolean {
    return this.#pictured > 0;
  }

  addBox(box: Drawn<BoxItem>, facts: Facts, key: PaintKey): number {
    if (this.#pictured > 0) return this.#nextId();
    return this.#add({ kind: 'box', ...this.#facts(facts), ...box }, key);
  }

  addTable(table: Drawn<TableItem>, facts: Facts, key: PaintKey): number {
    this.#text = null;
    return this.#add({ kind: 'table', ...this.#facts(facts), ...table }, key);
  }

  /** A picture that stands in a line of text does not end the text. */
  addPicture(picture: Drawn<PictureItem>, facts: Facts, key: PaintKey, flow?: 'in text'): number {
    if (flow !== 'in text') this.#text = null;
    if (this.#pictured > 0 && flow !== 'in text') return this.#nextId();
    return this.#add({ kind: 'picture', ...this.#facts(facts), ...picture }, key);
  }

  /** Puts a paragraph into the text box that it goes on, its table cell, or a new text box. */
  addParagraph(paragraph: Paragraph, holder: Holder, limit: Rect, facts: Facts, key: PaintKey): void {
    if (holder.cell) {
      holder.cell.push(paragraph);
      return;
    }
    const beside = this.#text && joinBeside(this.#text, paragraph, facts);
    if (this.#text && beside) {
      this.#text.paragraphs.splice(-1, 1, beside);
      this.#text.limit = hull(this.#text.limit, limit);
      return;
    }
    if (this.#text && joins(this.#text, paragraph, holder, facts)) {
      this.#text.paragraphs.push(paragraph);
      return;
    }
    this.#text = openText(this.#nextId(), paragraph, holder, limit, facts, this.#turn);
    this.#items.push({ item: this.#text, key });
  }

  /** Ends the text box at hand: what comes next is not part of the same flow. */
  breakText(): void {
    this.#text = null;
  }

  /** The items in reading order, with their places in the order of painting and the colours behind their texts. */
  finish(background: Colour | null): readonly SceneItem[] {
    const ranks = new Map(
      [...this.#items].sort((a, b) => compare(a.key, b.key)).map(({ item }, index) => [item, index] as const),
    );
    const items = this.#items.map(({ item }): SceneItem => {
      const paint = ranks.get(item) ?? 0;
      return 'holder' in item ? closeText(item, paint) : { ...item, paint };
    });
    const texted = new Set(items.map((item) => (item.kind === 'text' ? item.inside : null)));
    return items.map((item) => {
      if (item.kind === 'box') return { ...item, decorative: item.decorative || !texted.has(item.id) };
      if (item.kind === 'text') return onGround(item, groundOf(item, items, background));
      if (item.kind === 'table') return { ...item, cells: cellGrounds(item, items, background) };
      return item;
    });
  }

  #add(item: SceneItem, key: PaintKey): number {
    this.#items.push({ item, key });
    return item.id;
  }

  #facts(facts: Facts) {
    return { id: this.#nextId(), paint: 0, turn: this.#turn, ...facts };
  }

  #nextId(): number {
    this.#id += 1;
    return this.#id;
  }
}

function onGround<Item extends TextItem | TableCell>(item: Item, ground: Colour | null): Item {
  return { ...item, ground, paragraphs: solidHighlights(item.paragraphs, ground) };
}

function compare(a: PaintKey, b: PaintKey): number {
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function cellGrounds(table: TableItem, items: readonly SceneItem[], background: Colour | null) {
  const around = groundOf({ extent: table.rect, paint: table.paint }, items, background);
  return table.cells.map((cell) => {
    const { fill } = cell;
    const own = fill?.kind === 'solid' && fill.colour.alpha === 1 ? fill.colour : null;
    return onGround(cell, fill === null ? around : own);
  });
}

/** The topmost box below a text that covers its middle tells the colour behind it. */
function groundOf(
  { extent, paint }: Pick<TextItem, 'extent' | 'paint'>,
  items: readonly SceneItem[],
  background: Colour | null,
): Colour | null {
  const x = extent.x + extent.width / 2;
  const y = extent.y + extent.height / 2;
  let ground = background;
  let top = -1;
  for (const item of items) {
    if (item.paint >= paint || item.paint <= top) continue;
    const { rect } = item.kind === 'text' ? { rect: null } : item;
    if (!rect || x < rect.x || x > rect.x + rect.width || y < rect.y || y > rect.y + rect.height) continue;
    if (item.kind === 'picture') ground = null;
    else if (item.kind === 'box' && item.fill) {
      ground = item.fill.kind === 'solid' && item.fill.colour.alpha === 1 ? item.fill.colour : null;
    } else continue;
    top = item.paint;
  }
  return ground;
}
