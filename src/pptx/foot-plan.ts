import type { Rect, Scene, TextItem } from '../scene/scene.js';
import { measuredPlan, type PlaceholderPlan, plainLook } from './placeholder-plan.js';
import type { SlideRoles } from './roles.js';
import { textOf } from './text/flow.js';

/** The placeholders of a layout that PowerPoint's "Header & Footer" fills. */
export interface FootPlan {
  readonly date: PlaceholderPlan | null;
  readonly footer: PlaceholderPlan | null;
  readonly number: PlaceholderPlan | null;
}

/** Which of them the deck's slides show: a new slide gets those. */
export type FootShown = Readonly<Record<keyof FootPlan, boolean>>;

/** A slide with what the foot needs to know of it. */
export interface FootSlide {
  readonly scene: Scene;
  readonly roles: SlideRoles;
}

/** What of the foot some slide shows. */
export function footShown(slides: readonly FootSlide[]): FootShown {
  const shows = (role: keyof FootPlan) => slides.some(({ roles }) => roles[role] !== null);
  return { date: shows('date'), footer: shows('footer'), number: shows('number') };
}

/** What a foot is planned from. */
export interface FootSources {
  readonly slides: readonly FootSlide[];
  readonly size: Rect;
  /** A placeholder of the layout whose text can be read on its ground. */
  readonly like: PlaceholderPlan | null;
  /** False where a theme says itself which places its layout has. */
  readonly fills: boolean;
}

/**
 * The foot of a layout, with the texts of the deck, for Office takes a new slide's from its layout. Where the deck shows no
 * date, a place is left for one; where it shows nothing at all, each stands where Office has it.
 */
export function planFoot(
  { footer, number }: Omit<FootPlan, 'date'>,
  { slides, size, like, fills }: FootSources,
): FootPlan {
  const dated = slides.map(({ roles }) => roles.date).find((each) => each !== null);
  const texted = footer && { ...footer, text: footText(slides) };
  if (dated && texted) {
    const { rect } = measuredPlan(dated);
    return { date: { ...texted, rect, text: wordsOf(dated) }, footer: upTo(rect, texted), number };
  }
  if (texted) return { ...beside(texted, slides), number };
  if (!fills) return { date: null, footer, number };
  return standardFoot(number, size, like);
}

/** A foot line that ends where the date begins. */
function upTo(date: Rect, footer: PlaceholderPlan): PlaceholderPlan {
  const { x, width } = footer.rect;
  const from = footer.direction === 'rtl' ? date.x + date.width + dateRoom.least : x;
  const to = footer.direction === 'rtl' ? x + width : date.x - dateRoom.least;
  return to - from < dateRoom.least
    ? footer
    : { ...footer, rect: { ...footer.rect, x: from, width: to - from } };
}

function wordsOf({ paragraphs }: TextItem): string {
  return paragraphs.map(textOf).join(' ');
}

function footText(slides: readonly FootSlide[]): string | null {
  const foot = slides.map(({ roles }) => roles.footer).find((each) => each !== null);
  return foot ? wordsOf(foot) : null;
}

/** Room for a date in full, between it and its neighbours, and the least that keeps it apart from them, px. */
const dateRoom = { width: 180, gap: 24, least: 6 } as const;

/** Divides a foot line: the date at its end, before a marking that stands there. */
function beside(footer: PlaceholderPlan, slides: readonly FootSlide[]): Pick<FootPlan, 'date' | 'footer'> {
  const { rect, direction } = footer;
  const marks = slides.flatMap(({ scene }) =>
    scene.items.flatMap((item) => (item.kind === 'box' && item.role === 'marking' ? [item.rect] : [])),
  );
  const level = marks.filter((mark) => mark.y < rect.y + rect.height && rect.y < mark.y + mark.height);
  const rtl = direction === 'rtl';
  const taken = Math.max(
    0,
    ...level.map(({ x, width }) => (rtl ? x + width - rect.x : rect.x + rect.width - x) + dateRoom.gap),
  );
  const { width, gap } = dateRoom;
  const rest = rect.width - taken - width - gap;
  if (rest < width) return { date: null, footer };
  const date = { ...rect, width, x: rtl ? rect.x + taken : rect.x + rest + gap };
  return {
    date: { ...footer, rect: date, align: rtl ? 'left' : 'right', text: null },
    footer: { ...footer, rect: { ...rect, width: rest, x: rtl ? rect.x + taken + width + gap : rect.x } },
  };
}

/** Date, foot line and number in thirds of the bottom, as Office has them; what the deck shows stays where it is. */
function standardFoot(number: PlaceholderPlan | null, size: Rect, like: PlaceholderPlan | null): FootPlan {
  const margin = size.width * 0.05;
  const third = (size.width - 2 * margin) / 3;
  const rtl = like?.direction === 'rtl';
  const place = (index: number, align: PlaceholderPlan['align']): PlaceholderPlan => ({
    rect: {
      x: margin + third * (rtl ? 2 - index : index),
      y: size.height * 0.927,
      width: third,
      height: size.height * 0.053,
    },
    look: {
      ...plainLook,
      family: like?.look.family ?? 'Calibri',
      size: 16,
      colour: (like?.look ?? plainLook).colour,
    },
    align: rtl ? mirrored[align] : align,
    direction: like?.direction ?? 'ltr',
    text: null,
  });
  const places = [place(0, 'left'), place(1, 'center'), place(2, 'right')] as const;
  // A page number of the deck takes the place that it stands in; the other two share the rest.
  const free = number ? places.filter(({ rect }) => !meets(rect, number.rect)) : places;
  const [date = null, footer = null] = free;
  return { date, footer, number: number ?? places[2] };
}

const mirrored = { left: 'right', center: 'center', right: 'left', justify: 'justify' } as const;

function meets(a: Rect, b: Rect): boolean {
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return across && a.y < b.y + b.height && b.y < a.y + a.height;
}
