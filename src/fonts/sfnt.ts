/** Tables of a font by tag. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

/** The tables of a TrueType or OpenType file. */
export function readSfnt(bytes: Uint8Array): FontTables {
  const view = viewOf(bytes);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index;
      const start = view.getUint32(at + 8);
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      return [tag, bytes.slice(start, start + view.getUint32(at + 12))] as const;
    }),
  );
}

/** `head` holds what makes the sum of the whole file this number (OpenType specification, "Calculating checksums"). */
const wholeSum = 0xb1b0afba;

/** A TrueType file with all its checksums, for programs that refuse fonts without. */
export function writeSfnt(tables: FontTables): Uint8Array {
  const rows = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + 16 * rows.length;
  const file = new Uint8Array(rows.reduce((sum, [, { length }]) => sum + padded(length), start));
  const view = viewOf(file);
  const power = Math.floor(Math.log2(rows.length));
  view.setUint32(0, 0x00010000);
  [rows.length, 16 << power, power, 16 * rows.length - (16 << power)].forEach((value, index) => {
    view.setUint16(4 + 2 * index, value);
  });
  let offset = start;
  let head = 0;
  rows.forEach(([tag, table], index) => {
    const at = 12 + 16 * index;
    file.set(
      [...tag].map((letter) => letter.charCodeAt(0)),
      at,
    );
    file.set(table, offset);
    if (tag === 'head') {
      head = offset;
      view.setUint32(offset + 8, 0);
    }
    view.setUint32(at + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    offset += padded(table.length);
  });
  if (head > 0) view.setUint32(head + 8, (wholeSum - checksum(view, 0, file.length)) >>> 0);
  return file;
}

/** A table of a font that must have it. */
export function tableOf(tables: FontTables, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no table ${tag}`);
  return table;
}

/** Big-endian access to a table. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function checksum(view: DataView, offset: number, size: number): number {
  let sum = 0;
  for (let at = offset; at < offset + size; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(size: number): number {
  return (size + 3) & ~3;
}
