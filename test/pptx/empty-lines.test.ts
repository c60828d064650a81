import { describe, expect, it } from 'vitest';
import { toFlow } from '../../src/pptx/text/flow.js';
import { placeText } from '../../src/pptx/text/frame.js';
import { paragraph, run } from './scenes.js';

/** Three lines, the middle one empty, all ended by breaks. */
function divided() {
  const { lines, ...rest } = paragraph([run('Harbour talks'), run(''), run('Thursday')], 100);
  const broken = lines.map((line, index) => ({
    ...line,
    runs: index === 1 ? [] : line.runs,
    hard: index < 2,
    space: false,
    next: null,
  }));
  return { ...rest, lines: broken };
}

describe('an empty line in a paragraph', () => {
  it('leaves the paragraph whole', () => {
    expect(toFlow([divided()])).toHaveLength(1);
  });

  it('is as high as the lines that it divides', () => {
    const { rect, paragraphs } = placeText([divided()]);
    expect(paragraphs.map(({ percent }) => percent)).toEqual([100]);
    expect(rect.height).toBeCloseTo(3 * 28.8, 1);
  });
});
