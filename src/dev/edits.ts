import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Files } from '../effects/effects.js';
import { type EditedOutline, readYaml } from '../outline/edited-outline.js';
import { wordsOf } from '../outline/inline.js';
import { valueAt } from '../outline/pointed.js';
import type { Preview } from '../preview.js';
import { editFile } from './edit-file.js';
import { editHistory } from './edit-history.js';
import { editableText, makeEdit } from './outline-edit.js';
import type { EditRequest, OutlineSlide, PageAnswer, ServerMessage } from './protocol.js';

type OutlineMessage = Extract<ServerMessage, { kind: 'outline' }>;

const notOutline =
  'Texts are edited in place in outlines (.yaml) only: change a Marp deck in your editor, Alt-click opens it.';

/** Takes the edits that pages ask for to the file of the outline, one after the other, and takes them back. */
export class Edits {
  readonly #history = editHistory();
  readonly #refusal: string | null;
  #turn: Promise<unknown> = Promise.resolve();
  #shown = '';
  #outline: OutlineMessage;

  constructor(
    readonly file: string,
    readonly files: Pick<Files, 'read' | 'write'>,
    readonly tell: (message: OutlineMessage) => void,
  ) {
    this.#refusal = /\.ya?ml$/iu.test(file) ? null : notOutline;
    this.#outline = { kind: 'outline', version: 0, slides: [], refusal: this.#refusal };
  }

  /** What a page must know of the outline beyond what is drawn. */
  get outline(): OutlineMessage {
    return this.#outline;
  }

  /** Takes in what pages show from now on. */
  drawn({ deck, sources }: Preview): void {
    const source = sources.get(this.file) ?? '';
    if (!deck || this.#refusal !== null || source === this.#shown) return;
    this.#shown = source;
    this.#outline = { ...this.#outline, version: this.#outline.version + 1, slides: slidesOf(source) };
    this.tell(this.#outline);
  }

  /** Does what a page asks for, when what was asked for before is done. */
  answer(request: EditRequest): Promise<PageAnswer> {
    if (this.#refusal !== null) return Promise.resolve({ ok: false, reason: this.#refusal });
    const mine = this.#turn.then(() => this.#take(request)).catch(refused);
    this.#turn = mine;
    return mine;
  }

  async #take(request: EditRequest): Promise<PageAnswer> {
    const { undo, redo } = this.#history;
    if (request.kind === 'text') return this.#text(request.pointer);
    if (request.kind === 'undo') return this.#step(undo, redo);
    if (request.kind === 'redo') return this.#step(redo, undo);
    return this.#edit(request);
  }

  async #edit({ edit, version }: Extract<EditRequest, { kind: 'edit' }>): Promise<PageAnswer> {
    if (edit.what !== 'text' && version !== this.#outline.version)
      return { ok: false, reason: 'The deck has changed just now: look again, then repeat it.' };
    const done = await editFile(this.file, this.files, (source) => makeEdit(source, this.#shown, edit));
    if (done.ok) {
      this.#history.made(done.before, done.after);
      return { ok: true, edited: { place: this.#placeOf(done.before, done.after) } };
    }
    if (edit.what !== 'text') return done;
    const there = editableText(await this.#read(), edit.pointer);
    return there.ok && there.text !== edit.was ? { ...done, there: there.text } : done;
  }

  async #text(pointer: string): Promise<PageAnswer> {
    const source = await this.#read();
    const there = editableText(source, pointer);
    if (!there.ok) return there;
    const drawn = editableText(this.#shown, pointer);
    if (!drawn.ok || drawn.text !== there.text) {
      const reason = 'The file says something else here by now, which is not drawn yet.';
      return { ok: false, reason, there: there.text };
    }
    const line = readYaml(source)?.positions.value(there.pointer).line ?? 1;
    return { ok: true, text: { pointer: there.pointer, text: there.text, place: `${this.file}:${line}` } };
  }

  /** A step of the history; where the file could not be written, the history stays as it was. */
  async #step(
    take: (source: string) => EditedOutline,
    back: (source: string) => EditedOutline,
  ): Promise<PageAnswer> {
    const taken: string[] = [];
    const edit = (source: string) => {
      const edited = take(source);
      if (edited.ok) taken.push(edited.source);
      return edited;
    };
    let isDone = false;
    try {
      const done = await editFile(this.file, this.files, edit);
      isDone = done.ok;
      return done.ok ? { ok: true, edited: { place: this.#placeOf(done.before, done.after) } } : done;
    } finally {
      if (!isDone) for (const source of taken) back(source);
    }
  }

  async #read(): Promise<string> {
    return new TextDecoder().decode(await this.files.read(this.file));
  }

  /** The first line in which two texts differ, as `data/x.yaml:41`; null where none does. */
  #placeOf(before: string, after: string): string | null {
    if (before === after) return null;
    const [old, now] = [before.split('\n'), after.split('\n')];
    const line = now.findIndex((text, index) => text !== old[index]);
    return `${this.file}:${line === -1 ? now.length : line + 1}`;
  }
}

/** A file that cannot be read or written is a reason, not a fault of the preview. */
function refused(error: unknown): PageAnswer {
  if (!(error instanceof BriefdeckError) || error.exitCode !== exitCodes.files) throw error;
  return { ok: false, reason: error.message };
}

function slidesOf(source: string): readonly OutlineSlide[] {
  const slides = valueAt(readYaml(source)?.value, '/slides');
  return (Array.isArray(slides) ? slides : []).map((slide, index) => {
    const names = ['headline', 'title', 'kind'].map((field) => valueAt(slide, `/${field}`));
    const name = names.find((each) => typeof each === 'string');
    const title =
      typeof name === 'string' ? wordsOf({ text: name, at: null, form: 'inline' }) : `Slide ${index + 1}`;
    return { title, hidden: valueAt(slide, '/hidden') === true };
  });
}
