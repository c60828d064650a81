import { expect, it } from 'vitest';
import { checkScenes } from '../../src/check/check-scenes.js';
import type {
  BoxItem,
  Line,
  Paragraph,
  Rect,
  Run,
  Scene,
  SceneItem,
  TextItem,
} from '../../src/scene/scene.js';

const black = { hex: '#000000', alpha: 1 };

function line(baseline: number, x: number, right: number): Line {
  const run: Run = {
    text: 'Words',
    x,
    right,
    gap: 0,
    field: null,
    family: 'Carlito',
    size: 20,
    weight: 400,
    italic: false,
    underline: false,
    strike: false,
    colour: black,
    highlight: null,
    letterSpacing: 0,
    shift: 0,
    caps: null,
    link: null,
    language: null,
  };
  return { baseline, x, right, runs: [run], hard: false, space: false, next: null };
}

function paragraph(pointer: string | null, ...lines: readonly Line[]): Paragraph {
  return {
    pointers: pointer === null ? [] : [pointer],
    language: null,
    direction: 'ltr',
    align: 'left',
    level: 0,
    marker: null,
    heading: null,
    fragment: null,
    lineHeight: 24,
    box: slide,
    lines,
  };
}

const slide: Rect = { x: 0, y: 0, width: 1280, height: 720 };

function text(id: number, paragraphs: readonly Paragraph[], limit = slide): TextItem {
  return {
    kind: 'text',
    id,
    paint: id,
    name: 'Text',
    role: 'body',
    pointers: [],
    fragment: null,
    turn: null,
    extent: slide,
    box: slide,
    limit,
    inside: null,
    paragraphs,
    smallest: 20,
    ground: null,
  };
}

function box(paint: number, rect: Rect, alpha = 1): BoxItem {
  return {
    kind: 'box',
    id: 100 + paint,
    paint,
    name: 'Box',
    role: null,
    pointers: [],
    fragment: null,
    turn: null,
    rect,
    fill: { kind: 'solid', colour: { hex: '#0B5A66', alpha } },
    borders: { top: null, right: null, bottom: null, left: null },
    shape: null,
    shadow: null,
    innerShadow: null,
    rotate: 0,
    flip: null,
    decorative: true,
  };
}

function scene(...items: readonly SceneItem[]): Scene {
  const facts = { number: 3, classes: ['points'], language: 'en', background: null, tokens: {} };
  return { ...facts, width: 1280, height: 720, direction: 'ltr', items };
}

function find(...items: readonly SceneItem[]) {
  return checkScenes([scene(...items)]).map(({ code, message, pointer }) => [code, message, pointer]);
}

it('says how far text runs beyond the slide, at the first paragraph that does', () => {
  const paragraphs = [
    paragraph('/slides/2/points/0', line(690, 40, 200)),
    paragraph('/slides/2/points/1', line(725, 40, 200), line(749, 40, 200)),
    paragraph('/slides/2/points/2', line(773, 40, 200)),
  ];
  expect(find(text(1, paragraphs))).toEqual([
    ['FIT-1', 'On slide 3 the text runs 57 px beyond its box.', '/slides/2/points/1'],
  ]);
});

it('knows what cuts text off', () => {
  const short: Rect = { x: 0, y: 0, width: 100, height: 30 };
  expect(find(text(1, [paragraph('/title', line(20, 0, 90))], short))).toEqual([]);
  expect(find(text(1, [paragraph('/title', line(20, 0, 110))], short))).toHaveLength(1);
});

it('takes the empty part of a line over and under its letters for no text', () => {
  const tight: Rect = { x: 0, y: 5, width: 100, height: 20 };
  expect(find(text(1, [paragraph('/title', line(20, 0, 90))], tight))).toEqual([]);
});

it('finds text in other text, at the text of the outline', () => {
  const body = text(1, [
    paragraph('/slides/2/points/0', line(600, 40, 200)),
    paragraph('/slides/2/points/1', line(660, 40, 200)),
  ]);
  const foot = text(2, [paragraph(null, line(662, 40, 300))]);
  const found = ['FIT-1', 'On slide 3 the text runs into other text.', '/slides/2/points/1'];
  expect(find(body, foot)).toEqual([found]);
  expect(find(text(1, [paragraph('/a', line(600, 40, 200))]), foot)).toEqual([]);
});

it('says one thing once about one text', () => {
  const low = paragraph('/slides/2/points/0', line(760, 40, 200));
  expect(find(text(1, [low]), text(2, [paragraph(null, line(760, 100, 300))]))).toHaveLength(2);
});

it('finds text that something painted later hides, and none that stands on its own ground', () => {
  const headline = text(2, [paragraph('/slides/2/headline', line(100, 40, 300), line(145, 40, 300))]);
  const chevron: Rect = { x: 40, y: 138, width: 200, height: 40 };
  const found = ['FIT-1', 'On slide 3 something drawn covers the text.', '/slides/2/headline'];
  expect(find(headline, box(3, chevron))).toEqual([found]);
  expect(find(box(1, chevron), headline)).toEqual([]);
  expect(find(headline, box(3, chevron, 0))).toEqual([]);
  expect(find(headline, box(3, { ...chevron, y: 151 }))).toEqual([]);
});

it('lets no text run over the line that a theme draws above its footer', () => {
  const foot: TextItem = { ...text(2, [paragraph(null, line(709, 260, 500))]), role: 'footer' };
  const hairline: BoxItem = {
    kind: 'box',
    id: 3,
    paint: 3,
    name: 'Line',
    role: 'decoration',
    pointers: [],
    fragment: null,
    turn: null,
    rect: { x: 260, y: 678, width: 956, height: 1 },
    fill: null,
    borders: { top: null, right: null, bottom: null, left: null },
    shape: null,
    shadow: null,
    innerShadow: null,
    rotate: 0,
    flip: null,
    decorative: true,
  };
  const low = text(1, [paragraph('/slides/2/unchanged/1', line(680, 600, 900))]);
  expect(find(low, foot, hairline)).toEqual([
    ['FIT-1', 'On slide 3 the text runs 6 px beyond its box.', '/slides/2/unchanged/1'],
  ]);
  expect(find(low, foot)).toEqual([]);
  expect(find(text(1, [paragraph('/a', line(670, 600, 900))]), foot, hairline)).toEqual([]);
});
