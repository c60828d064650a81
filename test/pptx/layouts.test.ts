import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTheme } from '../../src/deck/theme.js';
import { buildDecks, goldenOutlines } from './decks.js';
import { openPackage, type Package, slidePaths, xmlOf } from './package.js';
import { all, childrenOf, type Element, first, textIn } from './xml.js';

let file: Package;
let layouts: readonly Element[] = [];
let master: Element;
beforeAll(async () => {
  const [deck] = await buildDecks(
    goldenOutlines.filter((path) => path.endsWith('/points.yaml')),
    ['pptx'],
  );
  if (!deck) throw new Error('no deck');
  file = openPackage(deck.bytes('pptx'));
  layouts = [1, 2, 3, 4, 5].map((number) => xmlOf(file, `ppt/slideLayouts/slideLayout${number}.xml`));
  master = xmlOf(file, 'ppt/slideMasters/slideMaster1.xml');
}, 240_000);

function holders(part: Element): readonly (readonly [string, Element])[] {
  return all(part, 'p:sp').flatMap((shape) => {
    const found = first(shape, 'p:ph');
    return found ? [[found.attributes.get('type') ?? 'obj', shape] as const] : [];
  });
}

describe('layouts', () => {
  it('hold their placeholders, whether or not the deck has a slide of each', () => {
    expect(
      layouts.map((layout) => [layout.attributes.get('type'), holders(layout).map(([type]) => type)]),
    ).toEqual([
      ['title', ['ctrTitle', 'subTitle']],
      ['secHead', ['title', 'body', 'dt', 'ftr', 'sldNum']],
      ['obj', ['title', 'obj', 'dt', 'ftr', 'sldNum']],
      ['titleOnly', ['title', 'dt', 'ftr', 'sldNum']],
      ['blank', ['dt', 'ftr', 'sldNum']],
    ]);
  });

  it('prompt in every placeholder, and have the foot line of the deck', () => {
    for (const [type, shape] of layouts.flatMap(holders)) {
      expect(all(shape, 'a:t').map(textIn).join(''), type).not.toBe('');
      if (type === 'ftr') expect(textIn(shape)).toBe('Harbour talks');
    }
  });

  it('stand where the theme has them', () => {
    const json = readFileSync(new URL('../../templates/themes/briefing.json', import.meta.url), 'utf8');
    const { theme } = readTheme(json);
    const [, section, content] = layouts;
    const place = (layout: Element | undefined, type: string) => {
      const shape = layout && holders(layout).find(([each]) => each === type)?.[1];
      const frame = first(shape, 'a:xfrm');
      const of = (name: string, key: string) => Number(first(frame, name)?.attributes.get(key)) / 9525;
      return [of('a:off', 'x'), of('a:off', 'y'), of('a:ext', 'cx'), of('a:ext', 'cy')];
    };
    for (const [layout, type, box] of [
      [section, 'title', theme?.layouts.section.boxes.title],
      [content, 'title', theme?.layouts.content.boxes.title],
      [content, 'obj', theme?.layouts.content.boxes.body],
    ] as const) {
      const [x = 0, y = 0, width = 0, height = 0] = place(layout, type);
      expect([x, width, height]).toEqual([box?.x, box?.w, box?.h]);
      // Office seats a serif's lines up to a tenth of their size higher.
      expect(Math.abs(y - (box?.y ?? 0))).toBeLessThan(((box?.pt ?? 0) * 4) / 30);
    }
  });

  it('leave body and headline to the styles of the master, which have bullets and levels', () => {
    const [, , content] = layouts;
    for (const [type, shape] of [...(content ? holders(content) : []), ...holders(master)]) {
      const own = first(shape, 'a:lstStyle');
      if (/^(?:title|obj|body)$/u.test(type)) expect(own && childrenOf(own)).toEqual([]);
    }
    const body = first(master, 'p:bodyStyle');
    const levels = body ? childrenOf(body) : [];
    expect(levels.map(({ name }) => name)).toEqual(
      Array.from({ length: 9 }, (_, level) => `a:lvl${level + 1}pPr`),
    );
    expect(levels.every((level) => first(level, 'a:buChar'))).toBe(true);
    const sizes = levels.map((level) => Number(first(level, 'a:defRPr')?.attributes.get('sz')));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1400);
    expect(first(first(master, 'p:titleStyle'), 'a:latin')?.attributes.get('typeface')).toBe('+mj-lt');
    expect(first(master, 'p:otherStyle')?.children).toHaveLength(9);
  });
});

describe('slides', () => {
  it('say nothing of a headline but its words: place and look are the layout’s', () => {
    const [, path = ''] = slidePaths(file);
    const [, shape] = holders(xmlOf(file, path)).find(([type]) => type === 'title') ?? [];
    expect(shape && textIn(shape)).toBe('The strike will probably end this week');
    expect(first(shape, 'a:xfrm')).toBeUndefined();
    expect([...(first(shape, 'a:rPr')?.attributes.keys() ?? [])]).toEqual(['lang']);
    expect(first(shape, 'a:rPr')?.children).toEqual([]);
  });
});

describe('the colours of the theme', () => {
  const colour = (slot: string) =>
    first(first(xmlOf(file, 'ppt/theme/theme1.xml'), `a:${slot}`), 'a:srgbClr')?.attributes.get('val') ?? '';

  it('are twelve that differ, but for links, which have the accent', () => {
    const accents = [1, 2, 3, 4, 5, 6].map((number) => colour(`accent${number}`));
    const others = ['dk1', 'lt1', 'dk2', 'lt2'].map(colour);
    expect(new Set([...accents, ...others]).size).toBe(10);
    expect(colour('hlink')).toBe(accents[0]);
    expect(colour('folHlink')).not.toBe(colour('hlink'));
  });

  it('can be read on paper where they are text', () => {
    for (const slot of ['dk1', 'dk2', 'accent1', 'accent2', 'hlink', 'folHlink'])
      expect(contrast(colour(slot), colour('lt1')), slot).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast of two colours by WCAG 2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}
