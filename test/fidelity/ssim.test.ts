import { describe, expect, it } from 'vitest';
import type { Grey } from './grey.js';
import { ssim } from './ssim.js';

const [width, height] = [64, 48];

/** A picture whose shades a function of the place tells. */
function draw(shade: (x: number, y: number) => number, size = { width, height }): Grey {
  const pixels = Uint8Array.from({ length: size.width * size.height }, (_, at) =>
    shade(at % size.width, Math.floor(at / size.width)),
  );
  return { ...size, pixels };
}

const waves = (x: number, y: number) => Math.round(127.5 + 100 * Math.sin(x / 3) * Math.cos(y / 4));

describe('structural similarity', () => {
  it('is 1 for equal pictures', () => {
    expect(ssim(draw(waves), draw(waves))).toBeCloseTo(1, 12);
  });

  it('is what the formula gives for two flat greys, which differ in their means alone', () => {
    const steady = (0.01 * 255) ** 2;
    const expected = (2 * 100 * 150 + steady) / (100 ** 2 + 150 ** 2 + steady);
    expect(
      ssim(
        draw(() => 100),
        draw(() => 150),
      ),
    ).toBeCloseTo(expected, 12);
  });

  it('is far below 0 for a picture and its negative', () => {
    expect(
      ssim(
        draw(waves),
        draw((x, y) => 255 - waves(x, y)),
      ),
    ).toBeLessThan(-0.7);
  });

  it('falls the further a picture is moved, and is the same either way round', () => {
    const moved = [1, 2, 3].map((by) =>
      ssim(
        draw(waves),
        draw((x, y) => waves(x + by, y)),
      ),
    );
    expect(moved).toEqual(moved.toSorted((a, b) => b - a));
    expect(moved[0]).toBeLessThan(0.99);
    expect(
      ssim(
        draw((x, y) => waves(x + 1, y)),
        draw(waves),
      ),
    ).toBeCloseTo(moved[0] ?? 0, 12);
  });

  it('compares the common part of pictures that rounding made unlike in size', () => {
    const other = draw(waves, { width: width + 1, height: height - 1 });
    expect(ssim(draw(waves), other)).toBeCloseTo(1, 12);
  });

  it('refuses pictures that hold no window', () => {
    const size = { width: 10, height: 10 };
    expect(() => ssim(draw(waves, size), draw(waves, size))).toThrow('10 × 10');
  });
});
