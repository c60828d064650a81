import type { SlideLayout } from '../deck/deck.js';
import type { BoxItem, Fill, Paragraph, Rect, Run, Scene, TextItem } from '../scene/scene.js';
import { findRoles, type SlideRoles } from './roles.js';
import { evenBorder } from './shapes/box-xml.js';
import { placeText } from './text/frame.js';

/** A layout that slides sit on. */
export type LayoutName = SlideLayout | 'title-only';

/** A placeholder of a layout: where it stands and how its text looks. */
export interface PlaceholderPlan {
  readonly rect: Rect;
  readonly look: Run;
  readonly align: Paragraph['align'];
}

/** A layout as the theme's own slides have it. */
export interface LayoutPlan {
  readonly name: LayoutName;
  readonly background: Fill | null;
  readonly title: PlaceholderPlan | null;
  readonly subtitle: PlaceholderPlan | null;
  readonly body: PlaceholderPlan | null;
  readonly footer: PlaceholderPlan | null;
  readonly number: PlaceholderPlan | null;
  /** Rules and grounds that every slide of the layout shows. */
  readonly furniture: readonly BoxItem[];
}

/** A slide with what the plans need to know of it. */
export interface PlannedSlide {
  readonly scene: Scene;
  readonly layout: LayoutName;
  readonly roles: SlideRoles;
}

/** Finds each slide's roles. What a slide shows decides on its layout, since a placeholder that the layout lacks inherits nothing. */
export function planSlides(
  slides: readonly { readonly scene: Scene; readonly layout: SlideLayout }[],
): readonly PlannedSlide[] {
  return slides.map(({ scene, layout }) => {
    const roles = findRoles(scene, layout);
    const opening = layout === 'title' || layout === 'section';
    return { scene, roles, layout: opening ? layout : roles.body ? 'content' : 'title-only' };
  });
}

/** The layouts of a deck, each drawn from the slides that sit on it; those without slides take after the content slides. */
export function planLayouts(slides: readonly PlannedSlide[], size: Rect): readonly LayoutPlan[] {
  const names: readonly LayoutName[] = ['title', 'section', 'content', 'title-only', 'blank'];
  const base = slides.filter(({ layout }) => layout === 'content' || layout === 'title-only');
  return names.map((name) => {
    const own = slides.filter(({ layout }) => layout === name);
    const like = own.length > 0 ? own : base.length > 0 ? base : slides;
    return planLayout(name, like, base.length > 0 ? base : slides, size);
  });
}

function planLayout(
  name: LayoutName,
  own: readonly PlannedSlide[],
  base: readonly PlannedSlide[],
  size: Rect,
): LayoutPlan {
  const title = planTitle(own, size, name === 'title' || name === 'section');
  const find = (role: keyof SlideRoles, slides: readonly PlannedSlide[]) =>
    slides.map(({ roles }) => roles[role]).find((text) => text !== null);
  const subtitle = find('subtitle', own);
  const footer = find('footer', own) ?? null;
  const number = find('number', own) ?? null;
  const opening = name === 'title' || name === 'section';
  return {
    name,
    background: own[0]?.scene.background ?? null,
    title: name === 'blank' ? null : title,
    subtitle: opening ? (subtitle ? planText(subtitle) : under(title)) : null,
    body: name === 'content' ? planBody(base, title, size) : null,
    footer: footer ? planText(footer) : null,
    number: number ? planText(number) : null,
    // The rule over a headline goes with the headline.
    furniture: sharedBoxes(own).filter((box) => name !== 'blank' || box.name !== 'Title'),
  };
}

/** Look of text where the deck shows none. */
const plainLook: Run = {
  text: '',
  x: 0,
  right: 0,
  gap: 0,
  field: null,
  family: 'Calibri',
  size: 32,
  weight: 400,
  italic: false,
  underline: false,
  strike: false,
  colour: { hex: '#000000', alpha: 1 },
  highlight: null,
  letterSpacing: 0,
  shift: 0,
  caps: null,
  link: null,
  language: null,
};

function lookOf({ paragraphs }: TextItem): Run {
  const runs = paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.runs));
  const longest = runs.toSorted((a, b) => b.text.length - a.text.length)[0];
  return { ...(longest ?? plainLook), text: '', link: null, highlight: null, shift: 0, gap: 0, field: null };
}

function planText(text: TextItem): PlaceholderPlan {
  const { rect } = placeText(text.paragraphs);
  const [first] = text.paragraphs;
  const box = first?.box ?? text.extent;
  return {
    rect: { x: box.x, y: rect.y, width: Math.max(box.width, rect.width), height: rect.height },
    look: lookOf(text),
    align: first?.align ?? 'left',
  };
}

/** The title's own box, two lines high, so that a longer one has its place. */
function planTitle(slides: readonly PlannedSlide[], size: Rect, opening: boolean): PlaceholderPlan {
  const text = slides.map(({ roles }) => roles.title).find((each) => each !== null);
  if (!text) {
    const rect = {
      x: size.width * 0.06,
      y: size.height * (opening ? 0.35 : 0.08),
      width: size.width * 0.88,
      height: size.height * 0.14,
    };
    return { rect, look: { ...plainLook, size: 48 }, align: 'left' };
  }
  const plan = planText(text);
  return { ...plan, rect: { ...plan.rect, height: Math.max(plan.rect.height, 2.4 * plan.look.size) } };
}

function under({ rect, look, align }: PlaceholderPlan): PlaceholderPlan {
  const size = Math.max(20, look.size / 2);
  return {
    rect: { ...rect, y: rect.y + rect.height + size / 2, height: 2.4 * size },
    look: { ...look, size, weight: 400 },
    align,
  };
}

/** Below the headline's two lines down to where the foot begins. */
function planBody(slides: readonly PlannedSlide[], title: PlaceholderPlan, size: Rect): PlaceholderPlan {
  const texts = slides.map(({ roles }) => roles.body).filter((text) => text !== null);
  const bodies = texts.filter(({ paragraphs }) => paragraphs.some(({ marker }) => marker));
  const text = bodies[0] ?? texts[0];
  const feet = slides.flatMap(({ roles }) => (roles.footer ? [roles.footer.extent.y] : []));
  const top = title.rect.y + title.rect.height + title.look.size * 0.7;
  const bottom = Math.min(size.height * 0.86, ...feet.map((y) => y - 24));
  const rect = {
    x: title.rect.x,
    y: top,
    width: title.rect.width,
    height: Math.max(bottom - top, size.height * 0.2),
  };
  return { rect, look: text ? lookOf(text) : { ...title.look, size: 24, weight: 400 }, align: 'left' };
}

/** What tells two drawn boxes apart. */
export function boxKey({ rect, fill, borders, shape, rotate, flip }: BoxItem): string {
  return JSON.stringify([rect, fill, borders, shape, rotate, flip]);
}

/** Elements of the slide's frame, whose marks belong to the layout even where one slide alone shows them. */
const frameNames = new Set(['Frame', 'Title', 'Footer', 'Header']);

function sharedBoxes(slides: readonly PlannedSlide[]): readonly BoxItem[] {
  const [first, ...rest] = slides;
  if (!first) return [];
  const others = rest.map(
    ({ scene }) => new Set(scene.items.flatMap((item) => (item.kind === 'box' ? [boxKey(item)] : []))),
  );
  return first.scene.items.filter((item): item is BoxItem => {
    if (item.kind !== 'box' || item.role !== 'decoration' || item.pointers.length > 0 || !item.decorative)
      return false;
    const plain = item.fill !== null || evenBorder(item) !== null;
    return (
      plain &&
      others.every((keys) => keys.has(boxKey(item))) &&
      (rest.length > 0 || frameNames.has(item.name))
    );
  });
}
