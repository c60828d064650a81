import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Cuts a font down to some characters; the same input gives the same bytes. */
export interface Subsetter {
  /** `font` is a TrueType file. Throws where HarfBuzz cannot read the font. */
  subset(font: Uint8Array, codePoints: Iterable<number>): Uint8Array;
}

// hb-subset.h: hb_subset_flags_t; hb-common.h: hb_memory_mode_t.
const noHinting = 1;
const readOnlyMemory = 1;

let loading: Promise<Subsetter> | null = null;

/** Loads HarfBuzz's subsetter once (about 10 ms, off the main thread): call it early, wait for it late. */
export function loadSubsetter(): Promise<Subsetter> {
  loading ??= instantiate();
  return loading;
}

/** The package's WebAssembly file asks for no imports, so it runs without the package's own loader. */
async function instantiate(): Promise<Subsetter> {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(path), {});
  return new HarfBuzz(instance.exports);
}

/** The C functions of hb-subset by name; every pointer is a number. */
class HarfBuzz implements Subsetter {
  readonly #exports: WebAssembly.Exports;

  constructor(exports: WebAssembly.Exports) {
    this.#exports = exports;
    this.#call('_initialize');
  }

  subset(font: Uint8Array, codePoints: Iterable<number>): Uint8Array {
    const memory = this.#call('malloc', font.length);
    this.#bytes().set(font, memory);
    const face = this.#face(memory, font.length);
    const input = this.#input(codePoints);
    const result = this.#call('hb_subset_or_fail', face, input);
    // Tables that pass unchanged still point into the source, so the source goes last.
    const bytes = result === 0 ? null : this.#takeFace(result);
    this.#call('hb_subset_input_destroy', input);
    this.#call('hb_face_destroy', face);
    this.#call('free', memory);
    if (bytes === null) throw new Error('HarfBuzz could not subset a font');
    return bytes;
  }

  #face(memory: number, size: number): number {
    const blob = this.#call('hb_blob_create', memory, size, readOnlyMemory, 0, 0);
    const face = this.#call('hb_face_create', blob, 0);
    this.#call('hb_blob_destroy', blob);
    return face;
  }

  #input(codePoints: Iterable<number>): number {
    const input = this.#call('hb_subset_input_create_or_fail');
    this.#call('hb_subset_input_set_flags', input, noHinting);
    const characters = this.#call('hb_subset_input_unicode_set', input);
    for (const codePoint of codePoints) this.#call('hb_set_add', characters, codePoint);
    return input;
  }

  #takeFace(face: number): Uint8Array {
    const blob = this.#call('hb_face_reference_blob', face);
    const start = this.#call('hb_blob_get_data', blob, 0);
    const bytes = this.#bytes().slice(start, start + this.#call('hb_blob_get_length', blob));
    this.#call('hb_blob_destroy', blob);
    this.#call('hb_face_destroy', face);
    return bytes;
  }

  #call(name: string, ...values: readonly number[]): number {
    const member = this.#exports[name];
    if (typeof member !== 'function') throw new Error(`harfbuzzjs exports no ${name}`);
    return Number(member(...values));
  }

  /** A new view each time: the memory moves when it grows. */
  #bytes(): Uint8Array {
    const { memory } = this.#exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('harfbuzzjs exports no memory');
    return new Uint8Array(memory.buffer);
  }
}
