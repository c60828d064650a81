import type { LayoutName, LayoutPlan, PlaceholderPlan } from '../layout-plan.js';
import { presentationNamespaces, xmlHead } from '../opc/xml.js';
import { boxXml } from '../shapes/box-xml.js';
import type { Palette } from '../shapes/colour-xml.js';
import type { Placeholder } from '../shapes/text-xml.js';
import { levelsXml, placeholderShape } from './placeholder-shape.js';
import { commonSlideXml, shapeIds } from './shape-tree.js';

/** What each layout is called, its type in the schema, and the types of its placeholders. */
const layouts: Readonly<
  Record<
    LayoutName,
    {
      readonly name: string;
      readonly type: string;
      readonly title: Placeholder;
      readonly subtitle: Placeholder;
    }
  >
> = {
  title: {
    name: 'Title',
    type: 'title',
    title: { type: 'ctrTitle', index: null },
    subtitle: { type: 'subTitle', index: 1 },
  },
  section: {
    name: 'Section',
    type: 'secHead',
    title: { type: 'title', index: null },
    subtitle: { type: 'body', index: 1 },
  },
  content: {
    name: 'Headline and content',
    type: 'obj',
    title: { type: 'title', index: null },
    subtitle: { type: 'body', index: 1 },
  },
  'title-only': {
    name: 'Headline only',
    type: 'titleOnly',
    title: { type: 'title', index: null },
    subtitle: { type: 'body', index: 1 },
  },
  blank: {
    name: 'Blank',
    type: 'blank',
    title: { type: 'title', index: null },
    subtitle: { type: 'body', index: 1 },
  },
};

/** Which placeholders a slide of this layout fills with its title and its second text. */
export function openingPlaceholders(name: LayoutName): {
  readonly title: Placeholder;
  readonly subtitle: Placeholder;
} {
  return layouts[name];
}

/** The placeholders that are the same on every layout; indexes pair a slide's shapes with the layout's. */
export const commonPlaceholders = {
  body: { type: 'obj', index: 1 },
  footer: { type: 'ftr', index: 11 },
  number: { type: 'sldNum', index: 12 },
} as const satisfies Readonly<Record<string, Placeholder>>;

function shapesOf(plan: LayoutPlan, palette: Palette): string {
  const nextId = shapeIds();
  const { title, subtitle } = layouts[plan.name];
  const place = (each: PlaceholderPlan | null, placeholder: Placeholder) =>
    each ? placeholderShape(each, placeholder, nextId(), palette) : '';
  const furniture = plan.furniture.map((box) => boxXml(box, palette, nextId)).join('');
  return (
    furniture +
    place(plan.title, title) +
    place(plan.subtitle, subtitle) +
    place(plan.body, commonPlaceholders.body) +
    place(plan.footer, commonPlaceholders.footer) +
    place(plan.number, commonPlaceholders.number)
  );
}

/** A slide layout part. */
export function layoutXml(plan: LayoutPlan, palette: Palette): string {
  const { name, type } = layouts[plan.name];
  const common = commonSlideXml(shapesOf(plan, palette), plan.background, palette, name);
  return `${xmlHead}<p:sldLayout ${presentationNamespaces} type="${type}" preserve="1">${common}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

/** The slide master part: what the content layout has, without its furniture, and the text styles. */
export function masterXml(content: LayoutPlan, layoutIds: readonly string[], palette: Palette): string {
  const nextId = shapeIds();
  const { title, body, footer, number } = content;
  const shape = (plan: PlaceholderPlan | null, placeholder: Placeholder) =>
    plan ? placeholderShape(plan, placeholder, nextId(), palette) : '';
  const shapes =
    shape(title, { type: 'title', index: null }) +
    shape(body, { type: 'body', index: 1 }) +
    shape(footer, { type: 'ftr', index: 3 }) +
    shape(number, { type: 'sldNum', index: 4 });
  const ids = layoutIds
    .map((id, index) => `<p:sldLayoutId id="${2147483649 + index}" r:id="${id}"/>`)
    .join('');
  const titleStyle = title ? levelsXml(title, palette, false) : '';
  const bodyStyle = body ? levelsXml(body, palette, true, 9) : '';
  const common = commonSlideXml(shapes, content.background, palette);
  return `${xmlHead}<p:sldMaster ${presentationNamespaces}>${common}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>${titleStyle}</p:titleStyle><p:bodyStyle>${bodyStyle}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>`;
}
