import { DeckPage } from './deck-page.js';
import type { RunningBrowser } from './launch.js';

/** A page lent for one deck. */
export interface LentPage {
  readonly page: DeckPage;
  /** Resolves when the browser or the page is gone. */
  readonly lost: Promise<void>;
  /** Closes the page; a browser that is not `sound` takes no further deck and ends when its last page is given back. */
  giveBack(sound: boolean): Promise<void>;
}

/** Decks after which a browser is replaced: what it gathers of each does not add up over thousands. */
const mostDecks = 100;

interface Kept {
  readonly running: RunningBrowser;
  lent: number;
  /** Pages that it has lent in all. */
  served: number;
  retired: boolean;
}

/** Lends pages of one browser, and gets a new browser when that one was lost. */
export class PageSource {
  readonly #launch: (closing: AbortSignal) => Promise<RunningBrowser>;
  readonly #closing = new AbortController();
  readonly #all = new Set<Promise<Kept>>();
  #current: Promise<Kept> | null = null;
  /** An empty page, made before anybody asked. */
  #ready: Promise<DeckPage> | null = null;

  /** `ahead` makes the next page as soon as one was given back: for decks that come one by one, with time between them. */
  constructor(
    launch: (closing: AbortSignal) => Promise<RunningBrowser>,
    readonly ahead = false,
  ) {
    this.#launch = launch;
  }

  /** Starts the browser and its first page, ahead of need. */
  start(): void {
    this.#prepare(this.#keep().then(({ running }) => DeckPage.make(running.connection, true)));
  }

  /** The browser in use; starts one where there is none. */
  async browser(): Promise<RunningBrowser> {
    return (await this.#keep()).running;
  }

  /** Lends a page that has shown nothing yet; null where it is not there when it becomes `late`. */
  async lend(late: Promise<'late'>): Promise<LentPage | null> {
    const current = this.#keep();
    const ready = this.#ready;
    this.#ready = null;
    const kept = await Promise.race([current, late]);
    if (kept === 'late') return null;
    kept.lent += 1;
    kept.served += 1;
    if (kept.served >= mostDecks) this.#retire(kept, current);
    try {
      const page = await Promise.race([ready ?? DeckPage.make(kept.running.connection), late]);
      if (page === 'late') {
        await this.#takeBack(kept, current, null, false);
        return null;
      }
      const lost = Promise.race([kept.running.ended, page.crashed]);
      return { page, lost, giveBack: (sound) => this.#takeBack(kept, current, page, sound) };
    } catch (error) {
      await this.#takeBack(kept, current, null, false);
      throw error;
    }
  }

  /** Ends all browsers. */
  async close(): Promise<void> {
    this.#closing.abort();
    const all = [...this.#all];
    this.#forget(this.#current);
    await Promise.all(all.map((kept) => this.#end(kept)));
  }

  #keep(): Promise<Kept> {
    if (this.#current) return this.#current;
    const kept = this.#launch(this.#closing.signal).then((running) => ({
      running,
      lent: 0,
      served: 0,
      retired: false,
    }));
    this.#current = kept;
    this.#all.add(kept);
    // A browser that dies between two decks is replaced at the next one, and costs that deck nothing.
    kept
      .then(({ running }) => running.ended)
      .then(
        () => this.#forget(kept),
        () => {},
      );
    return kept;
  }

  async #takeBack(kept: Kept, current: Promise<Kept>, page: DeckPage | null, sound: boolean): Promise<void> {
    kept.lent -= 1;
    if (!sound) this.#retire(kept, current);
    if (kept.retired && kept.lent === 0) await this.#end(current);
    else await page?.close();
    if (this.ahead && this.#current === current) this.#prepare(DeckPage.make(kept.running.connection));
  }

  #prepare(page: Promise<DeckPage>): void {
    this.#ready = page;
    // Whoever asks for the page sees the failure; nobody may ever ask.
    page.catch(() => {});
  }

  /** Takes no further deck, and ends with the last that it has. */
  #retire(kept: Kept, promise: Promise<Kept>): void {
    kept.retired = true;
    this.#forget(promise);
  }

  #forget(kept: Promise<Kept> | null): void {
    if (this.#current !== kept) return;
    this.#current = null;
    this.#ready = null;
  }

  async #end(kept: Promise<Kept>): Promise<void> {
    this.#all.delete(kept);
    // A browser that never started has nothing to end, and has been reported to whoever asked for it.
    const running = await kept.then((it) => it.running).catch(() => null);
    await running?.kill();
  }
}
