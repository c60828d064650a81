import type { PackageReader } from '../opc/package-reader.js';
import { childOf, type XmlElement } from '../opc/xml-reader.js';
import type { BrandLayout } from './brand.js';
import { type BrandScheme, colourIn, readScheme } from './colours.js';
import { fillColour, marksOf, placeholderOf, placeholdersOf, shapesOf } from './read-shapes.js';

/** The layouts of a master, in the order of its list. */
export function readLayouts(file: PackageReader, master: string): readonly BrandLayout[] {
  const { root } = file.xml(master);
  const links = file.links(master);
  const theme = links.find(({ type }) => type === 'theme')?.path ?? null;
  const themed = theme === null ? null : file.xml(theme).root;
  const listed = childOf(root, 'p:sldLayoutIdLst')?.children ?? [];
  return listed.flatMap(({ attributes }) => {
    const path = links.find(({ id }) => id === attributes.get('r:id'))?.path ?? null;
    return path === null ? [] : [readLayout(path, file.xml(path).root, root, themed)];
  });
}

function readLayout(
  path: string,
  layout: XmlElement,
  master: XmlElement,
  theme: XmlElement | null,
): BrandLayout {
  const own = childOf(layout, 'p:clrMapOvr', 'a:overrideClrMapping');
  const map = own ?? childOf(master, 'p:clrMap');
  const scheme: BrandScheme = theme ? readScheme(theme, map) : new Map();
  const shapes = shapesOf(layout);
  const below = shapesOf(master);
  const showsMaster = !/^(?:0|false)$/u.test(layout.attributes.get('showMasterSp') ?? '1');
  const ground = groundOf(layout, scheme, theme) ?? groundOf(master, scheme, theme);
  return {
    name: childOf(layout, 'p:cSld')?.attributes.get('name') ?? '',
    type: layout.attributes.get('type') ?? null,
    path,
    placeholders: placeholdersOf(shapes, below),
    ground: ground ?? scheme.get('bg1') ?? '#FFFFFF',
    marks: marksOf([...(showsMaster ? below : []), ...shapes], scheme),
    titleColour: titleColour(layout, master, scheme),
    scheme,
    colourMap: own ? [...own.attributes].map(([name, value]) => ` ${name}="${value}"`).join('') : null,
  };
}

/** The colour of a part's background; null where it has none of its own. */
function groundOf(part: XmlElement, scheme: BrandScheme, theme: XmlElement | null): string | null {
  const background = childOf(part, 'p:cSld', 'p:bg');
  const properties = childOf(background, 'p:bgPr');
  if (properties)
    return fillColour(
      properties.children.find(({ name }) => /Fill$/u.test(name)),
      scheme,
      null,
    );
  const style = childOf(background, 'p:bgRef');
  if (!style) return null;
  // 1001 is the first of the theme's fills for backgrounds.
  const fills =
    childOf(theme ?? undefined, 'a:themeElements', 'a:fmtScheme', 'a:bgFillStyleLst')?.children ?? [];
  const fill = fills[Number(style.attributes.get('idx') ?? 1001) - 1001];
  const colour = colourIn(style, scheme, null);
  return fill ? fillColour(fill, scheme, colour) : colour;
}

/** The colour of titles: the layout's own, the master's placeholder's, or that of the master's styles. */
function titleColour(layout: XmlElement, master: XmlElement, scheme: BrandScheme): string | null {
  const levels = [layout, master].map((part) => {
    const shape = shapesOf(part).find((each) =>
      /^(?:title|ctrTitle)$/u.test(placeholderOf(each)?.attributes.get('type') ?? ''),
    );
    return childOf(shape?.element, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr');
  });
  const rows = [...levels, childOf(master, 'p:txStyles', 'p:titleStyle', 'a:lvl1pPr')];
  const fills = rows.map((level) => childOf(level, 'a:defRPr', 'a:solidFill'));
  return colourIn(
    fills.find((fill) => fill !== undefined),
    scheme,
    null,
  );
}
