import { describe, expect, it } from 'vitest';
import { boxesOf, linesOf, measure, measureSlide, textsOf } from './page.js';

describe('generated text', () => {
  it('stands in the line of its element', async () => {
    const css = `p::before { content: 'before '; color: #0b5a66 } p::after { content: ' after' }`;
    const [text] = textsOf(await measureSlide('<p>words</p>', css));
    expect(text && linesOf(text)).toEqual(['before words after']);
    const runs = text?.paragraphs[0]?.lines[0]?.runs ?? [];
    expect(runs[0]?.x).toBeCloseTo(40, 0);
    expect(runs[0]?.colour.hex).toBe('#0B5A66');
    runs.slice(1).forEach((run, index) => {
      expect(Math.abs(run.x - (runs[index]?.right ?? 0))).toBeLessThan(0.75);
    });
  });

  it('counts as the page counts', async () => {
    const css = `ol { list-style: none; counter-reset: part 4 } li { counter-increment: part }
      li span::before { content: 'Part ' counter(part, upper-roman) ': ' }`;
    const html = '<ol><li><span>one</span></li><li><span>two</span></li></ol>';
    expect(textsOf(await measureSlide(html, css)).flatMap(linesOf)).toEqual(['Part V: one', 'Part VI: two']);
  });

  it('holds the number of the slide as a field', async () => {
    const css = `section::after { content: 'Page ' attr(data-marpit-pagination) ' / 12'; position: absolute; right: 40px; bottom: 20px; width: 200px; height: 24px; text-align: right }`;
    const { scenes } = await measure(['<p>1</p>', '<p>2</p>'], css);
    const fields = scenes.map((scene) => textsOf(scene).find(({ role }) => role === 'slide-number'));
    expect(
      fields.map((text) => text?.paragraphs[0]?.lines[0]?.runs.map((run) => [run.text, run.field])),
    ).toEqual([
      [
        ['Page ', null],
        ['1', 'slide-number'],
        [' / 12', null],
      ],
      [
        ['Page ', null],
        ['2', 'slide-number'],
        [' / 12', null],
      ],
    ]);
    const line = fields[0]?.paragraphs[0]?.lines[0];
    expect(line?.right).toBeCloseTo(1240, 0);
    expect(fields[0]?.box).toEqual({ x: 1040, y: 676, width: 200, height: 24 });
  });

  it('is not there where nothing is generated, or it is hidden', async () => {
    const css = `p::before { content: none } p::after { content: 'hidden'; visibility: hidden } h1::after { content: 'gone'; display: none }`;
    expect(textsOf(await measureSlide('<h1>one</h1><p>two</p>', css)).flatMap(linesOf)).toEqual([
      'one',
      'two',
    ]);
  });
});

describe('generated boxes', () => {
  it('stand where the page puts them: in the padding box of what they are positioned in', async () => {
    const css = `div { position: relative; margin: 10px 0 0 60px; width: 300px; height: 100px; border: 5px solid #000; padding: 7px }
      p::before { content: ''; position: absolute; left: -20px; bottom: 10px; width: 12px; height: 30px; background: #0b5a66; --pptx-shape: diamond }`;
    const boxes = boxesOf(await measureSlide('<div><p>words</p></div>', css));
    const mark = boxes.find(({ shape }) => shape !== null);
    expect(mark).toMatchObject({
      rect: { x: 40 + 60 + 5 - 20, y: 40 + 10 + 5 + 114 - 10 - 30, width: 12, height: 30 },
      shape: { kind: 'preset', name: 'diamond' },
      decorative: true,
      role: 'decoration',
      pointers: [],
    });
  });

  it('have their border and padding around their size', async () => {
    const css = `p { position: relative } p::after { content: ''; position: absolute; left: 0; top: 0; width: 50px; height: 20px; padding: 3px; border: 2px solid #000 }`;
    const [box] = boxesOf(await measureSlide('<p>words</p>', css));
    expect(box?.rect).toMatchObject({ width: 60, height: 30 });
  });

  it('lie below or above what they belong to, as the page paints them', async () => {
    const css = `p { position: relative; z-index: 0 }
      p::before { content: ''; position: absolute; z-index: -1; inset: 0; background: #ddeeee }`;
    const scene = await measureSlide('<p>words</p>', css);
    const [box] = boxesOf(scene);
    const [text] = textsOf(scene);
    expect(box?.rect).toEqual({ x: 40, y: 40, width: 1200, height: 24 });
    expect(box?.paint).toBeLessThan(text?.paint ?? -1);
    expect(text?.ground).toEqual({ hex: '#DDEEEE', alpha: 1 });
  });
});
