import { resolve } from 'node:path';
import type { BuildRequest } from '../build-types.js';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import { blocks, diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Effects } from '../effects/effects.js';
import { type RememberingFiles, rememberFiles } from '../effects/remembering-files.js';
import type { FileWatch, watchFiles } from '../effects/watch-files.js';
import type { PictureShelf } from '../picture-shelf.js';
import type { Preview } from '../preview.js';
import { type Previewer, previewerOf } from '../previewer.js';
import type { ServerMessage } from './protocol.js';
import { ShownDeck } from './shown-deck.js';
import { showTrouble } from './shown-findings.js';

/** Several files that are saved at once are one change: they have this long, in ms. */
const together = 4;

/** An editor that empties a file before it writes it should not flash an error: trouble is told when it lasts this long, in ms. */
const patience = 150;

/** What a session tells whoever listens. */
export interface SessionEvents {
  readonly tell: (message: ServerMessage) => void;
  /** After each preview, whether the deck could be drawn or not. */
  readonly previewed: (preview: Preview) => void;
}

/** Follows the files of one deck: after every change the preview is made anew, and pages are told what changed in it. */
export class DevSession {
  readonly shown: ShownDeck;
  readonly pictures: PictureShelf;
  readonly #previewer: Previewer;
  readonly #disk: RememberingFiles;
  readonly #watch: FileWatch;
  readonly #input: string;
  #version = 0;
  #timer: NodeJS.Timeout | null = null;
  #troubleTimer: NodeJS.Timeout | null = null;
  #busy = false;
  #again = false;
  #preview: Preview | null = null;
  #trouble: Extract<ServerMessage, { kind: 'trouble' }> = { kind: 'trouble', rows: [] };

  constructor(
    readonly request: BuildRequest,
    readonly effects: Effects,
    watch: typeof watchFiles,
    readonly events: SessionEvents,
  ) {
    const [input = ''] = request.inputs;
    this.#input = resolve(effects.cwd, input);
    this.#disk = rememberFiles(effects.files, effects.cwd);
    this.#previewer = previewerOf(input, request, { ...effects, files: this.#disk.files });
    this.pictures = this.#previewer.pictures;
    this.shown = new ShownDeck(input);
    this.#watch = watch((path) => this.#changed(path));
  }

  /** The newest preview; null before the first. */
  get preview(): Preview | null {
    return this.#preview;
  }

  /** What brings a new page up to date on the deck. */
  state(): readonly ServerMessage[] {
    const deck = this.shown.whole();
    return [...(deck ? [deck] : []), this.#trouble];
  }

  /** Makes the first preview, and follows the files from then on. */
  async start(): Promise<void> {
    await this.#update();
  }

  close(): void {
    this.#watch.close();
    for (const timer of [this.#timer, this.#troubleTimer]) if (timer) clearTimeout(timer);
  }

  #changed(path: string): void {
    this.#disk.forget(path);
    if (path !== this.#input) this.#version += 1;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#update();
    }, together);
  }

  async #update(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    do {
      this.#again = false;
      const preview = await this.#make();
      this.#follow();
      if (!this.#again) this.#show(preview);
    } while (this.#again);
    this.#busy = false;
  }

  async #make(): Promise<Preview> {
    try {
      return await this.#previewer.preview(this.#version);
    } catch (error) {
      return unmade(this.request.inputs[0] ?? '', error);
    }
  }

  #show(preview: Preview): void {
    this.#preview = preview;
    const message = preview.deck && this.shown.next(preview.deck);
    if (message) this.events.tell(message);
    if (this.#troubleTimer) clearTimeout(this.#troubleTimer);
    this.#troubleTimer = null;
    if (preview.deck || this.shown.slides.length === 0) this.#settle(preview);
    else this.#troubleTimer = setTimeout(() => this.#settle(preview), patience);
  }

  /** Tells what stands against the input, or that nothing does any more. */
  #settle(preview: Preview): void {
    const found = preview.deck ? [] : preview.diagnostics.filter(blocks);
    const rows = showTrouble(found, preview.sources, this.shown.slides);
    const had = this.#trouble.rows.length > 0;
    this.#trouble = { kind: 'trouble', rows };
    if (had || rows.length > 0) this.events.tell(this.#trouble);
    this.events.previewed(preview);
  }

  /** What was asked for is what can change the deck; packages do not change while it is served. */
  #follow(): void {
    const asked = this.#disk.asked().filter((path) => !/[\\/]node_modules[\\/]/u.test(path));
    this.#watch.watch([...asked, this.#input]);
  }
}

/** The preview of an input that could not be read. */
function unmade(file: string, error: unknown): Preview {
  if (!(error instanceof BriefdeckError) || error.exitCode !== exitCodes.files) throw error;
  const finding = diagnostic('FILE-1', error.message, { file, hint: error.hint });
  const place = (findings: readonly Diagnostic[]) => findings;
  return {
    deck: null,
    diagnostics: [finding],
    sources: new Map(),
    placeOf: () => null,
    place,
    late: async () => [],
  };
}
