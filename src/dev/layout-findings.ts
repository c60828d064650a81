import { type DeckBrowser, startBrowser } from '../browser/browser.js';
import { checkScenes } from '../check/check-scenes.js';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Effects } from '../effects/effects.js';
import { assembleDocument } from '../marp/document.js';
import { joinedSlides } from '../marp/split-slides.js';
import { measureDeck } from '../measure-deck.js';
import { pageScript } from '../page-script.js';
import type { PictureShelf } from '../picture-shelf.js';
import type { PreviewDeck, PreviewSlide } from '../preview.js';

/** Whether the layout of a deck is known. */
export type LayoutState = 'pending' | 'checked' | 'unavailable';

/** After an edit the browser waits this long, in ms: whoever types on should not share the processor with it. */
const quiet = 250;

/** Looks at slides in a browser that stays, in the background, each slide once. */
export class LayoutFindings {
  #known = new Map<string, readonly Diagnostic[]>();
  #frame = '';
  #deck: PreviewDeck | null = null;
  #timer: NodeJS.Timeout | null = null;
  #busy = false;
  #state: LayoutState = 'pending';
  #hasWorked = false;

  constructor(
    readonly browser: DeckBrowser,
    readonly effects: Effects,
    readonly pictures: PictureShelf,
    /** Called when more is known of the deck. */
    readonly told: () => void,
    /** Called once where no browser can be used. */
    readonly failed: (error: BriefdeckError) => void,
  ) {}

  get state(): LayoutState {
    return this.#state;
  }

  /** What is known of these slides. */
  of(slides: readonly PreviewSlide[]): readonly Diagnostic[] {
    return slides.flatMap((slide) => this.#known.get(keyOf(slide)) ?? []);
  }

  /** Takes a deck as it is now; what was asked for before is no longer waited for. */
  look(deck: PreviewDeck): void {
    const frame = `${deck.css.length} ${deck.fontCss.length} ${deck.css}`;
    const kept = frame === this.#frame ? this.#known : new Map<string, readonly Diagnostic[]>();
    this.#frame = frame;
    this.#known = new Map(
      deck.slides.flatMap((slide) => {
        const known = kept.get(keyOf(slide));
        return known ? [[keyOf(slide), known] as const] : [];
      }),
    );
    this.#deck = deck;
    if (this.#state === 'unavailable' && !this.#hasWorked) return;
    this.#state = this.#unknown(deck).length > 0 ? 'pending' : 'checked';
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#measure(), quiet);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#deck = null;
  }

  #unknown({ slides }: PreviewDeck): readonly PreviewSlide[] {
    return slides.filter((slide) => !this.#known.has(keyOf(slide)));
  }

  async #measure(): Promise<void> {
    const deck = this.#deck;
    if (this.#busy || !deck) return;
    const slides = this.#unknown(deck);
    if (slides.length > 0) {
      this.#busy = true;
      const known = this.#known;
      try {
        for (const [slide, found] of await this.#find(deck, slides)) known.set(keyOf(slide), found);
        this.#hasWorked = true;
      } catch (error) {
        this.#fail(error);
        return;
      } finally {
        this.#busy = false;
      }
    }
    // An edit came meanwhile.
    if (this.#deck && this.#unknown(this.#deck).length > 0) return void this.#measure();
    this.#state = 'checked';
    this.told();
  }

  #fail(error: unknown): void {
    if (!(error instanceof BriefdeckError)) throw error;
    const first = this.#state !== 'unavailable';
    this.#state = 'unavailable';
    if (first && error.exitCode === exitCodes.browser) this.failed(error);
    this.told();
  }

  async #find(
    deck: PreviewDeck,
    slides: readonly PreviewSlide[],
  ): Promise<readonly (readonly [PreviewSlide, readonly Diagnostic[]])[]> {
    const css = [deck.css, ...slides.map((slide) => slide.css)].join('\n');
    const rendered = {
      html: this.pictures.putInside(joinedSlides(slides.map(({ html }) => html))),
      css: this.pictures.putInside(css),
      assets: [],
      slideCount: slides.length,
      comments: [],
    };
    const { title, language, direction, size, fontCss } = deck;
    const facts = {
      properties: { title, subject: null, authors: [], date: null, edition: null },
      language,
      direction,
    };
    const fitting = deck.scales ? await pageScript('scaling', this.effects) : null;
    const html = assembleDocument({ deck: facts, rendered, fontCss, assets: [], size, fitting }, null);
    const scripts = fitting === null ? ('none' as const) : ('by-policy' as const);
    const script = await pageScript('measure', this.effects);
    const shown = { html, size, scripts };
    const { scenes } = await this.browser.withDeck(shown, (page) => measureDeck(page, script));
    return slides.map((slide, index) => {
      const found = checkScenes(scenes.slice(index, index + 1));
      return [slide, found.map((each) => ({ ...each, pointer: each.pointer ?? startOf(slide) }))] as const;
    });
  }
}

/** Where a slide begins in the source: what has no text of the outline behind it is told there. */
function startOf({ pointer, html }: PreviewSlide): string | null {
  return pointer ?? / data-src="([^" ]+)/u.exec(html)?.[1] ?? null;
}

function keyOf({ html, css }: PreviewSlide): string {
  return `${html}\n${css}`;
}

/** The browser of a preview: it starts now and stays, and one that is lost is replaced. */
export function standingBrowser(path: string | null, { env, terminal }: Effects): DeckBrowser {
  const say = (message: string) => terminal.err(`${message}\n`);
  return startBrowser({ path, env, concurrency: 2, deadline: 60_000, say });
}
