import { describe, expect, it } from 'vitest';
import type { BoxItem, Fill } from '../../src/scene/scene.js';
import { boxesOf, linesOf, measureSlide, textsOf } from './page.js';

async function boxIn(style: string, inside = ''): Promise<BoxItem | undefined> {
  const [box] = boxesOf(
    await measureSlide(`<div style="width: 200px; height: 100px; ${style}">${inside}</div>`),
  );
  return box;
}

const black = { hex: '#000000', alpha: 1 };

describe('boxes', () => {
  it('have a border on each side by itself', async () => {
    const box = await boxIn('border-top: 4px solid #0b5a66; border-left: 2px dashed rgb(0 0 0 / 50%)');
    expect(box).toMatchObject({ fill: null, shape: null, rect: { x: 40, y: 40, width: 202, height: 104 } });
    expect(box?.borders).toEqual({
      top: { width: 4, style: 'solid', colour: { hex: '#0B5A66', alpha: 1 } },
      right: null,
      bottom: null,
      left: { width: 2, style: 'dashed', colour: { hex: '#000000', alpha: 0.5 } },
    });
  });

  it('are not drawn where nothing is', async () => {
    expect(await boxIn('border: 3px solid transparent; background: transparent')).toBeUndefined();
    expect(await boxIn('background: #000; visibility: hidden')).toBeUndefined();
    expect(await boxIn('background: #000; display: none')).toBeUndefined();
  });

  it('name their preset shape, its values, how it is turned, and leave that to what is inside', async () => {
    const scene = await measureSlide(
      `<div style="--pptx-shape: homePlate; --pptx-adjust: 50000, 20000; --pptx-rotate: 90; --pptx-flip: h; background: #000">
        <div style="background: #fff; height: 20px"></div></div>`,
    );
    const [outer, inner] = boxesOf(scene);
    expect(outer).toMatchObject({ rotate: 90, flip: 'h' });
    expect(outer?.shape).toEqual({ kind: 'preset', name: 'homePlate', adjust: [50000, 20000] });
    expect(inner).toMatchObject({ shape: null, rotate: 0, flip: null });
  });

  it('are outlined by radius and by polygon', async () => {
    expect((await boxIn('background: #000; border-radius: 4px 8px 0 50%'))?.shape).toEqual({
      kind: 'rounded',
      radii: [4, 8, 0, 100],
      heights: [4, 8, 0, 50],
    });
    const clip = 'clip-path: polygon(0 0, calc(100% - 20px) 0, 100% 50%, 0 100%)';
    expect((await boxIn(`background: #000; ${clip}`))?.shape).toEqual({
      kind: 'polygon',
      points: [
        [0, 0],
        [0.9, 0],
        [1, 0.5],
        [0, 1],
      ],
    });
  });

  it('have the outer shadow, not an inner one', async () => {
    const box = await boxIn('box-shadow: inset 0 0 5px #f00, 2px 3px 4px rgb(0 0 0 / 25%)');
    expect(box?.shadow).toEqual({ x: 2, y: 3, blur: 4, spread: 0, colour: { hex: '#000000', alpha: 0.25 } });
  });

  it('are as clear as everything around them makes them', async () => {
    const scene = await measureSlide(
      '<div style="opacity: .5"><div style="opacity: .5; background: #000; height: 9px"></div></div>',
    );
    expect(boxesOf(scene)[0]?.fill).toEqual({ kind: 'solid', colour: { hex: '#000000', alpha: 0.25 } });
  });

  it.each([
    ['linear-gradient(red, blue)', 180, [0, 1]],
    ['linear-gradient(to right, red, blue 25%, red)', 90, [0, 0.25, 1]],
    ['linear-gradient(45deg, red, lime, blue)', 45, [0, 0.5, 1]],
    ['linear-gradient(0.25turn, red 20%, blue)', 90, [0.2, 1]],
    ['linear-gradient(to right, red 50px, blue)', 90, [0.25, 1]],
    ['linear-gradient(to bottom, red 50px, blue)', 180, [0.5, 1]],
  ])('are filled with %s', async (css, angle, places) => {
    const fill: Fill | null = (await boxIn(`background: ${css}`))?.fill ?? null;
    const linear = fill?.kind === 'linear' ? fill : null;
    expect(linear?.angle).toBe(angle);
    expect(linear?.stops.map(({ at }) => at)).toEqual(places);
    expect(linear?.stops[0]?.colour).toEqual({ hex: '#FF0000', alpha: 1 });
  });
});

describe('the order of painting', () => {
  it('is that of CSS: blocks, then text, then what is positioned, by z-index', async () => {
    const scene = await measureSlide(
      `<div style="position: absolute; z-index: 2; background: #000002; inset: 0"></div>
       <div style="position: absolute; z-index: -1; background: #000003; inset: 0"></div>
       <div style="position: relative; background: #000004; height: 9px"></div>
       <p>words</p>
       <div style="background: #000005; height: 9px"></div>`,
    );
    const order = [...scene.items].sort((a, b) => a.paint - b.paint);
    expect(
      order.map((item) =>
        item.kind === 'box' && item.fill?.kind === 'solid' ? item.fill.colour.hex : item.kind,
      ),
    ).toEqual(['#000003', '#000005', 'text', '#000004', '#000002']);
    expect(new Set(scene.items.map(({ paint }) => paint)).size).toBe(scene.items.length);
  });

  it('keeps what is inside a stacking context together', async () => {
    const scene = await measureSlide(
      `<div style="position: relative; z-index: 1"><div style="position: absolute; z-index: 99; background: #000001; width: 9px; height: 9px"></div></div>
       <div style="position: relative; z-index: 2; background: #000002; height: 9px"></div>`,
    );
    const fills = [...boxesOf(scene)].sort((a, b) => a.paint - b.paint).map(({ fill }) => fill);
    expect(fills).toMatchObject([{ colour: { hex: '#000001' } }, { colour: { hex: '#000002' } }]);
  });

  it('leaves the reading order alone', async () => {
    const scene = await measureSlide(
      '<p style="position: relative; z-index: 5">first</p><h1>second</h1><p>third</p>',
    );
    expect(textsOf(scene).flatMap(linesOf)).toEqual(['first', 'second', 'third']);
  });
});

describe('text in a box', () => {
  it('knows the box that it stands in, and the box that it holds text', async () => {
    const scene = await measureSlide(
      '<p>outside</p><div style="background: #ddeeee; padding: 10px 20px"><p>inside</p><p>too</p></div>',
    );
    const [outside, inside] = textsOf(scene);
    const [box] = boxesOf(scene);
    expect(outside?.inside).toBeNull();
    expect(inside?.inside).toBe(box?.id);
    expect(inside?.box).toEqual(box?.rect);
    expect(inside && linesOf(inside)).toEqual(['inside', 'too']);
    expect(inside?.ground).toEqual({ hex: '#DDEEEE', alpha: 1 });
    expect(box?.decorative).toBe(false);
  });

  it('is not held by a rule above it', async () => {
    const scene = await measureSlide('<p>one</p><div style="border-top: 1px solid #000"><p>two</p></div>');
    expect(textsOf(scene).map(({ inside }) => inside)).not.toContain(boxesOf(scene)[0]?.id);
    expect(boxesOf(scene)[0]?.decorative).toBe(true);
  });

  it('knows what cuts it off, and has no limit but the slide where nothing does', async () => {
    const scene = await measureSlide(
      `<p>free</p><div style="position: absolute; left: 100px; top: 200px; width: 300px; height: 50px; overflow: hidden; border: 5px solid #000">
        <p style="margin: 0; width: 600px">cut off</p></div>`,
    );
    expect(textsOf(scene).map(({ limit }) => limit)).toEqual([
      { x: 0, y: 0, width: 1280, height: 720 },
      { x: 105, y: 205, width: 300, height: 50 },
    ]);
  });

  it('has no ground where a gradient or a picture lies behind it', async () => {
    const grounds = async (style: string) =>
      textsOf(await measureSlide(`<div style="${style}"><p>words</p></div>`)).map(({ ground }) => ground);
    expect(await grounds('background: linear-gradient(red, blue)')).toEqual([null]);
    expect(await grounds('background: rgb(0 0 0 / 50%)')).toEqual([null]);
    expect(await grounds('background: #000')).toEqual([black]);
  });

  it('has the role that its tag or its style gives', async () => {
    const scene = await measureSlide(
      '<h1>Headline</h1><p style="--pptx-role: subtitle">Below</p><div style="--pptx-role: body"><p>Body</p></div><footer>Foot</footer>',
    );
    expect(textsOf(scene).map(({ role }) => role)).toEqual(['title', 'subtitle', 'body', 'footer']);
    expect(textsOf(scene).map(({ name }) => name)).toEqual(['Title', 'Text', 'Text', 'Footer']);
  });

  it('is named for its class before its tag', async () => {
    const list = '<ul><li>item</li></ul>';
    const scene = await measureSlide(`${list}<h1>Headline</h1><div class="key-line">${list}</div>`);
    expect(textsOf(scene).map(({ name }) => name)).toEqual(['List item', 'Title', 'Key line']);
  });
});
