import type { ThemeBox } from '../deck/theme.js';
import type { Direction, Paragraph, Rect, Run, Scene, TextItem } from '../scene/scene.js';
import { placeText } from './text/frame.js';
import type { ThemePlan } from './theme-plan.js';

/** A placeholder of a layout: where it stands and how its text looks. */
export interface PlaceholderPlan {
  readonly rect: Rect;
  readonly look: Run;
  readonly align: Paragraph['align'];
  readonly direction: Direction;
  /** What slides of the deck say there; null where each says something else. */
  readonly text: string | null;
}

/** Look of text where the deck shows none. */
export const plainLook: Run = {
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

/** The look of most of a text. */
export function lookOf({ paragraphs }: TextItem): Run {
  const runs = paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.runs));
  const longest = runs.toSorted((a, b) => b.text.length - a.text.length)[0];
  return { ...(longest ?? plainLook), text: '', link: null, highlight: null, shift: 0, gap: 0, field: null };
}

/** A placeholder as a slide's text shows it. */
export function measuredPlan(text: TextItem): PlaceholderPlan {
  const { rect } = placeText(text.paragraphs);
  const [first] = text.paragraphs;
  const box = first?.box ?? text.extent;
  return {
    rect: { x: box.x, y: rect.y, width: Math.max(box.width, rect.width), height: rect.height },
    look: lookOf(text),
    align: first?.align ?? 'left',
    direction: first?.direction ?? 'ltr',
    text: null,
  };
}

/** What the boxes of a theme are turned into placeholders with. */
export interface ThemeFacts extends Pick<ThemePlan, 'headingFace' | 'bodyFace'> {
  /** Colours by name: those of the deck's palette. */
  readonly tokens: Scene['tokens'];
  readonly direction: Direction;
  readonly width: number;
  /** A headline of the deck: Office seats lines of its face at another height than a browser does. */
  readonly headline: TextItem | null;
}

/** A placeholder as the theme's own layout has it, mirrored where the deck runs from right to left. */
export function themedPlan(box: ThemeBox, facts: ThemeFacts): PlaceholderPlan {
  const rtl = facts.direction === 'rtl';
  const heading = box.face === 'heading';
  const size = (box.pt * 4) / 3;
  const like = heading && facts.headline ? lookOf(facts.headline) : null;
  const rise = like && facts.headline ? (seatRise(facts.headline) * size) / like.size : 0;
  const spacing = like ? Math.round((like.letterSpacing / like.size) * 1000) / 1000 : 0;
  return {
    rect: { x: rtl ? facts.width - box.x - box.w : box.x, y: box.y + rise, width: box.w, height: box.h },
    look: {
      ...plainLook,
      family: heading ? facts.headingFace : facts.bodyFace,
      size,
      weight: box.weight,
      colour: { hex: facts.tokens[box.colour] ?? '#000000', alpha: 1 },
      letterSpacing: spacing * size,
    },
    align: rtl ? 'right' : 'left',
    direction: facts.direction,
    text: null,
  };
}

/** How much lower a text's frame stands than the box that the browser set it in, px. */
function seatRise(text: TextItem): number {
  const [first] = text.paragraphs;
  return first ? placeText(text.paragraphs).rect.y - first.box.y : 0;
}
