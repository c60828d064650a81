import { describe, expect, it } from 'vitest';
import { linesOf, measureSlide, tableOf, textsOf } from './page.js';

async function markersIn(html: string, css = '') {
  return textsOf(await measureSlide(html, css)).flatMap(({ paragraphs }) =>
    paragraphs.map(({ level, marker, lines }) => [
      level,
      marker?.text ?? null,
      lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' '),
    ]),
  );
}

describe('lists', () => {
  it('nest, and each level has the bullet that the page draws', async () => {
    const html = '<ul><li>one<ul><li>two<ul><li>three</li></ul></li></ul></li><li>four</li></ul>';
    expect(await markersIn(html)).toEqual([
      [0, '●', 'one'],
      [1, '○', 'two'],
      [2, '■', 'three'],
      [0, '●', 'four'],
    ]);
  });

  it('count from their start, and go on from a value', async () => {
    const html = '<ol start="3"><li>c</li><li>d</li><li value="9">i</li><li>j</li></ol>';
    expect((await markersIn(html)).map(([, marker]) => marker)).toEqual(['3.', '4.', '9.', '10.']);
  });

  it.each([
    ['a', ['a.', 'b.']],
    ['A', ['A.', 'B.']],
    ['i', ['i.', 'ii.']],
    ['I', ['I.', 'II.']],
  ])('number in the style %s', async (type, expected) => {
    const html = `<ol type="${type}"><li>x</li><li>y</li></ol>`;
    expect((await markersIn(html)).map(([, marker]) => marker)).toEqual(expected);
  });

  it('count down where the page does', async () => {
    const html = '<ol reversed><li>x</li><li>y</li><li>z</li></ol>';
    expect((await markersIn(html)).map(([, marker]) => marker)).toEqual(['3.', '2.', '1.']);
  });

  it('take a drawn numeral and a drawn square before the text for markers', async () => {
    const css = `
      ol, ul { list-style: none } li { position: relative; counter-increment: n }
      ol li::before { content: counter(n); position: absolute; left: -30px; top: 0; width: 20px; height: 24px; color: #0b5a66 }
      ul li::before { content: ''; position: absolute; left: -20px; top: 9px; width: 8px; height: 8px; background: #0b5a66 }`;
    const texts = textsOf(
      await measureSlide('<ol><li>one</li><li>two</li></ol><ul><li>three</li></ul>', css),
    );
    const markers = texts.flatMap(({ paragraphs }) => paragraphs.map(({ marker }) => marker));
    expect(markers.map((marker) => [marker?.kind, marker?.text, marker?.number])).toEqual([
      ['number', '1', 1],
      ['number', '2', 2],
      ['bullet', '■', null],
    ]);
    expect(markers.map((marker) => marker?.colour.hex)).toEqual(['#0B5A66', '#0B5A66', '#0B5A66']);
  });

  it('have no marker where the page draws none, and one a item however many paragraphs it has', async () => {
    expect(await markersIn('<ul style="list-style: none"><li>plain</li></ul>')).toEqual([[0, null, 'plain']]);
    expect(await markersIn('<ul><li><p>first</p><p>second</p></li></ul>')).toEqual([
      [0, '●', 'first'],
      [0, null, 'second'],
    ]);
  });
});

describe('tables', () => {
  const html = `<table style="border-collapse: collapse; width: 600px"><thead><tr><th>A</th><th colspan="2">B</th></tr></thead>
    <tbody><tr><td rowspan="2" style="background: #ddeeee">1</td><td>2</td><td style="vertical-align: bottom; text-align: right">3</td></tr>
    <tr><td>4</td><td style="border-top: 2px dashed #ff0000">5<br>6</td></tr></tbody></table>`;

  it('have cells with their places, spans and texts', async () => {
    const table = tableOf(await measureSlide(html));
    expect(
      table.cells.map((cell) => [
        cell.row,
        cell.column,
        cell.rowSpan,
        cell.columnSpan,
        linesOf(cell).join('/'),
      ]),
    ).toEqual([
      [0, 0, 1, 1, 'A'],
      [0, 1, 1, 2, 'B'],
      [1, 0, 2, 1, '1'],
      [1, 1, 1, 1, '2'],
      [1, 2, 1, 1, '3'],
      [2, 1, 1, 1, '4'],
      [2, 2, 1, 1, '5/6'],
    ]);
    expect(table).toMatchObject({ headerRows: 1, name: 'Table', direction: 'ltr' });
    expect(table.cells.map(({ header }) => header)).toEqual([true, true, ...Array(5).fill(false)]);
  });

  it('have columns and rows that add up to them', async () => {
    const table = tableOf(await measureSlide(html));
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    expect(table.columns).toHaveLength(3);
    expect(table.rows).toHaveLength(3);
    expect(sum(table.columns)).toBeCloseTo(table.rect.width, 0);
    expect(sum(table.rows)).toBeCloseTo(table.rect.height, 0);
  });

  it('have cells with their own fill, border and alignment', async () => {
    const { cells } = tableOf(await measureSlide(html));
    expect(cells[2]?.fill).toEqual({ kind: 'solid', colour: { hex: '#DDEEEE', alpha: 1 } });
    expect(cells[2]?.ground).toEqual({ hex: '#DDEEEE', alpha: 1 });
    expect(cells[4]).toMatchObject({ vertical: 'bottom', fill: null, ground: { hex: '#FFFFFF' } });
    expect(cells[4]?.paragraphs[0]?.align).toBe('right');
    expect(cells[6]?.borders).toEqual({
      top: { width: 2, style: 'dashed', colour: { hex: '#FF0000', alpha: 1 } },
      right: null,
      bottom: null,
      left: null,
    });
  });

  it('take the fill of their rows and row groups', async () => {
    const striped = '<table><tr style="background: #eee"><td>a</td></tr><tr><td>b</td></tr></table>';
    const { cells } = tableOf(await measureSlide(striped, 'tbody { background: #0ff }'));
    expect(cells.map(({ fill }) => fill)).toMatchObject([
      { colour: { hex: '#EEEEEE' } },
      { colour: { hex: '#00FFFF' } },
    ]);
  });

  it('count only the rows that open them as header rows', async () => {
    const rows = '<tr><th>a</th></tr><tr><td>b</td></tr><tr><th>total</th></tr>';
    expect(tableOf(await measureSlide(`<table>${rows}</table>`)).headerRows).toBe(1);
  });

  it('keep their columns where a row is hidden and text runs from right to left', async () => {
    const rows = '<tr style="display: none"><td>x</td></tr><tr><td>one</td><td>two</td></tr>';
    const table = tableOf(await measureSlide(`<table dir="rtl">${rows}</table>`));
    expect(table.direction).toBe('rtl');
    expect(table.cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(table.columns.every((width) => width > 10)).toBe(true);
    const [first, second] = table.cells;
    expect(first?.rect.x).toBeGreaterThan(second?.rect.x ?? 0);
  });
});
