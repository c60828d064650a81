import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/scene/scene.js';
import { boxesOf, measureAndAsk, measureSlide, textsOf } from './page.js';

async function runsIn(html: string, css = ''): Promise<readonly Run[]> {
  return textsOf(await measureSlide(html, css)).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs)),
  );
}

describe('runs', () => {
  it('are cut where the look changes, and nowhere else', async () => {
    const runs = await runsIn(
      '<p>A <strong>bold</strong> and <em>leaning</em> word, <span>plain</span> <del>gone</del></p>',
    );
    expect(runs.map(({ text, weight, italic, strike }) => [text, weight, italic, strike])).toEqual([
      ['A ', 400, false, false],
      ['bold', 700, false, false],
      [' and ', 400, false, false],
      ['leaning', 400, true, false],
      [' word, plain ', 400, false, false],
      ['gone', 400, false, true],
    ]);
  });

  it('carry their link, and only their own', async () => {
    const runs = await runsIn('<p>See <a href="https://example.org/a"><b>the</b> report</a> now</p>');
    expect(runs.map(({ text, link, underline }) => [text, link, underline])).toEqual([
      ['See ', null, false],
      ['the', 'https://example.org/a', true],
      [' report', 'https://example.org/a', true],
      [' now', null, false],
    ]);
  });

  it('have the ground and the padding of inline code', async () => {
    const runs = await runsIn(
      '<p>run <code>npm</code> now</p>',
      'code { background: #f2f0ea; padding: 0 6px }',
    );
    expect(runs.map(({ text, highlight, gap }) => [text, highlight?.hex ?? null, Math.round(gap)])).toEqual([
      ['run ', null, 6],
      ['npm', '#F2F0EA', 6],
      [' now', null, 0],
    ]);
  });

  it('stand above and below the baseline as far as the page sets them', async () => {
    const question = `['sub', 'sup'].map((name) => {
      const probe = document.createElement('span');
      probe.style.cssText = 'display: inline-block; width: 0; height: 0';
      const element = document.querySelector(name);
      const own = element.appendChild(probe).getBoundingClientRect().bottom;
      return element.parentElement.insertBefore(probe, element).getBoundingClientRect().bottom - own;
    })`;
    const slide = '<p>H<sub>2</sub>O and x<sup>2</sup>.</p>';
    const css = 'sub, sup { font-size: 60%; line-height: 0 }';
    const read = (answer: unknown) => (Array.isArray(answer) ? answer.map(Number) : []);
    const { deck, seen } = await measureAndAsk([slide], css, question, read);
    const lines = deck.scenes
      .flatMap(textsOf)
      .flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.lines));
    const [line] = lines;
    expect(lines).toHaveLength(1);
    expect(line?.runs.map(({ text }) => text)).toEqual(['H', '2', 'O and x', '2', '.']);
    const [sub, sup] = [line?.runs[1]?.shift ?? 0, line?.runs[3]?.shift ?? 0];
    expect(sub).toBeLessThan(-1);
    expect(sup).toBeGreaterThan(1);
    expect(Math.abs(sub - (seen[0] ?? 0))).toBeLessThan(0.7);
    expect(Math.abs(sup - (seen[1] ?? 0))).toBeLessThan(0.7);
  });

  it('say size, spacing, capitals, colour and language', async () => {
    const style =
      'font-size: 30px; letter-spacing: 2px; text-transform: uppercase; color: rgb(11 90 102 / 50%)';
    const [run] = await runsIn(`<p lang="de-CH" style="${style}">Hafen</p>`);
    expect(run).toMatchObject({
      text: 'Hafen',
      size: 30,
      letterSpacing: 2,
      caps: 'all',
      colour: { hex: '#0B5A66', alpha: 0.5 },
      language: 'de-CH',
    });
  });

  it('take the opacity of everything around them into their colour', async () => {
    const [run] = await runsIn('<div style="opacity: .5"><p style="opacity: .5">faint <b>b</b></p></div>');
    expect(run?.colour.alpha).toBeCloseTo(0.25, 2);
  });

  it('have a box of their own where they are framed', async () => {
    const scene = await measureSlide('<p>a <span style="border: 1px solid #000">framed</span> word</p>');
    const [box] = boxesOf(scene);
    expect(box?.borders.top).toEqual({ width: 1, style: 'solid', colour: { hex: '#000000', alpha: 1 } });
    expect(textsOf(scene)).toHaveLength(1);
  });
});
