import type { Colour } from '../drawing.js';
import type { RunStyle } from '../text.js';
import { readColour } from './colour.js';
import { drawnScale } from './drawn-scale.js';
import { px, round } from './geometry.js';
import { readGradient, splitList } from './gradient.js';
import { linkAddress } from './link-address.js';

/** What inline elements around a text give it beyond its own computed style. */
export interface InlineState {
  readonly link: string | null;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly highlight: Colour | null;
  readonly language: string | null;
  readonly opacity: number;
  /** The gradient that a block's letters are cut out of, as one colour; null where they have a colour of their own. */
  readonly ink: Colour | null;
  /** How much larger than laid out the text is drawn. */
  readonly scale: number;
}

/** The state at the start of a block. */
export function blockState(block: Element, style: CSSStyleDeclaration, opacity: number): InlineState {
  const link = block.closest('a[href]');
  const state = {
    link: linkAddress(link),
    underline: false,
    strike: false,
    highlight: null,
  };
  const language = block.closest('[lang]')?.getAttribute('lang') ?? null;
  const ink = inkOf(style, opacity);
  return { ...state, ...decorations(state, style), language, opacity, ink, scale: drawnScale(block) };
}

/** The state inside an inline element. */
export function inlineState(element: Element, style: CSSStyleDeclaration, outer: InlineState): InlineState {
  const opacity = outer.opacity * Number(style.opacity);
  const ground = readColour(style.backgroundColor, opacity);
  // An inline block draws its ground as a box of its own.
  const highlight = style.display === 'inline' && ground.alpha > 0 ? ground : outer.highlight;
  return {
    link: element.localName === 'a' ? (linkAddress(element) ?? outer.link) : outer.link,
    ...decorations(outer, style),
    highlight,
    language: element.getAttribute('lang') ?? outer.language,
    opacity,
    ink: inkOf(style, opacity) ?? outer.ink,
    scale: outer.scale,
  };
}

/** Letters that the background shows through have its middle colour: it stays text that can be read. */
function inkOf(style: CSSStyleDeclaration, opacity: number): Colour | null {
  if (!style.backgroundClip.includes('text')) return null;
  const area = { width: px(style.width) || 100, height: px(style.height) || 100 };
  const gradient = readGradient(splitList(style.backgroundImage)[0] ?? '', area, opacity);
  if (!gradient || gradient.kind === 'solid') return readColour(style.backgroundColor, opacity);
  const { stops } = gradient;
  return stops[Math.floor((stops.length - 1) / 2)]?.colour ?? null;
}

/** Clear letters are drawn by what they are cut out of, else by their outline. */
function letterColour(style: CSSStyleDeclaration, { ink, opacity }: InlineState): Colour {
  const own = readColour(style.webkitTextFillColor, opacity);
  if (own.alpha > 0) return own;
  const outlined = px(style.webkitTextStrokeWidth) > 0;
  return ink ?? (outlined ? readColour(style.webkitTextStrokeColor, opacity) : own);
}

function decorations(outer: Pick<InlineState, 'underline' | 'strike'>, style: CSSStyleDeclaration) {
  const line = style.textDecorationLine;
  return {
    underline: outer.underline || line.includes('underline'),
    strike: outer.strike || line.includes('line-through'),
  };
}

/** The look of a text with this computed style and state; `shift` is known only once its line is. */
export function runStyle(style: CSSStyleDeclaration, state: InlineState): RunStyle {
  return {
    family: style.fontFamily,
    size: round(px(style.fontSize) * state.scale),
    weight: Number(style.fontWeight) || 400,
    italic: style.fontStyle !== 'normal',
    underline: state.underline,
    strike: state.strike,
    colour: letterColour(style, state),
    highlight: state.highlight,
    letterSpacing: px(style.letterSpacing) * state.scale,
    shift: 0,
    caps:
      style.textTransform === 'uppercase' ? 'all' : style.fontVariantCaps === 'small-caps' ? 'small' : null,
    link: state.link,
    language: state.language,
  };
}

/** The characters as drawn: capitals are a matter of style in Office too, the other transforms change the text. */
export function transformText(text: string, style: CSSStyleDeclaration): string {
  if (style.textTransform === 'lowercase') return text.toLowerCase();
  if (style.textTransform === 'capitalize')
    return text.replace(
      /(^|[\s(“‘-])(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
  return text;
}
