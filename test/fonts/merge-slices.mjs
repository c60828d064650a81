// Makes one TrueType file of the unicode-range slices that a @fontsource package cuts a face into. LibreOffice takes one file
// a face and would see the characters of one slice alone.
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

/** One face of many slices: the first slice's metrics and hints, everybody's glyphs, no layout tables. */
export function mergeSlices(slices) {
  const [first] = slices;
  const merged = { glyphs: [glyphsOf(first)[0]], advances: [advancesOf(first)[0]], map: new Map() };
  for (const slice of slices) append(merged, slice);
  const { glyphs, advances, map } = merged;
  const keep = ['cvt ', 'fpgm', 'prep', 'gasp'].filter((tag) => first[tag]);
  return {
    ...Object.fromEntries(keep.map((tag) => [tag, first[tag]])),
    ...glyphTables(glyphs),
    hmtx: table(4 * advances.length, (out) =>
      advances.forEach(([advance, bearing], index) => {
        out.setUint16(4 * index, advance);
        out.setInt16(4 * index + 2, bearing);
      }),
    ),
    cmap: cmapTable(map),
    head: change(first.head, (out) => out.setInt16(50, 1)),
    hhea: change(first.hhea, (out) => out.setUint16(34, glyphs.length)),
    maxp: change(first.maxp, (out) => {
      out.setUint16(4, glyphs.length);
      // Limits of points, contours, instructions and components: the largest of any slice.
      for (let at = 6; at < 32; at += 2)
        out.setUint16(at, Math.max(...slices.map(({ maxp }) => viewOf(maxp).getUint16(at))));
    }),
    'OS/2': change(first['OS/2'], (out) => {
      for (let at = 42; at < 58; at += 4) {
        out.setUint32(
          at,
          slices.reduce((bits, slice) => bits | viewOf(slice['OS/2']).getUint32(at), 0) >>> 0,
        );
      }
    }),
    post: table(32, (out) => out.setUint32(0, 0x00030000)),
  };
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

function append(merged, slice) {
  const base = merged.glyphs.length - 1;
  const glyphs = glyphsOf(slice);
  const advances = advancesOf(slice);
  for (let index = 1; index < glyphs.length; index++) {
    merged.glyphs.push(shiftComponents(glyphs[index], base));
    merged.advances.push(advances[index]);
  }
  for (const [character, glyph] of characterMap(slice.cmap)) {
    if (glyph > 0 && !merged.map.has(character)) merged.map.set(character, glyph + base);
  }
}

function glyphsOf({ head, loca, glyf, maxp }) {
  const long = viewOf(head).getInt16(50) === 1;
  const view = viewOf(loca);
  const at = (index) => (long ? view.getUint32(4 * index) : 2 * view.getUint16(2 * index));
  return Array.from({ length: viewOf(maxp).getUint16(4) }, (_, index) =>
    glyf.slice(at(index), at(index + 1)),
  );
}

function advancesOf({ hhea, hmtx, maxp }) {
  const full = viewOf(hhea).getUint16(34);
  const view = viewOf(hmtx);
  return Array.from({ length: viewOf(maxp).getUint16(4) }, (_, index) =>
    index < full
      ? [view.getUint16(4 * index), view.getInt16(4 * index + 2)]
      : [view.getUint16(4 * (full - 1)), view.getInt16(4 * full + 2 * (index - full))],
  );
}

/** A composite glyph names its parts by number; flags as in the OpenType specification's `glyf` chapter. */
function shiftComponents(glyph, by) {
  if (glyph.length === 0 || viewOf(glyph).getInt16(0) >= 0) return glyph;
  return change(glyph, (out) => {
    let at = 10;
    let flags = 0x20;
    while (flags & 0x20) {
      flags = out.getUint16(at);
      out.setUint16(at + 2, out.getUint16(at + 2) + by);
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    }
  });
}

/** Characters to glyphs out of a `cmap` table of formats 4 and 12. */
export function characterMap(cmap) {
  const view = viewOf(cmap);
  const map = new Map();
  for (let index = 0; index < view.getUint16(2); index++) {
    const start = view.getUint32(8 + 8 * index);
    const format = view.getUint16(start);
    if (format === 4) readFormat4(view, start, map);
    if (format === 12) readFormat12(view, start, map);
  }
  return map;
}

function readFormat4(view, start, map) {
  const twice = view.getUint16(start + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const [end, begin] = [view.getUint16(start + 14 + segment), view.getUint16(start + 16 + twice + segment)];
    const delta = view.getUint16(start + 16 + 2 * twice + segment);
    const place = start + 16 + 3 * twice + segment;
    const range = view.getUint16(place);
    for (let character = begin; character <= end && character < 0xffff; character++) {
      const glyph = range === 0 ? character : view.getUint16(place + range + 2 * (character - begin));
      if (glyph !== 0 || range === 0) map.set(character, (glyph + delta) & 0xffff);
    }
  }
}

function readFormat12(view, start, map) {
  for (let group = 0; group < view.getUint32(start + 12); group++) {
    const at = start + 16 + 12 * group;
    const begin = view.getUint32(at);
    for (let character = begin; character <= view.getUint32(at + 4); character++) {
      map.set(character, view.getUint32(at + 8) + character - begin);
    }
  }
}

function cmapTable(map) {
  const characters = [...map.keys()].sort((a, b) => a - b);
  return table(28 + 12 * characters.length, (out) => {
    [0, 1, 3, 10].forEach((value, index) => {
      out.setUint16(2 * index, value);
    });
    out.setUint32(8, 12);
    out.setUint16(12, 12);
    out.setUint32(16, 16 + 12 * characters.length);
    out.setUint32(24, characters.length);
    characters.forEach((character, index) => {
      const at = 28 + 12 * index;
      out.setUint32(at, character);
      out.setUint32(at + 4, character);
      out.setUint32(at + 8, map.get(character));
    });
  });
}

function glyphTables(glyphs) {
  const sizes = glyphs.map(({ length }) => padded(length));
  const glyf = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let offset = 0;
  const loca = table(4 * glyphs.length + 4, (out) => {
    glyphs.forEach((glyph, index) => {
      glyf.set(glyph, offset);
      offset += sizes[index];
      out.setUint32(4 * index + 4, offset);
    });
  });
  return { glyf, loca };
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

function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function table(size, fill) {
  const bytes = new Uint8Array(size);
  fill(viewOf(bytes));
  return bytes;
}

function change(bytes, write) {
  const copy = bytes.slice();
  write(viewOf(copy));
  return copy;
}

function padded(size) {
  return (size + 3) & ~3;
}
