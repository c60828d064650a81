import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import { redline } from '../../src/diff/redline.js';
import type { Brief } from '../../src/outline/brief.js';
import { readOutline } from '../../src/outline/read-outline.js';
import { root } from '../cli/command.js';

const folder = join(root, 'test/golden/kinds');

function briefOf(text: string): Brief {
  const { brief } = readOutline(new TextEncoder().encode(text), 'a.yaml');
  if (!brief) throw new Error('no outline');
  return brief;
}

const other = briefOf(
  'title: A\nlanguage: en\nslides: [{headline: Quite another thing, points: [nothing here]}]\n',
);

/** Classes of the slides of the redline of two briefs. */
function slidesOf(old: Brief, now: Brief) {
  const made = redline({ whole: old, copy: old }, { whole: now, copy: now }, ['old', 'new']);
  const theme = { name: 'briefing', palette: 'default', paletteColours: {} };
  return composeDeck(made.brief, theme, undefined, made.since).slides;
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('a redline of %s', (file) => {
  const brief = briefOf(readFileSync(join(folder, file), 'utf8'));

  test('can be drawn where all of it is new, and where all of it is gone', () => {
    const [came, went] = [slidesOf(other, brief), slidesOf(brief, other)];
    expect(came.filter(({ view }) => JSON.stringify(view).includes('"Removed"'))).toHaveLength(1);
    expect(went.filter(({ view }) => JSON.stringify(view).includes('"New"'))).toHaveLength(1);
    expect(went.every(({ notes }) => notes === null)).toBe(true);
  });
});
