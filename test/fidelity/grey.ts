import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A picture in shades of grey, row by row, 0 to 255. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws the pages of a PDF 1280 px wide through poppler, which weighs red, green and blue as luminance; the files, in order. */
export function rasterise(pdf: string, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const size = ['-scale-to-x', '1280', '-scale-to-y', '-1'];
  execFileSync('pdftoppm', ['-gray', ...size, pdf, join(folder, 'page')], { stdio: 'ignore' });
  const pages = readdirSync(folder).filter((file) => file.endsWith('.pgm'));
  return pages.sort().map((file) => join(folder, file));
}

/** Reads a binary PGM of 8 bits. */
export function readGrey(path: string): Grey {
  const bytes = readFileSync(path);
  const [head = '', width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 64)) ?? [];
  if (!head) throw new Error(`${path}: not a binary PGM of 8 bits`);
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) };
}
