import { resolve } from 'node:path';
import type { Effects } from '../effects/effects.js';
import type { Programs } from '../effects/programs.js';
import type { SourcePlace } from '../preview.js';
import { editorWords, namedEditor, usualEditors } from './editors.js';
import type { OpenedPlace } from './protocol.js';

/** Opens places of the input in the user's editor. */
export class SourceOpener {
  constructor(
    /** What `--editor` names. */
    readonly option: string | null,
    readonly effects: Pick<Effects, 'env' | 'cwd'>,
    readonly programs: Programs,
  ) {}

  /** Opens a file, named as the user named it, at a place; says which editor was asked, or why none was. */
  async open(file: string, { line, column }: SourcePlace, text: string | null): Promise<OpenedPlace> {
    const source = text?.split(/\r\n?|\n/u)[line - 1] ?? '';
    const told = { place: `${file}:${line}:${column}`, source: source.slice(0, 500) };
    const editor = await this.#find();
    if ('note' in editor) return { ...told, editor: null, note: editor.note };
    const asked = editorWords(editor.program, { path: resolve(this.effects.cwd, file), line, column });
    if (asked.kind === 'terminal') return { ...told, editor: null, note: inTerminal(editor.name) };
    const fault = await this.programs.start(editor.program, [...editor.words, ...asked.words]);
    if (fault !== null)
      return { ...told, editor: null, note: `${editor.name} could not be started: ${fault}.` };
    const note =
      asked.kind === 'file' ? `How ${editor.name} is told a line is not known; it has the file.` : null;
    return { ...told, editor: editor.name, note };
  }

  async #find() {
    const named = namedEditor(this.option, this.effects.env);
    if (named) {
      const program = await this.programs.find(named.program);
      if (program) return { program, name: named.program, words: named.words };
      return { note: `${named.from} names "${named.program}", which is not there.` };
    }
    for (const name of usualEditors) {
      const program = await this.programs.find(name);
      if (program) return { program, name, words: [] };
    }
    return { note: 'No editor is known: name one with --editor or $BRIEFDECK_EDITOR.' };
  }
}

function inTerminal(name: string): string {
  return `${name} runs in a terminal, where the preview cannot open it: go to the line there, or name another with --editor.`;
}

/** What opens an address in the browser of this computer, by platform. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the user's browser; gives null, or why it was not opened. */
export async function openAddress(url: string, programs: Programs): Promise<string | null> {
  const [name = '', ...words] = openers[programs.platform] ?? ['xdg-open'];
  const program = await programs.find(name);
  return program ? programs.start(program, [...words, url]) : `${name} is not installed`;
}
