import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';

/** One indirect object: its dictionary, array or value as PDF writes it (one char a byte), and the bytes of its stream. */
export interface PdfObject {
  readonly body: string;
  readonly stream: Uint8Array | null;
}

/** A PDF taken apart, each object still as text; whoever changes one puts a new object in its place. */
export interface PdfFile {
  readonly objects: Map<number, PdfObject>;
  /** Number of the catalog. */
  readonly root: number;
  /** Number of the document information dictionary. */
  readonly info: number;
}

/**
 * Takes apart a PDF that Chromium printed. Skia writes PDF 1.4 with one plain table of offsets (ISO 32000-1, 7.5.4), no updates and no object
 * streams, which makes this ten times faster than a reader for every PDF; any other form is refused.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\s*$/u.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const table = /^xref\n0 (\d+)\n/u.exec(text.slice(start, start + 32));
  const trailer = text.slice(text.lastIndexOf('trailer\n'));
  const root = reference(trailer, 'Root');
  const info = reference(trailer, 'Info');
  if (!table || root === null || info === null) throw unknownForm('no plain table of offsets');
  const entries = places(text, start + table[0].length, Number(table[1]));
  const objects = new Map<number, PdfObject>();
  entries.forEach(({ number, offset }, index) => {
    objects.set(
      number,
      readObject(text, bytes, { number, offset, end: entries[index + 1]?.offset ?? start }),
    );
  });
  return { objects, root, info };
}

/** The object of a number; a file that refers to one that it does not hold is broken. */
export function objectOf(file: PdfFile, number: number | null): PdfObject {
  const object = number === null ? undefined : file.objects.get(number);
  if (!object) throw unknownForm(`object ${number} is missing`);
  return object;
}

/** The number that a key of a dictionary refers to (`/Pages 14 0 R`); null where the key is missing or holds a value itself. */
export function reference(body: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(body)?.[1];
  return found === undefined ? null : Number(found);
}

/** A number that no object has yet. */
export function freeNumber({ objects }: PdfFile): number {
  let highest = 0;
  for (const number of objects.keys()) highest = Math.max(highest, number);
  return highest + 1;
}

function places(
  text: string,
  at: number,
  count: number,
): { readonly number: number; readonly offset: number }[] {
  const entries: { number: number; offset: number }[] = [];
  for (let number = 0; number < count; number += 1) {
    // Each entry is 20 bytes: `0000005047 00000 n` and a two-byte line end; `f` marks a free one.
    const entry = text.slice(at + number * 20, at + number * 20 + 18);
    if (entry.endsWith(' n')) entries.push({ number, offset: Number(entry.slice(0, 10)) });
  }
  return entries.sort((a, b) => a.offset - b.offset);
}

function readObject(
  text: string,
  bytes: Uint8Array,
  { number, offset, end }: { readonly number: number; readonly offset: number; readonly end: number },
): PdfObject {
  const opening = `${number} 0 obj\n`;
  if (!text.startsWith(opening, offset)) throw unknownForm(`object ${number} is not where the table says`);
  const from = offset + opening.length;
  const own = text.slice(from, end);
  // Skia writes a line end inside a string as `\012`, so the keyword is never part of a text.
  const keyword = own.indexOf('>> stream\n');
  if (keyword === -1) return { body: own.slice(0, own.lastIndexOf('\nendobj')), stream: null };
  const body = own.slice(0, keyword + 2);
  const length = Number(/\/Length (\d+)/u.exec(body)?.[1] ?? Number.NaN);
  const data = keyword + '>> stream\n'.length;
  if (!own.startsWith('\nendstream', data + length))
    throw unknownForm(`the stream of object ${number} has another length`);
  return { body, stream: bytes.subarray(from + data, from + data + length) };
}

function unknownForm(what: string): BriefdeckError {
  const hint = 'Leave out --browser to use the browser that comes with briefdeck.';
  return new BriefdeckError(
    `This browser writes PDF in a form that briefdeck does not know: ${what}`,
    exitCodes.browser,
    hint,
  );
}
