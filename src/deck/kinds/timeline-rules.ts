import type { ItemRule } from '../kind-view.js';
import { tenth } from '../lengths.js';
import type { Axis } from './timeline-axis.js';
import type { Mark, MarkForm } from './timeline-marks.js';
import type { Placed, Rect } from './timeline-places.js';

/** An event with its mark, its label, and the strip that it stands on (top and bottom in px). */
export interface Entry {
  readonly mark: Mark;
  readonly place: Placed;
  readonly strip: readonly [number, number];
  /** Whether its mark stands inside the strip. */
  readonly inside: boolean;
}

/** The magnified stretch: its ends on the strip of years in px, and its ground below. */
export interface Lens {
  readonly from: number;
  readonly to: number;
  readonly strip: readonly [number, number];
  readonly groundTop: number;
  readonly bottom: number;
  readonly name: { readonly box: Rect; readonly align: 'start' | 'end' };
}

/** Side of a mark in px. */
const side = 16;
/** Room in px that the figures of a cell take from its start. */
const figures = 70;

const looks: Readonly<Record<MarkForm, string>> = {
  solid: '--fill: var(--ink)',
  hollow: '--fill: var(--paper); --edge: 2px solid var(--ink)',
  dashed: '--fill: var(--paper); --edge: 2px dashed var(--strong)',
  'solid-bar': '--fill: transparent; --edge: 2px solid var(--ink)',
  'dashed-bar': '--fill: transparent; --edge: 2px dashed var(--strong)',
  now: '--fill: var(--accent); --colour: var(--accent)',
};

/** Where each event's label, stem and mark stand; marks and stems are placed from their label's corner. */
export function eventRules(entries: readonly Entry[]): readonly ItemRule[] {
  return entries.flatMap((entry, index) => {
    const { mark, place } = entry;
    const selector = `.events > ul > li:nth-child(${index + 1})`;
    const { box, stem, align } = place;
    const drawn = markRect(entry);
    const values = {
      x: box.x,
      y: box.y,
      w: box.width,
      ...(stem ? { sx: stem.x - box.x, sy: stem.y - box.y, sh: stem.height } : {}),
      mx: drawn.x - box.x,
      my: drawn.y - box.y,
      mw: drawn.width,
      mh: drawn.height,
    };
    const body = `${lengths(values)}; ${align === 'end' ? '--align: end; --push: auto; ' : ''}${looks[mark.form]}`;
    return [{ selector, body }, ...inBarRules(selector, entry)];
  });
}

function markRect({ mark, place, strip, inside }: Entry): Rect {
  const [top, bottom] = strip;
  if (mark.form.endsWith('bar'))
    return { x: mark.from, y: top, width: Math.max(6, mark.to - mark.from + 1), height: bottom - top };
  const middle = (mark.from + mark.to) / 2;
  if (mark.form === 'now') return { x: middle - 1, y: top, width: 3, height: bottom - top };
  const y = inside ? (top + bottom - side) / 2 : place.above ? top - side : bottom;
  return { x: middle - side / 2, y, width: side, height: side };
}

/** The date of a roomy bar stands in it, as the names of the other cells do; so does a short note. */
function inBarRules(selector: string, { mark, place, strip }: Entry): readonly ItemRule[] {
  if (!mark.dateInBar) return [];
  const at = (x: number) =>
    `position: absolute; ${lengths({}, { 'inset-inline-start': x - place.box.x, top: strip[0] + 5 - place.box.y })}; white-space: nowrap`;
  const noteAt = mark.from + 20 + mark.words.text.length * 11;
  return [
    { selector: `${selector} > p:nth-child(1)`, body: at(mark.from + 12) },
    ...(mark.noteInBar ? [{ selector: `${selector} > p:nth-child(3)`, body: at(noteAt) }] : []),
  ];
}

/** Where the cells of a strip stand, and which of their figures give way to a mark. */
export function axisRules(
  name: string,
  axis: Axis,
  strip: readonly [number, number],
  marks: readonly Mark[],
): readonly ItemRule[] {
  const list = `.scale.${name} > ul`;
  const unit = name === 'axis' ? axis.unit : 'year';
  return [
    { selector: `.scale.${name}`, body: lengths({ strip: strip[0] }) },
    ...(name === 'axis' ? [{ selector: '.events', body: lengths({ strip: strip[0] }) }] : []),
    ...axis.cells.flatMap(({ from, to, label }, index): readonly ItemRule[] => {
      if (!label) return [];
      const [x, end] = [Math.round(axis.x(from)), Math.round(axis.x(to))];
      const item = `${list} > li:nth-child(${index + 1})`;
      const covered = marks.some((mark) => mark.dateInBar && mark.from <= x + 1 && mark.to >= end - 1);
      const struck = marks.some((mark) =>
        unit === 'day' ? isIn(mark, x, end) : hasEdgeIn(mark, x, Math.min(end, x + figures)),
      );
      return [
        { selector: item, body: covered ? 'display: none' : lengths({ x, w: end - x }) },
        ...(struck ? [{ selector: `${item} > span`, body: 'display: none' }] : []),
      ];
    }),
  ];
}

function isIn({ from, to }: Mark, x: number, end: number): boolean {
  return to > x + 1 && from < end - 1;
}

/** Whether an end of a bar would cut through the figures of a cell. */
function hasEdgeIn({ form, from, to }: Mark, x: number, end: number): boolean {
  return form.endsWith('bar') && [from, to].some((edge) => edge > x + 2 && edge < end - 2);
}

/** The lens: a mark on the strip of years that widens to the ground below it. */
export function lensRules({ from, to, strip, groundTop, bottom, name }: Lens): readonly ItemRule[] {
  const height = groundTop - strip[1];
  const ground = `polygon(${tenth(from)}px 0, ${tenth(to)}px 0, 100% ${height}px, 100% 100%, 0 100%, 0 ${height}px)`;
  return [
    {
      selector: '.events',
      body: `${lengths({ ground: strip[1], 'ground-height': bottom - strip[1], from, band: to - from })}; --lens: ${ground}`,
    },
    {
      selector: '.scale > p:nth-child(3)',
      body: `${lengths({ x: name.box.x, y: name.box.y, w: name.box.width })}; --align: ${name.align}`,
    },
  ];
}

/** Lengths as declarations: custom properties, then others. */
function lengths(
  values: Readonly<Record<string, number>>,
  properties: Readonly<Record<string, number>> = {},
): string {
  const own = Object.entries(values).map(([name, value]) => `--${name}: ${tenth(value)}px`);
  return [...own, ...Object.entries(properties).map(([name, value]) => `${name}: ${tenth(value)}px`)].join(
    '; ',
  );
}
