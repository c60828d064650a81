import { crc32, deflateRawSync } from 'node:zlib';

/** A file to put into a zip. */
export interface ZipFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes a zip (APPNOTE 6.3) with the files in this order; the same files give the same bytes. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const entries = files.map(packed);
  const chunks: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, facts } of entries) {
    const head = record(localHeader, facts, 0);
    directory.push(record(centralHeader, facts, offset), name);
    chunks.push(head, name, data);
    offset += head.length + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  // Beyond these a zip needs the longer fields of Zip64, which no presentation comes near.
  if (entries.length > 0xffff || offset + size > 0xffffffff) throw new RangeError('too much for one zip');
  return Buffer.concat([...chunks, ...directory, endRecord(entries.length, size, offset)]);
}

interface Entry {
  readonly name: Buffer;
  readonly data: Uint8Array;
  /** Version, flags, method, time, date, checksum, both sizes and the length of the name, as both headers have them. */
  readonly facts: readonly (readonly [bytes: 2 | 4, value: number])[];
}

/** The earliest date of a zip stands for none. */
const noDate = (1 << 5) | 1;
const utf8Name = 1 << 11;

function packed({ path, bytes }: ZipFile): Entry {
  const name = Buffer.from(path);
  const stored = isStored(path, bytes);
  const data = stored ? bytes : deflateRawSync(bytes);
  return {
    name,
    data,
    facts: [
      [2, 20],
      [2, name.length === path.length ? 0 : utf8Name],
      [2, stored ? 0 : 8],
      [2, 0],
      [2, noDate],
      [4, crc32(bytes)],
      [4, data.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ],
  };
}

/** What is compressed already, or too short to gain, is stored. */
function isStored(path: string, { length }: Uint8Array): boolean {
  return length < 400 || /\.(?:png|jpe?g|gif|mp4|m4v|mp3)$/iu.test(path);
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;

/** A header of a file; that of the directory also says who wrote it, and where the file's own header stands. */
function record(signature: number, facts: Entry['facts'], offset: number): Buffer {
  const central = signature === centralHeader;
  const writer = central ? ([[2, 20]] as const) : [];
  // Length of the comment, disk, internal and external attributes.
  const place = central
    ? ([
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ] as const)
    : [];
  return fields([[4, signature], ...writer, ...facts, ...place]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  return fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
}

function fields(values: Entry['facts']): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
