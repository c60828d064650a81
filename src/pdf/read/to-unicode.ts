import { inflateSync } from 'node:zlib';
import { objectOf, type PdfFile, reference } from '../pdf-file.js';

/** How a font's glyphs read. */
export interface FontText {
  /** Bytes of a code: 2 for a composite font. */
  readonly width: 1 | 2;
  readonly codes: ReadonlyMap<number, string>;
}

/** Reads what the glyphs of a font stand for, out of its `/ToUnicode` (ISO 32000-1, 9.10.3). */
export function fontText(file: PdfFile, font: number): FontText {
  const { body } = objectOf(file, font);
  const width = body.includes('/Subtype /Type0') ? 2 : 1;
  const map = reference(body, 'ToUnicode');
  const object = map === null ? null : file.objects.get(map);
  if (!object?.stream) return { width, codes: new Map() };
  const packed = object.body.includes('/FlateDecode');
  const text = (packed ? inflateSync(object.stream) : Buffer.from(object.stream)).toString('latin1');
  return { width, codes: new Map([...singles(text), ...ranges(text)]) };
}

function singles(text: string): readonly (readonly [number, string])[] {
  return blocks(text, 'bfchar').flatMap((block) =>
    [...block.matchAll(/<(\w+)> <(\w+)>/gu)].map(([, code = '', to = '']) => [
      Number.parseInt(code, 16),
      utf16(to),
    ]),
  );
}

function ranges(text: string): readonly (readonly [number, string])[] {
  return blocks(text, 'bfrange').flatMap((block) =>
    [...block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/gu)].flatMap(([, from = '', to = '', start = '']) => {
      const [first, last, base] = [from, to, start].map((hex) => Number.parseInt(hex, 16));
      if (first === undefined || last === undefined || base === undefined || start.length > 4) return [];
      return Array.from(
        { length: Math.min(65536, last - first + 1) },
        (_, step) => [first + step, String.fromCharCode(base + step)] as const,
      );
    }),
  );
}

function blocks(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`begin${name}\\n([\\s\\S]*?)end${name}`, 'gu'))].map(
    ([, block = '']) => block,
  );
}

/** Text written as UTF-16 in hexadecimal. */
function utf16(hex: string): string {
  const even = hex.length % 4 === 0 ? hex : hex.padStart(hex.length + 4 - (hex.length % 4), '0');
  return Buffer.from(even, 'hex').swap16().toString('utf16le');
}
