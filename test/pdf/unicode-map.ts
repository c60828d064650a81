import { decodePDFRawStream, type PDFDict, PDFName, PDFRawStream } from 'pdf-lib';

const known = new WeakMap<PDFDict, ReadonlyMap<string, string>>();

/** What a font's codes stand for, both in hexadecimal digits as its `/ToUnicode` has them. */
export function unicodeMap(font: PDFDict): ReadonlyMap<string, string> {
  const map = known.get(font) ?? read(font);
  known.set(font, map);
  return map;
}

function read(font: PDFDict): ReadonlyMap<string, string> {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return new Map();
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const map = new Map<string, string>();
  for (const [, block = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu)) {
    for (const [, code = '', unicode = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/gu))
      map.set(code.toUpperCase(), unicode);
  }
  for (const [, block = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) {
    for (const [, from = '', to = '', unicode = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      for (let code = first; code <= last; code += 1)
        map.set(hex(code), hex(Number.parseInt(unicode, 16) + code - first));
    }
  }
  return map;
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}
