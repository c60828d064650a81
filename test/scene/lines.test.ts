import { describe, expect, it } from 'vitest';
import { linesOf, measureAndAsk, measureSlide, textsOf } from './page.js';

const prose =
  'The union cut its demand to four per cent, and both sides meet on Thursday in the harbour office to talk about the southern basin.';

/** For each word of `.asked`, its text, where it starts and the baseline of its line, as the page has them. */
const words = `(() => {
  const found = [];
  for (const block of document.querySelectorAll('.asked')) {
    const probe = document.createElement('span');
    probe.style.cssText = 'display: inline-block; width: 0; height: 0';
    const range = document.createRange();
    const text = block.firstChild;
    for (const match of text.data.matchAll(/\\S+/gu)) {
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      const { left, right, top } = range.getBoundingClientRect();
      found.push([match[0], left, right, top]);
    }
    block.prepend(probe);
    found.push(['baseline', probe.getBoundingClientRect().bottom, 0, 0]);
  }
  return found;
})()`;

type Word = readonly [string, number, number, number];

function isWords(answer: unknown): answer is readonly Word[] {
  return Array.isArray(answer) && answer.every((row) => Array.isArray(row) && row.length === 4);
}

function readWords(answer: unknown): readonly Word[] {
  if (!isWords(answer)) throw new TypeError('no words');
  return answer;
}

/** Words by the lines that they stand on. */
function rowsOf(found: readonly Word[]): readonly (readonly Word[])[] {
  const tops = [...new Set(found.map(([, , , top]) => top))];
  return tops.map((top) => found.filter((word) => word[3] === top));
}

describe('lines', () => {
  it.each([
    ['text as written', ''],
    ['justified text', 'text-align: justify'],
    ['spaced letters', 'letter-spacing: 1px'],
    ['large text', 'font-size: 31px; line-height: 1.5'],
  ])('break where the browser breaks them, with baselines and edges to the pixel: %s', async (_, style) => {
    const slide = `<p class="asked" style="width: 331px; ${style}">${prose}</p>`;
    const { deck, seen } = await measureAndAsk([slide], '', words, readWords);
    const [text] = deck.scenes.flatMap(textsOf);
    const baseline = seen.find(([word]) => word === 'baseline');
    const expected = rowsOf(seen.filter(([word]) => word !== 'baseline'));
    const lines = text?.paragraphs.flatMap((paragraph) => paragraph.lines) ?? [];
    expect(expected.length).toBeGreaterThan(2);
    expect(text && linesOf(text)).toEqual(expected.map((row) => row.map(([word]) => word).join(' ')));
    const first = lines[0];
    const top = expected[0]?.[0]?.[3] ?? 0;
    lines.forEach((line, index) => {
      const row = expected[index] ?? [];
      expect(line.x).toBeCloseTo(row[0]?.[1] ?? 0, 0);
      expect(Math.abs(line.right - (row.at(-1)?.[2] ?? 0))).toBeLessThan(1.01);
      // Lines lie as far below the first as the page says.
      const below = (row[0]?.[3] ?? 0) - top;
      expect(Math.abs(line.baseline - (first?.baseline ?? 0) - below)).toBeLessThan(1);
      expect(line.space).toBe(index < lines.length - 1);
    });
    expect(Math.abs((first?.baseline ?? 0) - (baseline?.[1] ?? 0))).toBeLessThan(0.6);
  });

  it('say from which width on they would break elsewhere', async () => {
    const [wide] = textsOf(await measureSlide(`<p style="width: 300px">${prose}</p>`));
    const next = wide?.paragraphs[0]?.lines[0]?.next ?? 0;
    const atWidth = async (width: number) => {
      const [text] = textsOf(await measureSlide(`<p style="width: ${width}px">${prose}</p>`));
      return text && linesOf(text)[0];
    };
    expect(next).toBeGreaterThan(300);
    expect(await atWidth(next - 0.6)).toBe(wide && linesOf(wide)[0]);
    expect(await atWidth(next + 0.6)).not.toBe(wide && linesOf(wide)[0]);
  });

  it('end where the text says so', async () => {
    const [text] = textsOf(await measureSlide('<p>One<br>two</p><pre style="font: inherit">a  b\nc</pre>'));
    const lines = text?.paragraphs.flatMap((paragraph) => paragraph.lines) ?? [];
    expect(text && linesOf(text)).toEqual(['One', 'two', 'a  b', 'c']);
    expect(lines.map(({ hard, next }) => [hard, next])).toEqual([
      [true, null],
      [false, null],
      [true, null],
      [false, null],
    ]);
  });

  it('keep an empty line', async () => {
    const [text] = textsOf(await measureSlide('<p>One<br><br>two</p>'));
    expect(text && linesOf(text)).toEqual(['One', '', 'two']);
    const baselines = text?.paragraphs[0]?.lines.map(({ baseline }) => baseline) ?? [];
    expect((baselines[2] ?? 0) - (baselines[0] ?? 0)).toBeCloseTo(48, 0);
  });

  it('hold no text that is not shown', async () => {
    const hidden = [
      '<p style="display: none">none</p>',
      '<p style="visibility: hidden">hidden</p>',
      '<p style="opacity: 0">clear</p>',
      '<p style="position: absolute; width: 1px; height: 1px; overflow: hidden">for readers</p>',
      '<script>script</script><style>i { }</style>',
      '<p>shown <span style="display: none">inside</span><span style="visibility: hidden">held</span></p>',
    ];
    expect(textsOf(await measureSlide(hidden.join(''))).flatMap(linesOf)).toEqual(['shown']);
  });

  it('carry the pointer of their block', async () => {
    const [text] = textsOf(
      await measureSlide('<p data-src="/a /b%20c">One</p><p data-src="/d">Two</p><p>Three</p>'),
    );
    expect(text?.paragraphs.map(({ pointers }) => pointers)).toEqual([['/a', '/b c'], ['/d'], []]);
  });
});

describe('text from right to left', () => {
  const arabic = 'مرحبا بالعالم هذه جملة طويلة عن الميناء والسفن والعمال في المدينة';

  it('keeps its spaces when its lines wrap', async () => {
    const [text] = textsOf(await measureSlide(`<p dir="rtl" lang="ar" style="width: 250px">${arabic}</p>`));
    expect(text && linesOf(text).length).toBeGreaterThan(1);
    expect(text && linesOf(text).join(' ')).toBe(arabic);
    expect(text?.paragraphs[0]).toMatchObject({ direction: 'rtl', align: 'right', language: 'ar' });
  });

  it('keeps words of other scripts in their places', async () => {
    const mixed = 'مرحبا بالعالم 2026 abc def مرحبا';
    const [text] = textsOf(await measureSlide(`<p dir="rtl">${mixed}</p>`));
    expect(text && linesOf(text)).toEqual([mixed]);
    const [line] = text?.paragraphs[0]?.lines ?? [];
    expect(line?.right).toBeCloseTo(1240, 0);
    expect(line?.runs.map(({ gap }) => gap)).toEqual([0]);
  });

  it('keeps the runs of a line in reading order', async () => {
    const [text] = textsOf(await measureSlide('<p dir="rtl">مرحبا <b>abc</b> بالعالم <b>def ghi</b></p>'));
    const runs = text?.paragraphs[0]?.lines[0]?.runs ?? [];
    expect(runs.map(({ text: words }) => words).join('')).toBe('مرحبا abc بالعالم def ghi');
    expect(runs.map(({ weight }) => weight)).toEqual([400, 700, 400, 700]);
    expect(runs.every(({ gap }) => gap === 0)).toBe(true);
  });

  it('starts its lists at the right', async () => {
    const [text] = textsOf(await measureSlide('<ul dir="rtl"><li>مرحبا</li></ul>'));
    const [paragraph] = text?.paragraphs ?? [];
    expect(paragraph?.marker?.text).toBe('●');
    expect(paragraph?.marker?.x).toBeGreaterThan(paragraph?.lines[0]?.right ?? 1280);
  });
});
