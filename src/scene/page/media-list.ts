import type { SceneMedia } from '../scene.js';
import { scratchCanvas } from './colour.js';

/** Formats that every Office draws. */
const office = /^data:image\/(?:png|jpeg|gif)[;,]/iu;

/** The pictures of a deck, each once. */
export class MediaList {
  readonly #list: SceneMedia[] = [];
  readonly #known = new Map<string, number>();

  /** Place of a picture in the list; `image` is drawn to a PNG where Office does not draw the format itself. */
  add(source: string, image: CanvasImageSource | null, width: number, height: number): number {
    const known = this.#known.get(source);
    if (known !== undefined) return known;
    const png = office.test(source) || !image ? null : raster(image, width, height);
    this.#known.set(source, this.#list.length);
    this.#list.push({ source, png });
    return this.#list.length - 1;
  }

  list(): readonly SceneMedia[] {
    return this.#list;
  }
}

/** Twice the drawn size, so that it still looks sharp on a large screen. */
const density = 2;

function raster(image: CanvasImageSource, width: number, height: number): string | null {
  const { canvas } = document.createElement('canvas').getContext('2d') ?? scratchCanvas();
  canvas.width = Math.max(1, Math.min(4096, Math.round(width * density)));
  canvas.height = Math.max(1, Math.min(4096, Math.round(height * density)));
  try {
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  } catch {
    // A picture that may not be read, or is broken, has no raster; its alternative text remains.
    return null;
  }
}
