import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from './refusal.js';

/** What a package may hold at most; all of it is checked before anything is unpacked. */
export const zipLimits = {
  /** Bytes of the whole file. */
  file: 200 * 1024 * 1024,
  entries: 10_000,
  /** Bytes of one entry, unpacked. */
  entry: 100 * 1024 * 1024,
  /** Bytes of all entries, unpacked. */
  total: 500 * 1024 * 1024,
  /** How many times larger an entry may become; small ones may be anything. */
  ratio: 200,
} as const;

/** An entry of a zip, as its directory has it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const damaged = 'Open it in PowerPoint, save it again, and use that file.';
const again = 'Save it anew from PowerPoint as .potx or .pptx.';

/** A zip whose directory is sound and within limits; entries are unpacked one by one, when they are asked for. */
export class ZipReader {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = readDirectory(this.#view, bytes);
  }

  /** Names of files in the zip, in its order; folders have none. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  /** The name as the zip spells it: names of parts are the same in upper and lower case. */
  spelling(name: string): string | null {
    return this.#entries.get(name.toLowerCase())?.name ?? null;
  }

  /** Unpacks a file; null where there is none of this name. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return null;
    const bytes = this.#unpack(entry);
    if (bytes.length === entry.size && crc32(bytes) === entry.crc) return bytes;
    throw new Refusal(`its part ${name} is damaged.`, damaged);
  }

  #unpack({ name, method, offset, packed, size }: Entry): Uint8Array {
    const from = this.#dataOf(name, offset);
    const data = this.bytes.subarray(from, from + packed);
    if (data.length < packed) throw new Refusal(`its part ${name} is cut off.`, damaged);
    if (method === 0) return data;
    try {
      // One byte more, so that an entry that is larger than it says is told from one that is not.
      return inflateRawSync(data, { maxOutputLength: size + 1 });
    } catch {
      throw new Refusal(`its part ${name} is damaged.`, damaged);
    }
  }

  #dataOf(name: string, offset: number): number {
    const view = this.#view;
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50)
      throw new Refusal(`its part ${name} is cut off.`, damaged);
    return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  }
}

/** Reads the directory at the end of the file. */
function readDirectory(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new Refusal('its zip is of the 64-bit kind.', again);
  if (count > zipLimits.entries)
    throw new Refusal(`it holds ${count} files; at most ${zipLimits.entries} are accepted.`, again);
  const entries = new Map<string, Entry>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw new Refusal('the directory of its zip is damaged.', damaged);
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0] = lengths;
    const entry = readEntry(
      view,
      at,
      new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    );
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
    if (entry.name.endsWith('/')) continue;
    total += entry.size;
    if (total > zipLimits.total)
      throw new Refusal(`it unpacks to more than ${megabytes(zipLimits.total)}.`, again);
    if (entries.has(entry.name.toLowerCase()))
      throw new Refusal(`its zip holds ${entry.name} twice.`, damaged);
    entries.set(entry.name.toLowerCase(), entry);
  }
  return entries;
}

/** The end of the directory: a record of 22 bytes, behind which only a comment may stand. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 0x10000; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Refusal(
    'its zip has no directory: the file is cut off or damaged.',
    'Copy or download it again.',
  );
}

function readEntry(view: DataView, at: number, name: string): Entry {
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const found = faults.find(({ is }) => is(entry, encrypted));
  if (found) throw new Refusal(found.says(entry), found.hint);
  return entry;
}

interface Fault {
  readonly is: (entry: Entry, encrypted: boolean) => boolean;
  readonly says: (entry: Entry) => string;
  readonly hint: string;
}

/** What no entry may be. */
const faults: readonly Fault[] = [
  {
    is: (_, encrypted) => encrypted,
    says: ({ name }) => `its part ${name} is encrypted.`,
    hint: 'Save it without a password.',
  },
  {
    is: ({ name }) => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\\|\p{Cc}/iu.test(name),
    says: ({ name }) => `its zip names a path that leads outside or is no name of a part: ${name}`,
    hint: again,
  },
  {
    is: ({ method }) => method !== 0 && method !== 8,
    says: ({ name }) => `its part ${name} is packed in a way that Office does not use.`,
    hint: again,
  },
  {
    is: ({ size }) => size > zipLimits.entry,
    says: ({ name, size }) =>
      `its part ${name} unpacks to ${megabytes(size)}; at most ${megabytes(zipLimits.entry)} are accepted.`,
    hint: 'Make its pictures and films smaller, or take them out.',
  },
  {
    is: ({ size, packed }) => size > 2 ** 20 && size > packed * zipLimits.ratio,
    says: ({ name, size, packed }) =>
      `its part ${name} unpacks from ${packed} to ${size} bytes; at most ${zipLimits.ratio} times as much is accepted.`,
    hint: again,
  },
];

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1048576)} MB`;
}
