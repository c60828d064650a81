import type { Line, Paragraph } from '../text.js';
import { alignOf } from './alignment.js';
import { readDrawn } from './box-style.js';
import type { SlideDraft } from './draft.js';
import { drawnScale } from './drawn-scale.js';
import { emitGenerated } from './emit-generated.js';
import { isOutOfFlow } from './flow.js';
import { lineHeight } from './fonts.js';
import { addFormula, formulaPieces, isFormula } from './formula.js';
import { readGenerated } from './generated.js';
import { generatedBox } from './generated-box.js';
import { generatedPiece } from './generated-text.js';
import { contentBox, inFrame, round } from './geometry.js';
import { toLines } from './lines.js';
import { markerOf } from './markers.js';
import { columnBox, splitColumns } from './multi-column.js';
import { addPicture, isPicture } from './pictures.js';
import { emptyLine, type Piece, textPieces } from './pieces.js';
import { factsOf, isSilent, type Place, paintKeys, textKey } from './place.js';
import { blockState, type InlineState, inlineState } from './run-style.js';
import { upright } from './transform.js';

/** How elements that are no part of a line are walked. */
export type Walk = (element: Element, place: Place, draft: SlideDraft) => void;

/** What the collection of a line's text needs at hand. */
interface Sequence {
  readonly pieces: Piece[];
  readonly place: Place;
  readonly draft: SlideDraft;
  readonly walk: Walk;
}

/** Makes the paragraph of a stretch of inline nodes within a block. */
export function flushInline(
  nodes: readonly Node[],
  lead: readonly Piece[],
  block: Element,
  style: CSSStyleDeclaration,
  place: Place,
  draft: SlideDraft,
  walk: Walk,
): void {
  const sequence: Sequence = { pieces: [...lead], place, draft, walk };
  const state = blockState(block, style, place.opacity);
  for (const node of nodes) collect(node, style, state, sequence);
  const after = readGenerated(block, '::after', draft);
  const tail =
    after?.inline && nodes.includes(block.lastChild ?? block)
      ? generatedPiece(after, block, place.opacity)
      : null;
  if (tail) sequence.pieces.push(tail);
  const lines = toLines(sequence.pieces);
  for (const column of splitColumns(lines)) addLines(column, block, style, place, draft, column !== lines);
}

function collect(node: Node, style: CSSStyleDeclaration, state: InlineState, sequence: Sequence): void {
  const { pieces, draft } = sequence;
  if (node instanceof Element) collectElement(node, style, state, sequence);
  else if (node instanceof Text && style.visibility === 'visible')
    pieces.push(...textPieces(node, style, state, draft.frame, pieces.at(-1) ?? null));
}

function collectElement(
  element: Element,
  around: CSSStyleDeclaration,
  outer: InlineState,
  sequence: Sequence,
): void {
  const { pieces, place, draft, walk } = sequence;
  const style = getComputedStyle(element);
  if (element.localName === 'br') {
    const last = pieces.at(-1);
    if (last && !last.hard) last.hard = true;
    else pieces.push(emptyLine(element, around, outer, draft.frame));
    return;
  }
  if (isOutOfFlow(style)) {
    walk(element, place, draft);
    return;
  }
  if (isSilent(element, style)) return;
  draft.counters.enter(element, style);
  if (isPicture(element)) upright(element, style, draft, () => addPicture(element, style, place, draft));
  else if (isFormula(element)) {
    const rects = addFormula(element, style, place, draft);
    pieces.push(...formulaPieces(element, rects, around, outer, draft));
  } else collectInside(element, style, inlineState(element, style, outer), sequence);
  draft.counters.leave(element);
}

function collectInside(
  element: Element,
  style: CSSStyleDeclaration,
  state: InlineState,
  sequence: Sequence,
): void {
  const { pieces, place, draft } = sequence;
  drawInlineBox(element, style, place, draft);
  for (const which of ['::before', '::after'] as const) {
    if (which === '::after') for (const child of element.childNodes) collect(child, style, state, sequence);
    const generated = readGenerated(element, which, draft);
    if (!generated) continue;
    if (generated.inline) {
      const piece = generatedPiece(generated, element, state.opacity);
      if (piece) pieces.push(piece);
    } else {
      const rect = inFrame(element.getBoundingClientRect(), draft.frame);
      emitGenerated(generatedBox(generated, element, rect, state.opacity, draft), element, place, draft);
    }
  }
}

/** An inline box with a frame, or an inline block with a ground, is a box behind the line. */
function drawInlineBox(element: Element, style: CSSStyleDeclaration, place: Place, draft: SlideDraft): void {
  if (style.visibility !== 'visible') return;
  for (const piece of element.getClientRects()) {
    const rect = inFrame(piece, draft.frame);
    const drawn = readDrawn(style, rect, place.opacity);
    const framed = drawn && Object.values(drawn.borders).some(Boolean);
    if (!drawn || (style.display === 'inline' && !framed)) continue;
    const { own } = paintKeys(style, null, place.key, draft);
    draft.addBox({ rect, ...drawn, decorative: true }, factsOf(element, place.role), own);
  }
}

function addLines(
  lines: readonly Line[],
  block: Element,
  style: CSSStyleDeclaration,
  place: Place,
  draft: SlideDraft,
  broken: boolean,
): void {
  const [first] = lines;
  if (!first) return;
  const whole = contentBox(inFrame(block.getBoundingClientRect(), draft.frame), style);
  const box = broken ? columnBox(block, whole, first, draft) : whole;
  const { item } = place;
  const marker = item && !item.used ? markerOf(item, first, box, place.opacity) : null;
  if (item && !item.used) {
    item.used = true;
    if (!marker && item.drawn) emitGenerated(item.drawn, item.element, place, draft);
  }
  const heading = /^h([1-6])$/u.exec(block.localName)?.[1];
  const role = heading && place.role === null && isTitle(block) ? 'title' : place.role;
  const facts = factsOf(block, role);
  const paragraph: Paragraph = {
    pointers: facts.pointers,
    language: block.closest('[lang]')?.getAttribute('lang') ?? null,
    direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
    align: alignOf(style),
    level: Math.max(0, Math.min(8, place.depth - 1)),
    marker,
    heading: heading ? Number(heading) : null,
    fragment: facts.fragment,
    lineHeight: round(lineHeight(style) * drawnScale(block)),
    box:
      lines.length === 1 && style.display === 'inline'
        ? { ...box, x: first.x, width: first.right - first.x }
        : box,
    lines,
  };
  draft.addParagraph(paragraph, place.holder, place.clip.rect, facts, textKey(place.key, draft));
}

/** The heading that names a slide: of the first level, else the slide's first. */
function isTitle(heading: Element): boolean {
  if (heading.localName === 'h1') return true;
  const section = heading.closest('section');
  return !section?.querySelector('h1') && section?.querySelector('h2, h3, h4, h5, h6') === heading;
}
