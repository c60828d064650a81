// Makes one TrueType file of the unicode-range slices that a @fontsource package cuts a face into. LibreOffice takes one file
// a face and would see the characters of one slice alone.
import { change, padded, table, viewOf } from './ttf-tables.mjs';

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
