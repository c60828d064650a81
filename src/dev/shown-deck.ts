import type { PreviewDeck } from '../preview.js';
import { matchSlides, type NamedSlide } from './match-slides.js';
import type { ServerMessage, ShownSlide } from './protocol.js';

type DeckMessage = Extract<ServerMessage, { kind: 'deck' }>;

/** The deck that the pages show. */
export class ShownDeck {
  #slides: readonly NamedSlide[] = [];
  #deck: PreviewDeck | null = null;
  #revision = 0;
  #names = 0;

  constructor(readonly file: string) {}

  /** Its slides by the names that pages know them by. */
  get slides(): readonly NamedSlide[] {
    return this.#slides;
  }

  /** Takes the next deck; gives what pages must be told, null where nothing of it shows. */
  next(deck: PreviewDeck): DeckMessage | null {
    const before = new Map(this.#slides.map((slide) => [slide.id, slide]));
    const last = this.#deck;
    const slides = matchSlides(this.#slides, deck.slides, () => {
      this.#names += 1;
      return `slide-${this.#names}`;
    });
    const changed = slides.filter((slide) => {
      const old = before.get(slide.id);
      return !(
        old &&
        old.html === slide.html &&
        old.css === slide.css &&
        old.title === slide.title &&
        old.pointer === slide.pointer
      );
    });
    const isMoved = slides.map(({ id }) => id).join() !== this.#slides.map(({ id }) => id).join();
    const css = deck.css === last?.css ? null : deck.css;
    const fontCss = deck.fontCss === last?.fontCss ? null : deck.fontCss;
    const isRenamed = deck.title !== last?.title || deck.language !== last.language;
    [this.#slides, this.#deck] = [slides, deck];
    if (changed.length === 0 && !isMoved && css === null && fontCss === null && !isRenamed) return null;
    this.#revision += 1;
    return this.#message(deck, changed, css, fontCss);
  }

  /** All of it, for a page that was opened just now; null before there is any. */
  whole(): DeckMessage | null {
    return this.#deck && this.#message(this.#deck, this.#slides, this.#deck.css, this.#deck.fontCss);
  }

  #message(
    { title, language, direction, size, scales }: PreviewDeck,
    slides: readonly NamedSlide[],
    css: string | null,
    fontCss: string | null,
  ): DeckMessage {
    return {
      kind: 'deck',
      revision: this.#revision,
      file: this.file,
      title,
      language,
      direction,
      size,
      css,
      fontCss,
      scales,
      order: this.#slides.map(({ id }) => id),
      slides: slides.map(
        ({ id, html, css: rules, title: name, pointer }): ShownSlide => ({
          id,
          html,
          css: rules,
          title: name,
          outline: outlineIndex(pointer),
        }),
      ),
    };
  }
}

function outlineIndex(pointer: string | null): number | null {
  const index = /^\/slides\/(\d+)$/u.exec(pointer ?? '')?.[1];
  return index === undefined ? null : Number(index);
}
