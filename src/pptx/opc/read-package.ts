import { inflateRawSync } from 'node:zlib';

/** What a package may hold before it is taken for a zip bomb. */
export interface PackageLimits {
  readonly parts: number;
  /** Bytes of all parts together, uncompressed. */
  readonly bytes: number;
}

const defaults: PackageLimits = { parts: 50_000, bytes: 1 << 30 };

/** Why bytes are no package that can be read. */
export type PackageFault = 'no zip' | 'damaged' | 'encrypted' | 'too large';

/** A package that was opened; parts are inflated when they are asked for. */
export class ReadPackage {
  constructor(
    readonly bytes: Buffer,
    readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  get paths(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The bytes of a part; null where it is missing, damaged, or compressed in a way that OPC does not know. */
  part(path: string): Uint8Array | null {
    const entry = this.entries.get(path);
    if (!entry || this.bytes.length < entry.at + 30 || this.bytes.readUInt32LE(entry.at) !== 0x04034b50)
      return null;
    const start =
      entry.at + 30 + this.bytes.readUInt16LE(entry.at + 26) + this.bytes.readUInt16LE(entry.at + 28);
    const packed = this.bytes.subarray(start, start + entry.packed);
    if (packed.length !== entry.packed) return null;
    if (entry.method === 0) return packed;
    return entry.method === 8 ? inflate(packed, entry.size) : null;
  }

  /** A part as text; null where there is none to read. */
  text(path: string): string | null {
    const part = this.part(path);
    return part && Buffer.from(part.buffer, part.byteOffset, part.length).toString('utf8');
  }
}

/** Where a part lies in the zip, as its directory says. */
interface Entry {
  readonly at: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
}

/** Opens a package by the directory at its end (APPNOTE.TXT 4.3.12 and 4.3.16), without trust in what that says. */
export function openPackage(file: Uint8Array, limits: PackageLimits = defaults): ReadPackage | PackageFault {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt16LE(0) !== 0x4b50) return 'no zip';
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.parts) return 'too large';
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return 'damaged';
    if (bytes.readUInt16LE(at + 8) & 1) return 'encrypted';
    const entry = readEntry(bytes, at);
    sum += entry.size;
    if (sum > limits.bytes) return 'too large';
    const name = bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), entry);
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return new ReadPackage(bytes, entries);
}

function readEntry(bytes: Buffer, at: number): Entry {
  return {
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  };
}

/** Not a byte more than the directory promised, which was counted. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return size === 0 ? new Uint8Array() : inflateRawSync(packed, { maxOutputLength: size });
  } catch {
    return null;
  }
}
