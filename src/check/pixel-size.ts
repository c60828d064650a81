/** How many pixels a picture has. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Characters of base64 in which the size of a picture stands: a JPEG may have a preview before it. */
const head = 400_000;

/** The pixels of a PNG, JPEG or GIF in a `data:` URL; null for other formats, which may have none. */
export function pixelSize(source: string): PixelSize | null {
  const [, format, data] = /^data:image\/(png|jpeg|gif);base64,(.*)$/isu.exec(source.slice(0, head)) ?? [];
  if (!format || !data) return null;
  const bytes = Buffer.from(data.slice(0, data.length - (data.length % 4)), 'base64');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readers[format.toLowerCase()]?.(view) ?? null;
}

const readers: Readonly<Record<string, (view: DataView) => PixelSize | null>> = {
  png: (view) => (view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) =>
    view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) },
  jpeg,
};

/** The size stands in the first frame header; the segments before it are passed over by their lengths. */
function jpeg(view: DataView): PixelSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
