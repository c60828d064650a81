import type { Rect } from '../drawing.js';
import type { SlideDraft } from './draft.js';
import { textWidth } from './fonts.js';
import { hull, inFrame, px, shrink } from './geometry.js';
import type { Piece } from './pieces.js';
import { factsOf, type Place, textKey } from './place.js';
import { type InlineState, runStyle } from './run-style.js';

/** True for a formula that KaTeX set: hundreds of shifted spans, which no line of Office's can follow. */
export function isFormula(element: Element): boolean {
  return element.classList.contains('katex');
}

/** What stands where a picture stands in a line: characters that take no ink, at both its ends. */
export const blank = '\u00a0';

/** Sharp on a large screen: formulae are small. */
const asFormula = {
  shape: null,
  border: null,
  shadow: null,
  cutOut: { selector: '.katex', shows: 'text', backdrop: false, density: 3, cause: 'formula' },
} as const;

/** Ink that goes beyond its box, such as an italic's overhang, px. */
const bleed = 2;

/** Puts a formula into the draft, as pictures that are drawn once all is measured; the alternative text is its TeX. */
export function addFormula(
  formula: Element,
  style: CSSStyleDeclaration,
  place: Place,
  draft: SlideDraft,
): readonly Rect[] {
  const tex = formula.querySelector('annotation')?.textContent?.trim() ?? '';
  const rects = partsOf(formula, draft);
  rects.forEach((rect, index) => {
    const [x, y] = [rect.x % 1, rect.y % 1];
    const look = [style.color, rect.width, rect.height, x, y, index, tex].join(' ');
    const around = shrink(rect, { top: -bleed, right: -bleed, bottom: -bleed, left: -bleed });
    const picture = {
      rect: around,
      crop: { left: 0, top: 0, right: 0, bottom: 0 },
      media: draft.media.add(`cut-out:${look}`, null, rect.width, rect.height),
      alt: index === 0 ? tex || null : null,
      alpha: 1,
      link: null,
      ...asFormula,
    };
    const facts = { ...factsOf(formula, index === 0 ? place.role : 'decoration'), name: 'Formula' };
    draft.addPicture(picture, facts, textKey(place.key, draft), 'in text');
  });
  return rects;
}

/** A formula's place in its line, for the text around it to keep clear. */
export function formulaPieces(
  formula: Element,
  rects: readonly Rect[],
  style: CSSStyleDeclaration,
  state: InlineState,
  draft: SlideDraft,
): readonly Piece[] {
  const look = { ...runStyle(style, state), field: null };
  const strut = formula.querySelector('.katex-strut');
  const end = strut ? inFrame(strut.getBoundingClientRect(), draft.frame) : null;
  const depth = strut ? px(getComputedStyle(strut).verticalAlign) * state.scale : 0;
  const width = textWidth(blank, style) * state.scale;
  return rects.flatMap((rect) => {
    const baseline = (end ? end.y + end.height : rect.y + rect.height) + depth;
    const common = { text: blank, baseline, style, look, afterSpace: false, hard: false, beside: null };
    const piece = (x: number, right: number): Piece => ({ ...common, x, right, scale: state.scale });
    const last = rect.x + rect.width;
    return rect.width < 2.5 * width
      ? [piece(rect.x, last)]
      : [piece(rect.x, rect.x + width), piece(last - width, last)];
  });
}

/** The formula whole, or by its parts where it was broken over lines. */
function partsOf(formula: Element, draft: SlideDraft): readonly Rect[] {
  const bases = [...formula.querySelectorAll('.katex-base, .katex-tag, .katex-html > .tag')]
    .map((base) => inFrame(base.getBoundingClientRect(), draft.frame))
    .filter(({ width, height }) => width > 0 && height > 0);
  const [first, ...rest] = bases;
  if (!first) return [];
  const whole = rest.reduce(hull, first);
  const tallest = Math.max(...bases.map(({ height }) => height));
  return whole.height > 1.8 * tallest ? bases : [whole];
}
