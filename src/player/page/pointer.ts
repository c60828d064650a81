import { make } from './dom.js';
import type { Spot } from './pair.js';

/** The dot that points: shown over a slide, at a part of its width and height. */
export class PointerDot {
  readonly #dot = make('div', { class: 'bd-dot', attributes: { hidden: '', 'aria-hidden': 'true' } });

  /** `area` is where the slide is in the window. */
  constructor(
    home: HTMLElement,
    readonly area: () => DOMRect | undefined,
  ) {
    home.append(this.#dot);
  }

  show(spot: Spot): void {
    const area = spot && this.area();
    this.#dot.hidden = !area;
    if (!spot || !area) return;
    this.#dot.style.left = `${area.left + spot.x * area.width}px`;
    this.#dot.style.top = `${area.top + spot.y * area.height}px`;
  }
}

/** Follows the mouse over a slide while it is switched on; told at most once a frame. */
export class PointerHand {
  #on = false;
  #waiting = false;
  #spot: Spot = null;

  constructor(
    surface: HTMLElement,
    readonly area: () => DOMRect | undefined,
    readonly tell: (spot: Spot) => void,
  ) {
    surface.addEventListener('pointermove', (event) => this.#move(event));
    surface.addEventListener('pointerleave', () => this.#send(null));
  }

  get on(): boolean {
    return this.#on;
  }

  switch(): boolean {
    this.#on = !this.#on;
    if (!this.#on) this.tell(null);
    return this.#on;
  }

  #move({ clientX, clientY }: PointerEvent): void {
    const area = this.area();
    if (!this.#on || !area) return;
    const [x, y] = [(clientX - area.left) / area.width, (clientY - area.top) / area.height];
    this.#send(x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : null);
  }

  #send(spot: Spot): void {
    if (!this.#on) return;
    this.#spot = spot;
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      if (this.#on) this.tell(this.#spot);
    });
  }
}
