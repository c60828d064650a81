import type { MappedText } from '../../outline/mapped-text.js';
import type { ItemRule } from '../kind-view.js';
import { px } from '../lengths.js';

/** A source as it is drawn: its number, who and where, and the source through which it reached us. */
export interface Drawn {
  readonly id: string;
  /** Whether we have read it ourselves. */
  readonly held: boolean;
  readonly viaId: string | null;
  /** "via 2", as the box says it. */
  readonly via: MappedText | null;
  /** "Ivashentsov (2)", as the table says it. */
  readonly relay: MappedText | null;
  readonly number: MappedText;
  readonly name: MappedText;
  readonly detail: MappedText | null;
  readonly date: MappedText;
  readonly grade: MappedText | null;
}

/** The boxes of one column, from top to bottom. */
export interface LineageColumn {
  readonly name: 'said' | 'relayed' | 'read';
  readonly boxes: readonly Drawn[];
}

/** A box of the drawing, px from its corner. */
export interface Box {
  readonly source: Drawn;
  readonly column: LineageColumn['name'];
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Outline of a box, px: as sources.css has it. */
export const edge = 2;
/** Padding of a box, px. */
export const inset = { x: 14, y: 6 };
/** Length and height of the arrow's head, px. */
const head = { width: 12, height: 16 };

/** The boxes of each column that has any, from left to right. */
export function columnsOf(boxes: readonly Box[]): readonly LineageColumn[] {
  return (['said', 'relayed', 'read'] as const).flatMap((name) => {
    const own = boxes.filter(({ column }) => column === name).map(({ source }) => source);
    return own.length > 0 ? [{ name, boxes: own }] : [];
  });
}

/** Where each box stands, and its lines: they hang on the boxes that they leave and enter. */
export function rulesOf(boxes: readonly Box[]): readonly ItemRule[] {
  const targets = boxes.filter(({ source }) => boxes.some((box) => leadsTo(box, source)));
  const readTargets = targets.filter(({ column }) => column === 'read');
  return boxes.flatMap((box) => {
    const to = targets.find(({ source }) => leadsTo(box, source));
    const index = boxes.filter(({ column }) => column === box.column).indexOf(box);
    const item = `.${box.column} > ul > li:nth-child(${index + 1})`;
    const place = {
      selector: item,
      body: `inset-inline-start: ${px(box.left)}; top: ${px(box.top)}; width: ${px(box.width)}; height: ${px(box.height)}`,
    };
    const entrance = targets.includes(box)
      ? arrow(item, box, busOf(box, readTargets), entranceOf(box, boxes))
      : [];
    const exit = to ? line(item, box, busOf(to, readTargets), entranceOf(to, boxes)) : [];
    return [place, ...exit, ...entrance];
  });
}

function leadsTo({ source }: Box, target: Drawn): boolean {
  return !source.held && source.viaId === target.id;
}

/** The upright line before a target, px; several targets in a column have one each, the lower the further right, so that none cross. */
function busOf(target: Box, readTargets: readonly Box[]): number {
  const place = target.column === 'read' ? readTargets.indexOf(target) - (readTargets.length - 1) / 2 : 0;
  return target.left - 44 + place * 14;
}

function middle({ top, height }: Box): number {
  return Math.round(top + height / 2);
}

/** Level at which lines enter a box: that of the feeder nearest its middle, so that this line stays straight, else its middle. */
function entranceOf(target: Box, boxes: readonly Box[]): number {
  const own = middle(target);
  if (target.column === 'relayed') return own;
  const reach = Math.max(0, target.height / 2 - 16);
  const levels = boxes.filter((box) => leadsTo(box, target.source)).map(middle);
  const nearest = levels
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
    .find((level) => Math.abs(level - own) <= reach);
  return nearest ?? own;
}

/** From the right edge of a source to the bus, and along it to the level where its target is entered. */
function line(item: string, box: Box, bus: number, entrance: number): readonly ItemRule[] {
  const level = middle(box);
  const across = `content: ''; inset-inline-start: ${px(box.width - edge)}; top: ${px(level - 1 - box.top - edge)}; width: ${px(bus + 1 - box.left - box.width)}; height: 2px`;
  const [from, to] = level < entrance ? [level, entrance] : [entrance, level];
  const upright = `content: ''; inset-inline-start: ${px(bus - 1 - box.left - edge)}; top: ${px(from - 1 - box.top - edge)}; width: 2px; height: ${px(to - from + 2)}`;
  return [
    { selector: `${item}::before`, body: across },
    ...(from === to ? [] : [{ selector: `${item}::after`, body: upright }]),
  ];
}

/** From the bus to the box, with its head; both hang on the box's first paragraph. */
function arrow(item: string, box: Box, bus: number, entrance: number): readonly ItemRule[] {
  const from = { x: box.left + edge + inset.x, y: box.top + edge + inset.y };
  const length = box.left - head.width - (bus - 1);
  return [
    {
      selector: `${item} > p:first-child::before`,
      body: `content: ''; inset-inline-start: ${px(bus - 1 - from.x)}; top: ${px(entrance - 1 - from.y)}; width: ${px(length + 1)}; height: 2px`,
    },
    {
      selector: `${item} > p:first-child::after`,
      body: `content: ''; inset-inline-start: ${px(box.left - head.width - from.x)}; top: ${px(entrance - head.height / 2 - from.y)}; width: ${px(head.width)}; height: ${px(head.height)}`,
    },
  ];
}
