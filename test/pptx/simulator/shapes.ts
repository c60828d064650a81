import { openPackage, type Package, related, slidePaths, xmlOf } from '../package.js';
import { all, childrenOf, type Element, first } from '../xml.js';

/** A rectangle in points. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A shape with text, and all that its text inherits from: the shape's own element first, then its layout's and master's twins. */
export interface TextShape {
  readonly slide: number;
  readonly name: string;
  readonly rect: Rect;
  /** The `a:p` of the shape. */
  readonly paragraphs: readonly Element[];
  /** The `a:bodyPr` that say how text sits, nearest first. */
  readonly bodies: readonly Element[];
  /** What holds `a:lvl1pPr` and so on, nearest first. */
  readonly styles: readonly Element[];
  /** Typefaces of the theme by the names that stand for them, `+mn-lt`. */
  readonly themeFaces: ReadonlyMap<string, string>;
}

/** EMU in a point. */
const perPoint = 12700;

/** The style of the master that a placeholder's text goes by. */
const masterStyles: Readonly<Record<string, string>> = {
  title: 'p:titleStyle',
  body: 'p:bodyStyle',
};

/** Types of a layout that go by another type of the master. */
const masterTypes: Readonly<Record<string, string>> = { ctrTitle: 'title', subTitle: 'body', obj: 'body' };

/** The shapes with text that stand on the slides themselves, groups and tables left out. */
export function textShapes(bytes: Uint8Array): readonly TextShape[] {
  const file = openPackage(bytes);
  const general = first(xmlOf(file, 'ppt/presentation.xml'), 'p:defaultTextStyle');
  return slidePaths(file).flatMap((path, index) => {
    const layoutPath = related(file, path, 'slideLayout') ?? '';
    const masterPath = related(file, layoutPath, 'slideMaster') ?? '';
    const [layout, master] = [xmlOf(file, layoutPath), xmlOf(file, masterPath)];
    const themeFaces = readThemeFaces(file, masterPath);
    return shapesOf(xmlOf(file, path)).flatMap((shape) => {
      const family = [shape, ...ancestors(shape, layout, master)];
      const place = nearest(family, 'a:xfrm');
      const text = first(shape, 'p:txBody');
      if (!place || !text) return [];
      const style = styleOf(shape, master);
      return [
        {
          slide: index + 1,
          name: first(shape, 'p:cNvPr')?.attributes.get('name') ?? '',
          rect: textRect(shape, rectOf(place)),
          paragraphs: all(text, 'a:p'),
          bodies: family.flatMap((each) => all(each, 'a:bodyPr')),
          styles: [...family.flatMap((each) => all(each, 'a:lstStyle')), style, general].filter(
            (each) => each !== undefined,
          ),
          themeFaces,
        },
      ];
    });
  });
}

function shapesOf(part: Element): readonly Element[] {
  const tree = first(part, 'p:spTree');
  return tree ? childrenOf(tree).filter(({ name }) => name === 'p:sp') : [];
}

/** The placeholder of the layout that a shape fills, and the master's that this one goes by. */
function ancestors(shape: Element, layout: Element, master: Element): readonly Element[] {
  const own = first(shape, 'p:ph');
  if (!own) return [];
  const index = own.attributes.get('idx');
  const type = typeOf(own);
  const placed = shapesOf(layout).find((each) => {
    const theirs = first(each, 'p:ph');
    return theirs && (index === undefined ? typeOf(theirs) === type : theirs.attributes.get('idx') === index);
  });
  const wanted = masterTypes[type] ?? type;
  const general = shapesOf(master).find((each) => {
    const theirs = first(each, 'p:ph');
    return theirs && typeOf(theirs) === wanted;
  });
  return [placed, general].filter((each) => each !== undefined);
}

function typeOf(placeholder: Element): string {
  return placeholder.attributes.get('type') ?? 'obj';
}

function styleOf(shape: Element, master: Element): Element | undefined {
  const own = first(shape, 'p:ph');
  if (!own) return undefined;
  const type = typeOf(own);
  return first(master, masterStyles[masterTypes[type] ?? type] ?? 'p:otherStyle');
}

function nearest(family: readonly Element[], name: string): Element | undefined {
  return family.map((each) => first(each, name)).find((each) => each !== undefined);
}

function rectOf(place: Element): Rect {
  const at = (element: string, name: string) =>
    Number(first(place, element)?.attributes.get(name) ?? 0) / perPoint;
  return { x: at('a:off', 'x'), y: at('a:off', 'y'), width: at('a:ext', 'cx'), height: at('a:ext', 'cy') };
}

/** Shares of the corner that a rounded shape's text keeps out of. */
const corner = 1 - Math.SQRT1_2;

/** What presets keep their text in from, at the sides and above and below, pt; `point` is the adjust value's share of the shorter side. */
const presetInsets: Readonly<
  Record<string, (rect: Rect, point: number) => readonly [left: number, right: number, down: number]>
> = {
  homePlate: (_, point) => [0, point / 2, 0],
  chevron: (_, point) => [point, point, 0],
  roundRect: (_, point) => [point * corner, point * corner, point * corner],
  ellipse: ({ width, height }) => [(width / 2) * corner, (width / 2) * corner, (height / 2) * corner],
};

const usualAdjust: Readonly<Record<string, number>> = { roundRect: 16667 };

/** Where a preset takes its text (ECMA-376, presetShapeDefinitions). */
function textRect(shape: Element, rect: Rect): Rect {
  const preset = first(shape, 'a:prstGeom')?.attributes.get('prst') ?? 'rect';
  const formula = first(shape, 'a:gd')?.attributes.get('fmla');
  const adjust = Number(formula?.replace('val ', '') ?? usualAdjust[preset] ?? 50000) / 100000;
  const [left, right, down] = presetInsets[preset]?.(rect, Math.min(rect.width, rect.height) * adjust) ?? [
    0, 0, 0,
  ];
  return {
    x: rect.x + left,
    y: rect.y + down,
    width: rect.width - left - right,
    height: rect.height - 2 * down,
  };
}

function readThemeFaces(file: Package, masterPath: string): ReadonlyMap<string, string> {
  const theme = xmlOf(file, related(file, masterPath, 'theme') ?? '');
  const rows = [
    ['+mj', 'a:majorFont'],
    ['+mn', 'a:minorFont'],
  ] as const;
  return new Map(
    rows.flatMap(([short, name]) =>
      (['latin', 'ea', 'cs'] as const).map((slot) => {
        const fonts = first(theme, name);
        const face = fonts && first(fonts, `a:${slot}`)?.attributes.get('typeface');
        return [`${short}-${slot === 'latin' ? 'lt' : slot}`, face ?? ''] as const;
      }),
    ),
  );
}
