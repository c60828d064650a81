/** Why bytes that begin as a picture are none to be shown. */
export type PictureFault = 'damaged' | 'tooManyPixels' | 'entities';

/** Most pixels of a picture: a browser unpacks each to four bytes. */
export const maxPixels = 100_000_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where each type says how large it is; null where it ends before that, or before it is whole. */
const sizes: Readonly<Record<string, (bytes: Buffer) => Size | null>> = {
  'image/png': (bytes) =>
    bytes.length > 33 && bytes.lastIndexOf('IEND') > 0
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : null,
  'image/gif': (bytes) =>
    bytes.length > 13 ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } : null,
  'image/webp': webpSize,
  'image/jpeg': jpegSize,
};

/** What is wrong with a picture of this type, told by its first bytes; null where nothing is. */
export function pictureFault(picture: Uint8Array, mime: string): PictureFault | null {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  if (mime === 'image/svg+xml') return hasDeepEntities(bytes.toString('latin1')) ? 'entities' : null;
  const size = sizes[mime]?.(bytes) ?? null;
  if (size === null || size.width === 0 || size.height === 0) return 'damaged';
  return size.width * size.height > maxPixels ? 'tooManyPixels' : null;
}

/** Entities that stand for a file, or for further entities: drawing programs write none, and ten of them make a billion. */
function hasDeepEntities(text: string): boolean {
  return /<!ENTITY\s+(?:%|[^\s>]+\s+(?:SYSTEM|PUBLIC)\b|[^\s>]+\s+(?:"[^"]*&|'[^']*&))/iu.test(text);
}

function webpSize(bytes: Buffer): Size | null {
  if (bytes.length < 30) return null;
  const form = bytes.toString('latin1', 12, 16);
  if (form === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (form === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

/** Goes from marker to marker to the start of frame (SOF0 to SOF15 but for DHT, JPG and DAC). */
function jpegSize(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01) {
      at += marker === 0xff ? 1 : 2;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    } else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
