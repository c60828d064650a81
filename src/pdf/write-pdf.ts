import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfFile, PdfObject } from './pdf-file.js';

/** Objects in one object stream: larger ones are no smaller in sum, and a reader must inflate a whole one for one object. */
const objectsPerStream = 200;

/** Level 4 takes half the time of the default and 1 % more room on these short, much alike texts. */
const fast = { level: 4 } as const;

type Place =
  | { readonly type: 1; readonly offset: number }
  | { readonly type: 2; readonly stream: number; readonly index: number };

/**
 * Writes PDF 1.7 with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which take a third of the
 * room. The file's ID is a hash of its content: the same objects give the same bytes.
 */
export function writePdf(file: PdfFile): Uint8Array {
  const numbers = [...file.objects.keys()].sort((a, b) => a - b);
  const plain: [number, string][] = [];
  const chunks: Uint8Array[] = [];
  const places = new Map<number, Place>();
  let length = 0;
  const write = (bytes: Uint8Array) => {
    chunks.push(bytes);
    length += bytes.length;
  };
  const writeStream = (number: number, object: PdfObject, stream: Uint8Array) => {
    places.set(number, { type: 1, offset: length });
    write(latin1(`${number} 0 obj\n${object.body}\nstream\n`));
    write(stream);
    write(latin1('\nendstream\nendobj\n'));
  };
  write(latin1('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'));
  for (const number of numbers) {
    const object = file.objects.get(number);
    if (object?.stream) writeStream(number, object, object.stream);
    else if (object) plain.push([number, object.body]);
  }
  let next = (numbers.at(-1) ?? 0) + 1;
  for (const { body, stream, members } of packObjects(plain)) {
    for (const [index, member] of members.entries()) places.set(member, { type: 2, stream: next, index });
    writeStream(next, { body, stream }, stream);
    next += 1;
  }
  const start = length;
  places.set(next, { type: 1, offset: start });
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  const id = `<${hash.digest('hex').slice(0, 32)}>`;
  const table = deflateSync(crossReferences(places, next + 1));
  const trailer = `/Root ${file.root} 0 R /Info ${file.info} 0 R /ID [${id} ${id}]`;
  const body = `<</Type /XRef /Size ${next + 1} /W [1 4 2] ${trailer} /Filter /FlateDecode /Length ${table.length}>>`;
  writeStream(next, { body, stream: table }, table);
  write(latin1(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks, length);
}

function packObjects(objects: readonly (readonly [number, string])[]) {
  const groups = Array.from({ length: Math.ceil(objects.length / objectsPerStream) }, (_, index) =>
    objects.slice(index * objectsPerStream, (index + 1) * objectsPerStream),
  );
  return groups.map((group) => {
    let offset = 0;
    const index = group.map(([number, body]) => {
      const entry = `${number} ${offset}`;
      offset += body.length + 1;
      return entry;
    });
    const first = `${index.join(' ')}\n`;
    const stream = deflateSync(latin1(first + group.map(([, body]) => body).join('\n')), fast);
    const body = `<</Type /ObjStm /N ${group.length} /First ${first.length} /Filter /FlateDecode /Length ${stream.length}>>`;
    return { body, stream, members: group.map(([number]) => number) };
  });
}

/** Rows of 1 + 4 + 2 bytes: type, offset or stream, index; numbers without an object are free (type 0). */
function crossReferences(places: ReadonlyMap<number, Place>, size: number): Buffer {
  const rows = Buffer.alloc(size * 7);
  for (const [number, place] of places) {
    const at = number * 7;
    rows.writeUInt8(place.type, at);
    rows.writeUInt32BE(place.type === 1 ? place.offset : place.stream, at + 1);
    rows.writeUInt16BE(place.type === 1 ? 0 : place.index, at + 5);
  }
  return rows;
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
