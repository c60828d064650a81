import { inflateSync } from 'node:zlib';

/** A font file whose tables are unpacked one by one, when somebody asks: metrics need 5 of its 14. */
export interface FontFile {
  readonly tags: readonly string[];
  /** The unpacked table; throws where there is none. */
  table(tag: string): DataView;
}

/** The largest table of the families of the catalogue, the glyphs of Noto Sans SC, has 10 MB. */
const largestTable = 64 * 1024 * 1024;

/** Opens a WOFF 1 file (W3C Recommendation "WOFF File Format 1.0"): each table is deflated by itself. */
export function openWoff(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x774f4646) throw new Error('not a WOFF file');
  const places = new Map(
    Array.from({ length: view.getUint16(12) }, (_, index) => {
      const at = 44 + 20 * index;
      const place = {
        offset: view.getUint32(at + 4),
        packed: view.getUint32(at + 8),
        size: view.getUint32(at + 12),
      };
      return [tagText(view.getUint32(at)), place] as const;
    }),
  );
  const unpacked = new Map<string, DataView>();
  return {
    tags: [...places.keys()],
    table(tag) {
      const known = unpacked.get(tag);
      if (known) return known;
      const place = places.get(tag);
      if (!place) throw new Error(`the font has no table ${tag}`);
      const data = bytes.subarray(place.offset, place.offset + place.packed);
      const table =
        place.packed < place.size
          ? inflateSync(data, { maxOutputLength: Math.min(place.size, largestTable) })
          : data;
      const opened = new DataView(table.buffer, table.byteOffset, table.byteLength);
      unpacked.set(tag, opened);
      return opened;
    },
  };
}

/** Tables that Office reads; those of variable and of PostScript fonts are left behind. */
export const officeTables: readonly string[] = [
  'GDEF',
  'GPOS',
  'GSUB',
  'OS/2',
  'cmap',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
];

/** Writes the tables of a font as one TrueType file, the form that the subsetter reads; checksums are left zero. */
export function writeTrueType(font: FontFile, tags: readonly string[]): Uint8Array {
  const kept = tags.filter((tag) => font.tags.includes(tag)).sort();
  const tables = kept.map((tag) => font.table(tag));
  const start = 12 + 16 * kept.length;
  const size = tables.reduce((sum, { byteLength }) => sum + padded(byteLength), start);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, kept.length);
  let offset = start;
  tables.forEach((table, index) => {
    const at = 12 + 16 * index;
    view.setUint32(at, tagNumber(kept[index] ?? ''));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.byteLength);
    file.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), offset);
    offset += padded(table.byteLength);
  });
  return file;
}

function tagNumber(tag: string): number {
  return [0, 1, 2, 3].reduce((number, index) => number * 256 + tag.charCodeAt(index), 0);
}

function tagText(number: number): string {
  return String.fromCharCode(number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255);
}

function padded(size: number): number {
  return (size + 3) & ~3;
}
