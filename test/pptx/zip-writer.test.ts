import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipReader } from '../../src/pptx/opc/zip-reader.js';
import { writeZip } from '../../src/pptx/opc/zip-writer.js';

const long = '<p:sp>the same again</p:sp>'.repeat(200);
const files = [
  { path: '[Content_Types].xml', bytes: strToU8('<Types/>') },
  { path: 'ppt/slides/slide1.xml', bytes: strToU8(long) },
  { path: 'ppt/media/발표 자료.png', bytes: new Uint8Array(1000).fill(7) },
  { path: 'empty.xml', bytes: new Uint8Array() },
];

describe('a zip that is written', () => {
  it('holds every file under its name and in its order, for another program', () => {
    const read = unzipSync(writeZip(files));
    expect(Object.keys(read)).toEqual(files.map(({ path }) => path));
    expect(strFromU8(read['ppt/slides/slide1.xml'] ?? new Uint8Array())).toBe(long);
    expect(read['ppt/media/발표 자료.png']).toEqual(files[2]?.bytes);
    expect(read['empty.xml']).toHaveLength(0);
  });

  it('has checksums and sizes that the reader finds right', () => {
    const reader = new ZipReader(writeZip(files));
    for (const { path, bytes } of files)
      expect(Buffer.from(reader.read(path) ?? [])).toEqual(Buffer.from(bytes));
  });

  it('is far smaller than long markup, and stores pictures as they are', () => {
    const [, markup, picture] = files;
    expect(writeZip(markup ? [markup] : []).length).toBeLessThan(long.length / 10);
    expect(writeZip(picture ? [picture] : []).length).toBeGreaterThan(1000);
  });

  it('has the same bytes each time, and no date of its own', () => {
    expect(Buffer.compare(writeZip(files), writeZip(files))).toBe(0);
    expect(Buffer.from(writeZip(files)).readUInt32LE(10)).toBe(0x00210000);
  });
});
