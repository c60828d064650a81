import { deflateSync } from 'node:zlib';

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  return bytes;
}

/** A white PNG of one bit a pixel, whose checksums nobody looks at before its size. */
export function wholePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(Math.min(100_000, (Math.ceil(width / 8) + 1) * height)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ]);
}

const svg = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"';

/** Groups that use ten of the group before. */
export function nestedUses(levels: number): string {
  const groups = Array.from(
    { length: levels },
    (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`,
  );
  return `<svg ${svg}><g id="a0"><rect width="1" height="1"/></g>${groups.join('')}</svg>`;
}

/** Entities of ten entities each. */
export const deepEntities = `<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('')}]><svg ${svg}><text>&a9;</text></svg>`;

/** Every way by which an SVG asks for something. */
export function reachingOut(listener: string): string {
  return `<?xml-stylesheet href="${listener}/1"?><svg ${svg} onload="fetch('${listener}/2')"><style>@import url(${listener}/3);</style><image href="${listener}/4" width="9" height="9"/><use href="${listener}/5#x"/><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${listener}/6"/></foreignObject><script>fetch('${listener}/7')</script><rect width="50" height="50" fill="red"/></svg>`;
}
