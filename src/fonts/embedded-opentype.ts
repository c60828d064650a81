import { readNames } from './rename-font.js';
import { readSfnt, tableOf, viewOf } from './sfnt.js';

const version = 0x00020002;
const magic = 0x504c;
/** Stands for any character set. */
const anyCharset = 1;
/** What the sum of the root strings is mixed with; there are none, for the font is bound to no address. */
const rootChecksum = 0x50475342;

/**
 * A TrueType file as Embedded OpenType (W3C submission, 5 March 2008), the form of PowerPoint's `fntdata` parts: a header of facts
 * that stand in the font too, then the font as it is.
 */
export function embeddedOpenType(font: Uint8Array): Uint8Array {
  const header = new Header();
  const tables = readSfnt(font);
  const os2 = viewOf(tableOf(tables, 'OS/2'));
  const names = readNames(tableOf(tables, 'name'));
  // The sizes of the whole and of the font are put in at the end.
  header.long(0).long(font.length).long(version).long(0);
  for (let at = 32; at < 42; at += 1) header.byte(os2.getUint8(at));
  header.byte(anyCharset).byte(os2.getUint16(62) & 1);
  header.long(os2.getUint16(4)).short(os2.getUint16(8)).short(magic);
  for (const at of [42, 46, 50, 54, 78, 82]) header.long(os2.getUint32(at));
  header.long(viewOf(tableOf(tables, 'head')).getUint32(8));
  for (let reserved = 0; reserved < 4; reserved += 1) header.long(0);
  for (const id of [1, 2, 5, 4]) header.short(0).text(names.get(id) ?? '');
  header.short(0).text('');
  header.long(rootChecksum).long(0);
  // No signature, and no characters of the user's own making.
  header.short(0).short(0).long(0).long(0);
  const bytes = Uint8Array.from([...header.bytes]);
  const file = new Uint8Array(bytes.length + font.length);
  file.set(bytes);
  file.set(font, bytes.length);
  new DataView(file.buffer).setUint32(0, file.length, true);
  return file;
}

/** Little-endian values one after the other. */
class Header {
  readonly bytes: number[] = [];

  byte(value: number): this {
    this.bytes.push(value & 255);
    return this;
  }

  short(value: number): this {
    return this.byte(value).byte(value >>> 8);
  }

  long(value: number): this {
    return this.short(value & 0xffff).short(value >>> 16);
  }

  /** Its size in bytes, then UTF-16. */
  text(value: string): this {
    this.short(2 * value.length);
    for (let at = 0; at < value.length; at += 1) this.short(value.charCodeAt(at));
    return this;
  }
}
