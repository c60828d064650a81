import { execFileSync } from 'node:child_process';

/** A picture in shades of grey, row by row, 0 to 255. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Width at which slides are compared, px. */
const width = 1280;

/**
 * Draws a page of a PDF (from 1) 1280 px wide through poppler, `fine` times as large and then averaged: poppler sets glyphs on
 * whole rows of pixels, so that a baseline at 92.99 px and one at 93.01 px would stand a row apart. Null where there is no such page.
 */
export function drawPage(pdf: string, page: number, fine: number): Grey | null {
  const number = String(page);
  const size = ['-scale-to-x', String(width * fine), '-scale-to-y', '-1'];
  const bytes = execFileSync('pdftoppm', ['-gray', '-f', number, '-l', number, ...size, pdf], {
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return bytes.length === 0 ? null : shrink(readGrey(bytes), fine);
}

/** Reads a binary PGM of 8 bits. */
export function readGrey(bytes: Buffer): Grey {
  const [head = '', across, down] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 64)) ?? [];
  if (!head) throw new Error('poppler gave no binary PGM of 8 bits');
  return { width: Number(across), height: Number(down), pixels: bytes.subarray(head.length) };
}

/** Averages squares of pixels. */
export function shrink(picture: Grey, by: number): Grey {
  if (by === 1) return picture;
  const small = { width: Math.floor(picture.width / by), height: Math.floor(picture.height / by) };
  const pixels = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      let sum = 0;
      for (let down = 0; down < by; down += 1) {
        const from = (y * by + down) * picture.width + x * by;
        for (let across = 0; across < by; across += 1) sum += picture.pixels[from + across] ?? 0;
      }
      pixels[y * small.width + x] = Math.round(sum / (by * by));
    }
  }
  return { ...small, pixels };
}
