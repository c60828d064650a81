import { inflateSync } from 'node:zlib';
import type { PdfFile, PdfObject } from '../pdf-file.js';
import { reference } from '../pdf-file.js';

/**
 * Takes apart a PDF as `writePdf` writes it: by its cross-reference stream and object streams (ISO 32000-1, 7.5.7 and 7.5.8), so
 * that what is found is what a reader of the file finds. Null for any other form, and for a damaged file.
 */
export function readWritten(bytes: Uint8Array): PdfFile | null {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch {
    return null;
  }
}

function read(bytes: Buffer): PdfFile | null {
  const start = Number(/startxref\n(\d+)\n%%EOF\s*$/u.exec(bytes.toString('latin1', bytes.length - 64))?.[1]);
  const table = streamAt(bytes, start);
  const [root, info] = [reference(table.body, 'Root'), reference(table.body, 'Info')];
  const rows = inflateSync(table.stream);
  const objects = new Map<number, PdfObject>();
  const packs = new Set<number>();
  for (let at = 0; at + 7 <= rows.length; at += 7) {
    const place = rows.readUInt32BE(at + 1);
    if (rows[at] === 2) packs.add(place);
    else if (rows[at] === 1 && place !== start) objects.set(at / 7, streamAt(bytes, place));
  }
  for (const number of packs) {
    const pack = objects.get(number);
    if (pack?.stream) unpack(pack.body, pack.stream, objects);
    objects.delete(number);
  }
  return root === null || info === null ? null : { objects, root, info };
}

/** An object with a stream; all others stand in object streams. */
function streamAt(bytes: Buffer, at: number) {
  const open = bytes.indexOf('obj\n', at, 'latin1') + 4;
  const data = bytes.indexOf('\nstream\n', open, 'latin1');
  const body = bytes.toString('latin1', open, data);
  const length = Number(/\/Length (\d+)/u.exec(body)?.[1]);
  return { body, stream: bytes.subarray(data + 8, data + 8 + length) };
}

function unpack(head: string, stream: Uint8Array, objects: Map<number, PdfObject>): void {
  const text = inflateSync(stream).toString('latin1');
  const first = Number(/\/First (\d+)/u.exec(head)?.[1]);
  const index = text.slice(0, first).trim().split(/\s+/u).map(Number);
  for (let at = 0; at + 1 < index.length; at += 2) {
    const [number = 0, offset = 0] = index.slice(at, at + 2);
    const end = index[at + 3];
    const body = text.slice(first + offset, end === undefined ? text.length : first + end - 1);
    objects.set(number, { body, stream: null });
  }
}
