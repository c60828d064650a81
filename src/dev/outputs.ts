import type { DeckBrowser } from '../browser/browser.js';
import { build } from '../build.js';
import type { BuildRequest } from '../build-types.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Effects } from '../effects/effects.js';
import type { ServerMessage } from './protocol.js';

type OutputsMessage = Extract<ServerMessage, { kind: 'outputs' }>;

/** Writes the outputs of the deck with the browser that stands ready; of requests that come while it writes, one is kept. */
export class Outputs {
  #busy = false;
  #again = false;
  #last: OutputsMessage | null = null;
  #diagnostics: readonly Diagnostic[] = [];

  constructor(
    readonly request: BuildRequest,
    readonly effects: Effects,
    readonly browser: DeckBrowser,
    readonly told: (message: OutputsMessage) => void,
  ) {}

  /** What was told last; null before the first build. */
  get last(): OutputsMessage | null {
    return this.#last;
  }

  /** What the last build found. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Writes the outputs of the deck as it is now. */
  async write(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      do {
        this.#again = false;
        await this.#build();
      } while (this.#again);
    } finally {
      this.#busy = false;
    }
  }

  async #build(): Promise<void> {
    const start = performance.now();
    this.#tell({ kind: 'outputs', state: 'working', files: [], ms: 0 });
    const { decks } = await build(this.request, this.effects, { browser: this.browser });
    const files = decks.flatMap(({ outputs }) => outputs.map(({ path, bytes }) => ({ path, bytes })));
    this.#diagnostics = decks.flatMap(({ diagnostics }) => diagnostics);
    const state = files.length > 0 ? 'done' : 'failed';
    this.#tell({ kind: 'outputs', state, files, ms: Math.round(performance.now() - start) });
  }

  #tell(message: OutputsMessage): void {
    this.#last = message;
    this.told(message);
  }
}
