import type { SlideLayout } from '../deck/deck.js';
import type { ThemeBox, ThemeLayout } from '../deck/theme.js';
import type { BoxItem, Fill, Rect, Scene, TextItem } from '../scene/scene.js';
import { type FootPlan, type FootShown, footShown, planFoot } from './foot-plan.js';
import { sharedBoxes } from './furniture.js';
import {
  lookOf,
  measuredPlan,
  type PlaceholderPlan,
  plainLook,
  type ThemeFacts,
  themedPlan,
} from './placeholder-plan.js';
import { findRoles, type SlideRoles } from './roles.js';
import type { Placeholder } from './shapes/text-xml.js';
import type { ThemePlan } from './theme-plan.js';

/** A layout that slides sit on. */
export type LayoutName = SlideLayout | 'title-only';

/** A layout as the theme's own slides have it. */
export interface LayoutPlan extends FootPlan {
  readonly name: LayoutName;
  readonly background: Fill | null;
  readonly title: PlaceholderPlan | null;
  readonly subtitle: PlaceholderPlan | null;
  readonly body: PlaceholderPlan | null;
  /** What of the foot the deck's slides show. */
  readonly shown: FootShown;
  /** Rules and grounds that every slide of the layout shows. */
  readonly furniture: readonly BoxItem[];
  /** Of a template's layout: which of its placeholders slides fill. Its styles are not ours, so that the plans above are null. */
  readonly slots?: Slots;
  /** Of a template's layout: attributes of its own colour map; null where it has its master's. */
  readonly colourMap?: string | null;
}

/** What of a layout can be told without the other layouts. */
type OwnPlan = Omit<LayoutPlan, 'date' | 'shown'>;
/** Which placeholder of a layout takes what; null where it has none. */
export type Slots = Readonly<
  Record<'title' | 'subtitle' | 'body' | 'date' | 'footer' | 'number', Placeholder | null>
>;

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

/** What layouts are drawn from. */
export interface LayoutSources {
  readonly slides: readonly PlannedSlide[];
  readonly size: Rect;
  readonly theme: ThemePlan;
  /** The theme's own layouts; null where the theme is CSS alone. */
  readonly themed: Readonly<Record<SlideLayout, ThemeLayout>> | null;
}

/** The layouts of a deck: placeholders from the theme where it has layouts, else from the slides; what is drawn, from the slides. */
export function planLayouts(sources: LayoutSources): readonly LayoutPlan[] {
  const names: readonly LayoutName[] = ['title', 'section', 'content', 'title-only', 'blank'];
  const { slides, themed } = sources;
  const base = slides.filter(({ layout }) => layout === 'content' || layout === 'title-only');
  const shown = footShown(slides);
  const facts = factsOf(base.length > 0 ? base : slides, sources);
  return names.map((name) => {
    const own = slides.filter(({ layout }) => layout === name);
    const theirs = own.length > 0 ? own : base.length > 0 ? base : slides;
    const measured = measureLayout(name, theirs, base.length > 0 ? base : slides, sources.size);
    const layout = themed?.[name === 'title-only' ? 'content' : name];
    const plan = layout ? themeLayout(measured, layout, facts, own.length > 0) : measured;
    const like = plan.subtitle ?? plan.title ?? measured.title;
    return { ...plan, ...planFoot(plan, { slides, size: sources.size, like, fills: !layout }), shown };
  });
}

function factsOf(slides: readonly PlannedSlide[], { size, theme }: LayoutSources): ThemeFacts {
  const { scene } = slides[0] ?? { scene: null };
  const headline = slides.map(({ roles }) => roles.title).find((title) => title !== null) ?? null;
  const { headingFace, bodyFace } = theme;
  const tokens = scene?.tokens ?? {};
  return { headingFace, bodyFace, tokens, direction: scene?.direction ?? 'ltr', width: size.width, headline };
}

/** The theme's layout; its ground and its marks are those of its slides, where the deck has some. */
function themeLayout(
  measured: OwnPlan,
  { ground, boxes }: ThemeLayout,
  facts: ThemeFacts,
  shown: boolean,
): OwnPlan {
  const place = (box: ThemeBox | undefined) => (box ? themedPlan(box, facts) : null);
  const paint = facts.tokens[ground];
  const background: Fill | null = paint ? { kind: 'solid', colour: { hex: paint, alpha: 1 } } : null;
  // Marks of other slides would stand in the way on another ground.
  const alike = shown || JSON.stringify(background) === JSON.stringify(measured.background);
  return {
    name: measured.name,
    background: shown ? measured.background : background,
    title: place(boxes.title),
    subtitle: place(boxes.subtitle),
    body: measured.name === 'content' ? place(boxes.body) : null,
    footer: place(boxes.footer),
    number: place(boxes.slideNumber),
    furniture: alike ? measured.furniture : [],
  };
}

function measureLayout(
  name: LayoutName,
  own: readonly PlannedSlide[],
  base: readonly PlannedSlide[],
  size: Rect,
): OwnPlan {
  const opening = name === 'title' || name === 'section';
  const title = planTitle(own, size, opening);
  const find = (role: keyof SlideRoles, slides: readonly PlannedSlide[]) => {
    const text = slides.map(({ roles }) => roles[role]).find((each) => each !== null);
    return text ? measuredPlan(text) : null;
  };
  return {
    name,
    background: own[0]?.scene.background ?? null,
    title: name === 'blank' ? null : title,
    subtitle: opening ? (find('subtitle', own) ?? under(title)) : null,
    body: name === 'content' ? planBody(base, title, size) : null,
    footer: find('footer', own),
    number: find('number', own),
    // The rule over a headline goes with the headline.
    furniture: sharedBoxes(own).filter((box) => name !== 'blank' || box.name !== 'Title'),
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
    return { rect, look: { ...plainLook, size: 48 }, align: 'left', direction: 'ltr', text: null };
  }
  const plan = measuredPlan(text);
  return { ...plan, rect: { ...plan.rect, height: Math.max(plan.rect.height, 2.4 * plan.look.size) } };
}

function under({ rect, look, ...rest }: PlaceholderPlan): PlaceholderPlan {
  const size = Math.max(20, look.size / 2);
  return {
    ...rest,
    rect: { ...rect, y: rect.y + rect.height + size / 2, height: 2.4 * size },
    look: { ...look, size, weight: 400 },
  };
}

/** Below the headline's two lines down to where the foot begins. */
function planBody(slides: readonly PlannedSlide[], title: PlaceholderPlan, size: Rect): PlaceholderPlan {
  const texts = slides.map(({ roles }) => roles.body).filter((text) => text !== null);
  const bodies = texts.filter(({ paragraphs }) => paragraphs.some(({ marker }) => marker));
  const text: TextItem | undefined = bodies[0] ?? texts[0];
  const feet = slides.flatMap(({ roles }) => (roles.footer ? [roles.footer.extent.y] : []));
  const y = title.rect.y + title.rect.height + title.look.size * 0.7;
  const bottom = Math.min(size.height * 0.86, ...feet.map((foot) => foot - 24));
  const { x, width } = title.rect;
  const rect = { x, y, width, height: Math.max(bottom - y, size.height * 0.2) };
  return { ...title, rect, look: text ? lookOf(text) : { ...title.look, size: 24, weight: 400 } };
}
