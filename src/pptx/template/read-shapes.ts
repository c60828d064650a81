import type { Rect } from '../../scene/scene.js';
import { childOf, type XmlElement } from '../opc/xml-reader.js';
import type { BrandMark, BrandPlaceholder } from './brand.js';
import { type BrandScheme, colourIn } from './colours.js';

/** A shape of a master or a layout, placed on the slide. */
export interface BrandShape {
  readonly element: XmlElement;
  readonly rect: Rect | null;
}

const identity: Transform = { scaleX: 1, scaleY: 1, x: 0, y: 0 };

interface Transform {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: number;
  readonly y: number;
}

/** All shapes of a part, lowest first, those in groups among them. */
export function shapesOf(part: XmlElement): readonly BrandShape[] {
  return inside(childOf(part, 'p:cSld', 'p:spTree'), identity);
}

function inside(tree: XmlElement | undefined, by: Transform): readonly BrandShape[] {
  return (tree?.children ?? []).flatMap((element): readonly BrandShape[] => {
    if (element.name === 'p:grpSp') return inside(element, groupTransform(element, by));
    // What newer programs draw and what older ones draw in its place: one of them is enough.
    if (element.name === 'mc:AlternateContent') return inside(childOf(element, 'mc:Choice'), by);
    if (!/^p:(?:sp|pic|graphicFrame|cxnSp)$/u.test(element.name)) return [];
    const frame = childOf(element, 'p:spPr', 'a:xfrm') ?? childOf(element, 'p:xfrm');
    const rect = rectOf(frame, 'a:off', 'a:ext');
    return [{ element, rect: rect && place(rect, by) }];
  });
}

function place({ x, y, width, height }: Rect, by: Transform): Rect {
  return {
    x: x * by.scaleX + by.x,
    y: y * by.scaleY + by.y,
    width: width * by.scaleX,
    height: height * by.scaleY,
  };
}

/** A group has its own coordinates, which are stretched over its place. */
function groupTransform(group: XmlElement, by: Transform): Transform {
  const frame = childOf(group, 'p:grpSpPr', 'a:xfrm');
  const outer = rectOf(frame, 'a:off', 'a:ext');
  const inner = rectOf(frame, 'a:chOff', 'a:chExt');
  if (!outer || !inner || inner.width === 0 || inner.height === 0) return by;
  const placed = place(outer, by);
  const scaleX = placed.width / inner.width;
  const scaleY = placed.height / inner.height;
  return { scaleX, scaleY, x: placed.x - inner.x * scaleX, y: placed.y - inner.y * scaleY };
}

function rectOf(frame: XmlElement | undefined, offset: string, extent: string): Rect | null {
  const value = (child: string, name: string) =>
    Number(childOf(frame, child)?.attributes.get(name) ?? Number.NaN) / 9525;
  const rect = {
    x: value(offset, 'x'),
    y: value(offset, 'y'),
    width: value(extent, 'cx'),
    height: value(extent, 'cy'),
  };
  return Object.values(rect).every(Number.isFinite) ? rect : null;
}

/** `p:ph` of a shape. */
export function placeholderOf({ element }: BrandShape): XmlElement | undefined {
  const facts = element.children.find(({ name }) => /^p:nv\w+Pr$/u.test(name));
  return childOf(facts, 'p:nvPr', 'p:ph');
}

/** The placeholders of a layout; where one says no place, it stands where the master's does. */
export function placeholdersOf(
  layout: readonly BrandShape[],
  master: readonly BrandShape[],
): readonly BrandPlaceholder[] {
  const known = new Map(master.map((shape) => [mainType(typeOf(placeholderOf(shape))), shape.rect]));
  return layout.flatMap((shape) => {
    const facts = placeholderOf(shape);
    if (!facts || facts.attributes.get('orient') === 'vert') return [];
    const type = typeOf(facts);
    const index = facts.attributes.get('idx');
    return [
      {
        type,
        index: index === undefined ? null : Number(index),
        rect: shape.rect ?? known.get(mainType(type)) ?? null,
      },
    ];
  });
}

function typeOf(facts: XmlElement | undefined): string {
  return facts?.attributes.get('type') ?? (facts ? 'obj' : '');
}

/** A layout's placeholder follows the master's of the same use. */
function mainType(type: string): string {
  const same: Readonly<Record<string, string>> = { ctrTitle: 'title', subTitle: 'body', obj: 'body' };
  return same[type] ?? type;
}

/** What shapes that are no placeholders draw. */
export function marksOf(shapes: readonly BrandShape[], scheme: BrandScheme): readonly BrandMark[] {
  return shapes.flatMap((shape): readonly BrandMark[] => {
    const { element, rect } = shape;
    if (!rect || placeholderOf(shape) || rect.width < 1 || rect.height < 1) return [];
    const fill =
      element.name === 'p:pic' || element.name === 'p:graphicFrame' ? 'picture' : fillOf(element, scheme);
    const facts = childOf(element.children[0], 'p:cNvPr')?.attributes;
    // Add-ins keep their data in hidden objects.
    const hidden =
      facts?.get('hidden') === '1' || facts?.get('hidden') === 'true' || rect.width * rect.height < 16;
    return hidden ? [] : [{ name: facts?.get('name') ?? '', rect, fill }];
  });
}

function fillOf(shape: XmlElement, scheme: BrandScheme): string | null {
  const properties = childOf(shape, 'p:spPr');
  const own = properties?.children.find(({ name }) => /^a:(?:no|solid|grad|blip|patt|grp)Fill$/u.test(name));
  if (own?.name === 'a:noFill') return null;
  if (own) return fillColour(own, scheme, null);
  const style = childOf(shape, 'p:style', 'a:fillRef');
  if (!style || style.attributes.get('idx') === '0') return null;
  return colourIn(style, scheme, null) ?? 'picture';
}

/** One colour for a fill: of a gradient, that in the middle of its stops; `picture` where there is none. */
export function fillColour(fill: XmlElement | undefined, scheme: BrandScheme, own: string | null): string {
  if (fill?.name === 'a:gradFill') {
    const stops = childOf(fill, 'a:gsLst')?.children ?? [];
    return colourIn(stops[Math.floor(stops.length / 2)], scheme, own) ?? 'picture';
  }
  return colourIn(fill, scheme, own) ?? 'picture';
}
