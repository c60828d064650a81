import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writePptx } from '../../src/pptx/write-pptx.js';
import type { Border, BoxItem } from '../../src/scene/scene.js';
import { openPackage, xmlOf } from './package.js';
import { deck, slide, title } from './scenes.js';
import { all, type Element, first } from './xml.js';

const ink = { hex: '#15191C', alpha: 1 };

function box(rect: BoxItem['rect'], rest: Partial<BoxItem>): BoxItem {
  const facts = {
    kind: 'box',
    id: 2,
    paint: 2,
    name: 'Badge',
    role: 'decoration',
    pointers: [],
    fragment: null,
    turn: null,
  } as const;
  const plain = {
    fill: null,
    borders: around(null),
    shape: null,
    shadow: null,
    innerShadow: null,
    rotate: 0,
    flip: null,
  } as const;
  return { ...facts, rect, ...plain, decorative: true, ...rest };
}

function around(border: Border | null): BoxItem['borders'] {
  return { top: border, right: border, bottom: border, left: border };
}

function drawn(item: BoxItem): Element {
  const xml = xmlOf(openPackage(writePptx(deck([slide([title(1, 'H'), item])]))), 'ppt/slides/slide1.xml');
  const shape = all(xml, 'p:sp')[1];
  if (!shape) throw new Error('nothing drawn');
  return shape;
}

/** Numbers of a shape's place, px. */
function px(shape: Element, name: string, ...keys: readonly string[]): readonly number[] {
  return keys.map((key) => Number(first(first(shape, 'a:xfrm'), name)?.attributes.get(key)) / 9525);
}

describe('a speech mark', () => {
  const css = readFileSync(new URL('../../templates/themes/parts/_base.css', import.meta.url), 'utf8');
  const rule = /\.badge\.position::before \{[^}]*\}/u.exec(css)?.[0] ?? '';
  const adjust = (/--pptx-adjust: ([^;]*)/u.exec(rule)?.[1] ?? '').split(' ').map(Number);
  const polygon = (/polygon\(([^)]*)\)/u.exec(rule)?.[1] ?? '')
    .split(', ')
    .map((point) => point.split(' ').map((value) => Number.parseFloat(value) / 100));
  const rect = { x: 100, y: 200, width: 18, height: 17 };

  it('fills the box that the style sheet draws, tail and all', () => {
    const shape = drawn(
      box(rect, {
        fill: { kind: 'solid', colour: ink },
        shape: { kind: 'preset', name: 'wedgeRectCallout', adjust },
      }),
    );
    const [x = 0, y = 0] = px(shape, 'a:off', 'x', 'y');
    const [width = 0, height = 0] = px(shape, 'a:ext', 'cx', 'cy');
    const guides = all(shape, 'a:gd').map(({ attributes }) =>
      Number(attributes.get('fmla')?.replace('val ', '')),
    );
    expect(all(shape, 'a:gd').map(({ attributes }) => attributes.get('name'))).toEqual(['adj1', 'adj2']);
    const [across = 0, down = 0] = guides;
    // The point of the tail by the preset's formula, and the corners of its body.
    const point = [x + width * (0.5 + across / 100000), y + height * (0.5 + down / 100000)];
    const at = (index: number) =>
      polygon[index]?.map((part, axis) =>
        axis === 0 ? rect.x + part * rect.width : rect.y + part * rect.height,
      );
    const near = (made: readonly number[], meant: readonly number[] | undefined) => {
      for (const [axis, value] of made.entries()) expect(value).toBeCloseTo(meant?.[axis] ?? 0, 1);
    };
    near([x, y], at(0));
    near([x + width, y + height], at(2));
    // The preset roots its tail between 2/12 and 5/12 of the body.
    near([x + (width * 5) / 12, y + height], at(3));
    near(point, at(4));
    near([x + (width * 2) / 12, y + height], at(5));
  });
});

describe('a dashed box', () => {
  const dashed: Border = { width: 2, style: 'dashed', colour: ink };

  it('that is small is drawn by its four corners', () => {
    const shape = drawn(box({ x: 10, y: 20, width: 16, height: 16 }, { borders: around(dashed) }));
    const [ground, corners] = all(shape, 'a:path');
    expect(ground?.attributes.get('stroke')).toBe('0');
    expect(corners?.attributes.get('fill')).toBe('none');
    expect(corners && all(corners, 'a:moveTo')).toHaveLength(4);
    expect(first(shape, 'a:prstDash')?.attributes.get('val')).toBe('solid');
  });

  it.each([
    [2, '300000', '200000'],
    [3, '200000', '100000'],
  ])('of %i px has the dashes of the browser', (width, dash, gap) => {
    const shape = drawn(
      box({ x: 10, y: 20, width: 300, height: 100 }, { borders: around({ ...dashed, width }) }),
    );
    expect(first(shape, 'a:prstGeom')?.attributes.get('prst')).toBe('rect');
    const { attributes } = first(shape, 'a:ds') ?? { attributes: new Map() };
    expect([attributes.get('d'), attributes.get('sp')]).toEqual([dash, gap]);
  });
});
