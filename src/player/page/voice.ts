import { words } from '../words.js';
import { make } from './dom.js';
import type { PageSlide } from './slides.js';
import type { Talk } from './talk.js';

/** Says each new slide to a screen reader, and short words to everyone. */
export class Voice {
  readonly #live = make('div', { class: 'bd-heard', attributes: { role: 'status', 'aria-live': 'polite' } });
  readonly #note = make('div', { class: 'bd-note', attributes: { role: 'status', hidden: '' } });
  #timer = 0;

  constructor(home: HTMLElement) {
    home.append(this.#live, this.#note);
  }

  follow(talk: Talk, slides: readonly PageSlide[]): void {
    talk.follow((now, before, cause) => {
      if (now.black !== before.black) this.#live.textContent = now.black ? words.black : '';
      else if (cause !== 'start' && cause !== 'scroll')
        this.#live.textContent = slides[now.slide]?.label ?? '';
    });
  }

  /** Shows a short word for some seconds; null takes it back. */
  say(text: string | null, ms = 4000): void {
    clearTimeout(this.#timer);
    this.#note.hidden = text === null;
    this.#note.textContent = text ?? '';
    if (text !== null) this.#timer = window.setTimeout(() => this.say(null), ms);
  }
}
