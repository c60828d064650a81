import { describe, expect, it } from 'vitest';
import type { PictureItem } from '../../src/scene/scene.js';
import { measure, measureSlide, picturesOf } from './page.js';

const svg = (width: number, height: number) =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#0b5a66"/></svg>`).toString('base64')}`;
/** 4 × 2 px. */
const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==';
const whole = { left: 0, top: 0, right: 0, bottom: 0 };

async function pictureIn(html: string, css = ''): Promise<PictureItem | undefined> {
  return picturesOf(await measureSlide(html, css))[0];
}

describe('pictures', () => {
  it.each([
    ['fill', { x: 40, y: 40, width: 200, height: 200 }, whole],
    ['contain', { x: 40, y: 90, width: 200, height: 100 }, whole],
    ['cover', { x: 40, y: 40, width: 200, height: 200 }, { left: 0.25, top: 0, right: 0.25, bottom: 0 }],
    ['none', { x: 138, y: 139, width: 4, height: 2 }, whole],
    ['scale-down', { x: 138, y: 139, width: 4, height: 2 }, whole],
  ])('are placed and cut as object-fit: %s says', async (fit, rect, crop) => {
    const picture = await pictureIn(
      `<img src="${png}" alt="A plan" style="width: 200px; height: 200px; object-fit: ${fit}">`,
    );
    expect(picture).toMatchObject({ rect, crop, alt: 'A plan', alpha: 1, name: 'Picture' });
  });

  it('are cut where object-position says', async () => {
    const style = 'width: 200px; height: 200px; object-fit: cover; object-position: 100% 0';
    expect((await pictureIn(`<img src="${png}" style="${style}">`))?.crop).toEqual({ ...whole, left: 0.5 });
  });

  it('keep to the content box, with their link and opacity', async () => {
    const style = 'width: 100px; height: 50px; padding: 10px; border: 5px solid #000; opacity: .5';
    const picture = await pictureIn(`<a href="https://example.org/"><img src="${png}" style="${style}"></a>`);
    expect(picture).toMatchObject({
      rect: { width: 100, height: 50 },
      link: 'https://example.org/',
      alpha: 0.5,
      alt: null,
    });
  });

  it('are in the list of media once, however often they are shown', async () => {
    const { scenes, media } = await measure([`<img src="${png}"><img src="${png}">`, `<img src="${png}">`]);
    expect(scenes.flatMap(picturesOf).map((picture) => picture.media)).toEqual([0, 0, 0]);
    expect(media).toEqual([{ source: png, png: null }]);
  });

  it('have a PNG beside them where Office does not draw the format', async () => {
    const { media } = await measure([`<img src="${svg(40, 20)}" style="width: 100px">`]);
    expect(media[0]?.source).toBe(svg(40, 20));
    const bytes = Buffer.from(media[0]?.png?.replace('data:image/png;base64,', '') ?? '', 'base64');
    // Width and height stand at byte 16 of a PNG: twice the drawn size.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([200, 100]);
  });

  it('may be drawings in the slide itself', async () => {
    const drawing =
      '<svg width="80" height="40" role="img" aria-label="Two basins"><rect width="80" height="40"/></svg>';
    const { scenes, media } = await measure([drawing]);
    expect(scenes.flatMap(picturesOf)).toMatchObject([
      { alt: 'Two basins', rect: { width: 80, height: 40 } },
    ]);
    expect(media[0]?.source).toMatch(/^data:image\/svg\+xml,/u);
    expect(media[0]?.png).toMatch(/^data:image\/png;base64,/u);
  });

  it('do not stand for pictures that are broken or hidden', async () => {
    const broken = '<img src="data:image/png;base64,AAAA" alt="broken" style="width: 9px; height: 9px">';
    const hidden = `<img src="${png}" style="visibility: hidden; width: 9px; height: 9px">`;
    expect(picturesOf(await measureSlide(broken + hidden))).toEqual([]);
  });

  it.each([
    ['cover', { x: 40, y: 40, width: 100, height: 100 }, { left: 0.25, top: 0, right: 0.25, bottom: 0 }],
    ['contain', { x: 40, y: 65, width: 100, height: 50 }, whole],
    ['40px', { x: 70, y: 80, width: 40, height: 20 }, whole],
    ['auto 50%', { x: 40, y: 65, width: 100, height: 50 }, whole],
    ['100% 20%', { x: 40, y: 80, width: 100, height: 20 }, whole],
  ])('may be backgrounds, as background-size: %s says', async (size, rect, crop) => {
    const style = `width: 100px; height: 100px; background: url(${svg(40, 20)}) center / ${size} no-repeat`;
    expect(await pictureIn(`<div style="${style}"></div>`)).toMatchObject({
      rect,
      crop,
      role: 'decoration',
      name: 'Background picture',
    });
  });
});
