import type { BuildRequest } from '../build-types.js';
import { blocks } from '../diagnostics/codes.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import type { Effects } from '../effects/effects.js';
import type { Programs } from '../effects/programs.js';
import type { watchFiles } from '../effects/watch-files.js';
import { pageScript, pageStyle } from '../page-script.js';
import type { Preview } from '../preview.js';
import { type DevServer, type Served, startServer } from './dev-server.js';
import { DevSession } from './dev-session.js';
import { Edits } from './edits.js';
import { LayoutFindings, standingBrowser } from './layout-findings.js';
import { SourceOpener } from './open-source.js';
import { Outputs } from './outputs.js';
import { pageHtml } from './page-html.js';
import { type PageAnswer, type PageRequest, routes, type ServerMessage } from './protocol.js';
import { showFindings } from './shown-findings.js';

/** What a preview is asked for. */
export interface DevRequest {
  /** The input, what it is drawn with, and what is written of it. */
  readonly build: BuildRequest;
  /** Whether outputs are written after every edit, not only when a page asks. */
  readonly writes: boolean;
  /** 0 for any that is free. */
  readonly port: number;
  /** What opens the source; null where nothing is said. */
  readonly editor: string | null;
}

/** What a preview needs of the machine beyond files and terminal. */
export interface DevMachine {
  readonly programs: Programs;
  readonly watch: typeof watchFiles;
}

/** Outputs are written when nothing was edited for this long, in ms. */
const settled = 300;

/** Serves the preview of a deck until it is closed. */
export class DeckPreview {
  readonly #session: DevSession;
  readonly #layout: LayoutFindings;
  readonly #outputs: Outputs;
  readonly #opener: SourceOpener;
  readonly #edits: Edits;
  readonly #browser: ReturnType<typeof standingBrowser>;
  #server: DevServer | null = null;
  #findings: Extract<ServerMessage, { kind: 'findings' }> = { kind: 'findings', rows: [], layout: 'pending' };
  #late: readonly Preview['diagnostics'][number][] = [];
  #writing: NodeJS.Timeout | null = null;
  #said = '';

  constructor(
    readonly request: DevRequest,
    readonly effects: Effects,
    { programs, watch }: DevMachine,
  ) {
    const tell = (message: ServerMessage) => this.#server?.tell(message);
    const previewed = (preview: Preview) => this.#previewed(preview);
    this.#session = new DevSession(request.build, effects, watch, { tell, previewed });
    this.#browser = standingBrowser(request.build.browser, effects);
    this.#layout = new LayoutFindings(
      this.#browser,
      effects,
      this.#session.pictures,
      () => this.#tellFindings(),
      ({ message, hint }) =>
        effects.terminal.err(`Layout is not checked. ${message}\n${hint ? `  hint: ${hint}\n` : ''}`),
    );
    this.#outputs = new Outputs(request.build, effects, this.#browser, (message) => {
      tell(message);
      if (message.state !== 'working') this.#tellFindings();
    });
    this.#opener = new SourceOpener(request.editor, effects, programs);
    this.#edits = new Edits(this.#session.shown.file, effects.files, tell);
  }

  /** Makes the first preview and begins to serve; gives the address. */
  async start(): Promise<string> {
    const { effects } = this;
    const [script, style, scaling] = await Promise.all([
      pageScript('dev', effects),
      pageStyle('dev', effects),
      pageScript('scaling', effects),
    ]);
    const code = 'text/javascript; charset=utf-8';
    const served: Served = {
      texts: new Map([
        [routes.page, { type: 'text/html; charset=utf-8', text: pageHtml }],
        [routes.script, { type: code, text: script }],
        [routes.style, { type: 'text/css; charset=utf-8', text: style }],
        [routes.scaling, { type: code, text: scaling }],
      ]),
      picture: (name) => this.#session.pictures.find(name),
      state: () => this.#state(),
      answer: (request) => this.#answer(request),
    };
    this.#server = await startServer(this.request.port, served);
    await this.#session.start();
    return this.#server.url;
  }

  /** Ends it; nothing of it is left. */
  async close(): Promise<void> {
    if (this.#writing) clearTimeout(this.#writing);
    this.#session.close();
    this.#layout.close();
    await Promise.all([this.#server?.close(), this.#browser.close()]);
  }

  #state(): readonly ServerMessage[] {
    const { last } = this.#outputs;
    return [...this.#session.state(), this.#edits.outline, this.#findings, ...(last ? [last] : [])];
  }

  #previewed(preview: Preview): void {
    this.#say(preview);
    this.#edits.drawn(preview);
    this.#late = [];
    if (preview.deck) this.#layout.look(preview.deck);
    this.#tellFindings();
    void this.#findMore(preview);
    if (!this.request.writes || !preview.deck) return;
    if (this.#writing) clearTimeout(this.#writing);
    this.#writing = setTimeout(() => void this.#outputs.write(), settled);
  }

  async #findMore(preview: Preview): Promise<void> {
    const late = await preview.late();
    if (this.#session.preview !== preview || late.length === 0) return;
    this.#late = late;
    this.#tellFindings();
  }

  #tellFindings(): void {
    const { preview, shown } = this.#session;
    if (!preview) return;
    const measured = preview.deck ? this.#layout.of(preview.deck.slides) : [];
    const placed = preview.place(measured).map((finding, index) => ({
      ...finding,
      pointer: measured[index]?.pointer ?? null,
    }));
    const found = [...preview.diagnostics, ...this.#late, ...placed, ...this.#outputs.diagnostics];
    const rows = showFindings(found, shown.slides);
    const layout = this.#layout.state;
    const before = JSON.stringify(this.#findings);
    this.#findings = { kind: 'findings', rows, layout };
    if (JSON.stringify(this.#findings) !== before) this.#server?.tell(this.#findings);
  }

  /** Says on the terminal what keeps the deck from being drawn, and when it is drawn again. */
  #say({ deck, diagnostics, sources }: Preview): void {
    const { terminal } = this.effects;
    const found = deck ? [] : diagnostics.filter(blocks);
    const text = found
      .map((finding) => formatDiagnostic(finding, sources.get(finding.file ?? '') ?? null, terminal.colour))
      .join('\n');
    if (text === this.#said) return;
    this.#said = text;
    terminal.err(text === '' ? `${this.#session.shown.file} can be drawn again.\n` : `${text}\n`);
  }

  async #answer(request: PageRequest): Promise<PageAnswer> {
    if (request.kind === 'build') {
      void this.#outputs.write();
      return { ok: true };
    }
    if (request.kind !== 'open' && request.kind !== 'open-finding') return this.#edits.answer(request);
    const { preview, shown } = this.#session;
    if (!preview) return { ok: false, reason: 'The deck is not drawn yet.' };
    if (request.kind === 'open') {
      const place = preview.placeOf(request.pointer);
      if (!place) return { ok: false, reason: 'This text has no place in the outline.' };
      return { ok: true, opened: await this.#opener.open(shown.file, place, this.#textOf(shown.file)) };
    }
    const place = this.#findings.rows.find(({ ref }) => ref === request.ref)?.place ?? '';
    const [, file = '', line = '1', column = '1'] = /^(.+?)(?::(\d+))?(?::(\d+))?$/u.exec(place) ?? [];
    if (file === '') return { ok: false, reason: 'This finding has no place.' };
    const at = { line: Number(line), column: Number(column) };
    return { ok: true, opened: await this.#opener.open(file, at, this.#textOf(file)) };
  }

  #textOf(file: string): string | null {
    return this.#session.preview?.sources.get(file) ?? null;
  }
}
