import type {
  Border,
  Borders,
  Corners,
  Paragraph,
  PictureItem,
  Rect,
  Scene,
  SceneItem,
  Shadow,
  Shape,
  TableCell,
  Turn,
} from '../../scene/scene.js';

import type { Shrink } from './face-widths.js';

/** How slides are brought to the size of a template: times `scale`, then moved, px. */
export interface Fit {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest that a slide can be on another page, in its middle. */
export function fitOf(slide: Size, page: Size): Fit {
  const scale = Math.min(page.width / slide.width, page.height / slide.height);
  return {
    scale,
    x: (page.width - slide.width * scale) / 2,
    y: (page.height - slide.height * scale) / 2,
  };
}

/** Whether two pages have the same ratio, as far as anyone can see: within 1 %. */
export function sameRatio(one: Size, other: Size): boolean {
  const [a, b] = [one, other].map(({ width, height }) => width / height);
  return a !== undefined && b !== undefined && Math.abs(a / b - 1) < 0.01;
}

/** A slide on a page of another size, all of it in proportion; text that changes its face may get smaller. */
export function fitScene(scene: Scene, fit: Fit, page: Size, shrink: Shrink): Scene {
  const fitter = new Fitter(fit, shrink);
  return { ...scene, ...page, items: scene.items.map((item) => fitter.item(item)) };
}

class Fitter {
  constructor(
    readonly fit: Fit,
    readonly shrink: Shrink,
  ) {}

  item(item: SceneItem): SceneItem {
    switch (item.kind) {
      case 'picture':
        return this.#picture(item);
      case 'box':
        return {
          ...item,
          rect: this.#rect(item.rect),
          borders: this.#borders(item.borders),
          shape: this.#shape(item.shape),
          turn: this.#turn(item.turn),
          shadow: this.#shadow(item.shadow),
          innerShadow: this.#shadow(item.innerShadow),
        };
      case 'text':
        return {
          ...item,
          turn: this.#turn(item.turn),
          extent: this.#rect(item.extent),
          box: this.#rect(item.box),
          limit: this.#rect(item.limit),
          smallest: this.#length(item.smallest),
          paragraphs: item.paragraphs.map((each) => this.#paragraph(each)),
        };
      case 'table':
        return {
          ...item,
          rect: this.#rect(item.rect),
          limit: this.#rect(item.limit),
          columns: item.columns.map((each) => this.#length(each)),
          rows: item.rows.map((each) => this.#length(each)),
          smallest: this.#length(item.smallest),
          cells: item.cells.map((each) => this.#cell(each)),
        };
    }
  }

  #picture(item: PictureItem): PictureItem {
    return {
      ...item,
      turn: this.#turn(item.turn),
      rect: this.#rect(item.rect),
      shape: this.#shape(item.shape),
      border: item.border && { ...item.border, width: this.#length(item.border.width) },
      shadow: this.#shadow(item.shadow),
    };
  }

  #cell(cell: TableCell): TableCell {
    return {
      ...cell,
      rect: this.#rect(cell.rect),
      borders: this.#borders(cell.borders),
      paragraphs: cell.paragraphs.map((each) => this.#paragraph(each)),
    };
  }

  #paragraph(paragraph: Paragraph): Paragraph {
    const { marker, lines } = paragraph;
    return {
      ...paragraph,
      lineHeight: this.#length(paragraph.lineHeight),
      box: this.#rect(paragraph.box),
      marker: marker && {
        ...marker,
        size: this.#length(marker.size) * this.shrink(marker),
        x: this.#x(marker.x),
      },
      lines: lines.map((line) => ({
        ...line,
        baseline: this.#y(line.baseline),
        x: this.#x(line.x),
        right: this.#x(line.right),
        next: line.next === null ? null : this.#length(line.next),
        runs: line.runs.map((run) => ({
          ...run,
          x: this.#x(run.x),
          right: this.#x(run.right),
          gap: this.#length(run.gap),
          size: this.#length(run.size) * this.shrink(run),
          letterSpacing: this.#length(run.letterSpacing),
          shift: this.#length(run.shift),
        })),
      })),
    };
  }

  #shape(shape: Shape | null): Shape | null {
    if (shape?.kind !== 'rounded') return shape;
    return { ...shape, radii: this.#corners(shape.radii), heights: this.#corners(shape.heights) };
  }

  #corners([one, two, three, four]: Corners): Corners {
    return [this.#length(one), this.#length(two), this.#length(three), this.#length(four)];
  }

  #shadow(shadow: Shadow | null): Shadow | null {
    if (shadow === null) return null;
    const { x, y, blur, spread } = shadow;
    const [across, down] = [this.#length(x), this.#length(y)];
    return { ...shadow, x: across, y: down, blur: this.#length(blur), spread: this.#length(spread) };
  }

  #turn(turn: Turn | null): Turn | null {
    return turn && { ...turn, x: this.#x(turn.x), y: this.#y(turn.y) };
  }

  #borders({ top, right, bottom, left }: Borders): Borders {
    const fit = (border: Border | null) => border && { ...border, width: this.#length(border.width) };
    return { top: fit(top), right: fit(right), bottom: fit(bottom), left: fit(left) };
  }

  #rect({ x, y, width, height }: Rect): Rect {
    return { x: this.#x(x), y: this.#y(y), width: this.#length(width), height: this.#length(height) };
  }

  #x(x: number): number {
    return x * this.fit.scale + this.fit.x;
  }

  #y(y: number): number {
    return y * this.fit.scale + this.fit.y;
  }

  #length(length: number): number {
    return length * this.fit.scale;
  }
}
