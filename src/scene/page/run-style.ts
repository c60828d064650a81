import type { Colour } from '../drawing.js';
import type { RunStyle } from '../text.js';
import { readColour } from './colour.js';
import { drawnScale } from './drawn-scale.js';
import { px, round } from './geometry.js';
import { linkAddress } from './link-address.js';

/** What inline elements around a text give it beyond its own computed style. */
export interface InlineState {
  readonly link: string | null;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly highlight: Colour | null;
  readonly language: string | null;
  readonly opacity: number;
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
  return { ...state, ...decorations(state, style), language, opacity, scale: drawnScale(block) };
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
    scale: outer.scale,
  };
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
    colour: readColour(style.color, state.opacity),
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
