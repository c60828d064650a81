import type { LayoutName, LayoutPlan } from '../layout-plan.js';
import { attributes, presentationNamespaces, xmlHead } from '../opc/xml.js';
import type { PlaceholderPlan } from '../placeholder-plan.js';
import { boxXml } from '../shapes/box-xml.js';
import type { Palette } from '../shapes/colour-xml.js';
import type { Placeholder } from '../shapes/text-xml.js';
import { levelsXml, plainLevels } from './levels.js';
import { placeholderShape } from './placeholder-shape.js';
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
  date: { type: 'dt', index: 10 },
  footer: { type: 'ftr', index: 11 },
  number: { type: 'sldNum', index: 12 },
} as const satisfies Readonly<Record<string, Placeholder>>;

/** The placeholders of a plan in reading order, with those of the master that each looks like. */
function rowsOf(
  plan: LayoutPlan,
): readonly (readonly [PlaceholderPlan | null, Placeholder, 'title' | 'body' | null])[] {
  const { title, subtitle } = layouts[plan.name];
  return [
    [plan.title, title, 'title'],
    [plan.subtitle, subtitle, null],
    [plan.body, commonPlaceholders.body, 'body'],
    [plan.date, commonPlaceholders.date, null],
    [plan.footer, commonPlaceholders.footer, null],
    [plan.number, commonPlaceholders.number, null],
  ];
}

/** True where a layout's placeholder looks as the master's: it says nothing itself, so that it follows the master. */
function follows(plan: PlaceholderPlan, like: PlaceholderPlan | null): boolean {
  const look = ({ look: { family, size, weight, italic, colour, letterSpacing }, align }: PlaceholderPlan) =>
    JSON.stringify([family, size, weight, italic, colour, letterSpacing, align]);
  return like !== null && look(plan) === look(like);
}

/** A slide layout part. */
export function layoutXml(plan: LayoutPlan, content: LayoutPlan, palette: Palette): string {
  const nextId = shapeIds();
  const { name, type } = layouts[plan.name];
  const furniture = plan.furniture.map((box) => boxXml(box, palette, nextId)).join('');
  const shapes = rowsOf(plan).map(([each, placeholder, style]) =>
    each
      ? placeholderShape(
          each,
          placeholder,
          nextId(),
          palette,
          style !== null && follows(each, content[style]),
        )
      : '',
  );
  const common = commonSlideXml(furniture + shapes.join(''), plan.background, palette, name);
  return `${xmlHead}<p:sldLayout ${presentationNamespaces} type="${type}" preserve="1">${common}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>${footFlagsXml(plan)}</p:sldLayout>`;
}

/** `p:hf`: which parts of the foot a new slide gets. What is not said to be left out is there. */
function footFlagsXml({ shown: { number, footer, date } }: LayoutPlan): string {
  const off = (there: boolean) => (there ? null : 0);
  return `<p:hf${attributes({ sldNum: off(number), hdr: 0, ftr: off(footer), dt: off(date) })}/>`;
}

/** The slide master part: what the content layout has, without its furniture, the deck's `marking`, and the text styles. */
export function masterXml(
  content: LayoutPlan,
  layoutIds: readonly string[],
  palette: Palette,
  marking: (nextId: () => number) => string,
): string {
  const nextId = shapeIds();
  const { title, body, date, footer, number } = content;
  const shape = (plan: PlaceholderPlan | null, placeholder: Placeholder, styled: boolean) =>
    plan ? placeholderShape(plan, placeholder, nextId(), palette, styled) : '';
  const shapes =
    shape(title, { type: 'title', index: null }, true) +
    shape(body, { type: 'body', index: 1 }, true) +
    shape(date, { type: 'dt', index: 2 }, false) +
    shape(footer, { type: 'ftr', index: 3 }, false) +
    shape(number, { type: 'sldNum', index: 4 }, false) +
    marking(nextId);
  const ids = layoutIds
    .map((id, index) => `<p:sldLayoutId id="${2147483649 + index}" r:id="${id}"/>`)
    .join('');
  const titleStyle = title ? levelsXml(title, palette, false) : '';
  const bodyStyle = body ? levelsXml(body, palette, true, 9) : '';
  const common = commonSlideXml(shapes, content.background, palette);
  return `${xmlHead}<p:sldMaster ${presentationNamespaces}>${common}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst>${footFlagsXml(content)}<p:txStyles><p:titleStyle>${titleStyle}</p:titleStyle><p:bodyStyle>${bodyStyle}</p:bodyStyle><p:otherStyle>${plainLevels}</p:otherStyle></p:txStyles></p:sldMaster>`;
}
