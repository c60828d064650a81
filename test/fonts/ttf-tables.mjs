// Reads WOFF 1 files and writes TrueType files, table by table.
import { inflateSync } from 'node:zlib';

/** The tables of a WOFF 1 file by tag. */
export function readWoff(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = Array.from({ length: view.getUint16(12) }, (_, index) => {
    const at = 44 + 20 * index;
    const [offset, packed, size] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    const data = bytes.subarray(offset, offset + packed);
    const tag = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
    return [tag, new Uint8Array(packed < size ? inflateSync(data) : data)];
  });
  return Object.fromEntries(entries);
}

/** A TrueType file of these tables. */
export function writeTtf(tables) {
  const tags = Object.keys(tables).sort();
  const power = Math.floor(Math.log2(tags.length));
  let offset = 12 + 16 * tags.length;
  const size = tags.reduce((sum, tag) => sum + padded(tables[tag].length), offset);
  const file = new Uint8Array(size);
  const out = viewOf(file);
  out.setUint32(0, 0x00010000);
  [tags.length, 16 << power, power, 16 * tags.length - (16 << power)].forEach((value, index) => {
    out.setUint16(4 + 2 * index, value);
  });
  tags.forEach((tag, index) => {
    file.set(Buffer.from(tag, 'latin1'), 12 + 16 * index);
    file.set(tables[tag], offset);
    out.setUint32(16 + 16 * index, checksum(out, offset, padded(tables[tag].length)));
    out.setUint32(20 + 16 * index, offset);
    out.setUint32(24 + 16 * index, tables[tag].length);
    offset += padded(tables[tag].length);
  });
  return file;
}

/** The same tables under another family name, marked regular, bold, italic or both. */
export function rename(tables, family, { bold, italic }) {
  const style = [bold ? 'Bold' : '', italic ? 'Italic' : ''].filter(Boolean).join(' ') || 'Regular';
  const names = { 1: family, 2: style, 4: `${family} ${style}`, 6: `${family}-${style}`.replace(/ /gu, '') };
  return {
    ...tables,
    name: nameTable(names),
    head: change(tables.head, (out) => out.setUint16(44, (bold ? 1 : 0) | (italic ? 2 : 0))),
    'OS/2': change(tables['OS/2'], (out) => {
      out.setUint16(4, bold ? 700 : 400);
      const useTypographic = out.getUint16(62) & 0x80;
      out.setUint16(62, useTypographic | (italic ? 1 : 0) | (bold ? 0x20 : 0) | (bold || italic ? 0 : 0x40));
    }),
  };
}

/** The same tables with lines as tall as PowerPoint's: see `install-fonts.mjs`. `ascent` and `descent` in em. */
export function setLine(tables, ascent, descent) {
  const em = viewOf(tables.head).getUint16(18);
  const [up, down] = [Math.round(ascent * em), Math.round(descent * em)];
  return {
    ...tables,
    hhea: change(tables.hhea, (out) => {
      [up, -down, 0].forEach((value, index) => {
        out.setInt16(4 + 2 * index, value);
      });
    }),
    'OS/2': change(tables['OS/2'], (out) => {
      [up, -down, 0, up, down].forEach((value, index) => {
        out.setInt16(68 + 2 * index, value);
      });
    }),
  };
}

function nameTable(names) {
  const records = Object.entries(names);
  const texts = records.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const start = 6 + 12 * records.length;
  const file = table(start + texts.reduce((sum, { length }) => sum + length, 0), (out) => {
    out.setUint16(2, records.length);
    out.setUint16(4, start);
    let offset = 0;
    records.forEach(([id], index) => {
      [3, 1, 0x409, Number(id), texts[index].length, offset].forEach((value, place) => {
        out.setUint16(6 + 12 * index + 2 * place, value);
      });
      offset += texts[index].length;
    });
  });
  file.set(Buffer.concat(texts), start);
  return file;
}

function checksum(view, offset, size) {
  let sum = 0;
  for (let at = offset; at < offset + size; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** Big-endian access to a table. */
export function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A new table of `size` bytes, filled by a function. */
export function table(size, fill) {
  const bytes = new Uint8Array(size);
  fill(viewOf(bytes));
  return bytes;
}

/** A changed copy of a table. */
export function change(bytes, write) {
  const copy = bytes.slice();
  write(viewOf(copy));
  return copy;
}

/** Tables and glyphs start at multiples of four. */
export function padded(size) {
  return (size + 3) & ~3;
}
