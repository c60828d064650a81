import type { Rect } from '../drawing.js';
import { type Cause, causeOf } from './causes.js';
import { clipBy } from './clipping.js';
import { cutOut } from './cut-out.js';
import type { SlideDraft } from './draft.js';
import { emitGenerated } from './emit-generated.js';
import { isOutOfFlow } from './flow.js';
import { addFormula, isFormula } from './formula.js';
import { type Generated, readGenerated } from './generated.js';
import { generatedBox } from './generated-box.js';
import { generatedPiece } from './generated-text.js';
import { inFrame } from './geometry.js';
import { drawGround } from './ground.js';
import { flushInline } from './inline.js';
import type { ListItem } from './markers.js';
import { drawColumnRules } from './multi-column.js';
import { addPicture, isPicture } from './pictures.js';
import type { Piece } from './pieces.js';
import { factsOf, isHiddenText, isSilent, type Place, paintKeys, roleOf, styledRole } from './place.js';
import { walkTable } from './table.js';
import { upright } from './transform.js';

/** Walks an element and all within it, and puts what is drawn into the draft. */
export function walk(element: Element, place: Place, draft: SlideDraft): void {
  const style = getComputedStyle(element);
  if (isSilent(element, style)) return;
  upright(element, style, draft, () => walkUpright(element, style, place, draft));
}

function walkUpright(element: Element, style: CSSStyleDeclaration, place: Place, draft: SlideDraft): void {
  draft.counters.enter(element, style);
  if (style.display === 'contents') walkChildren(element, style, place, draft, []);
  else if (isFormula(element)) addFormula(element, style, place, draft);
  else if (isPicture(element)) addPicture(element, style, place, draft);
  else walkBox(element, style, place, draft);
  draft.counters.leave(element);
}

function walkBox(element: Element, style: CSSStyleDeclaration, outer: Place, draft: SlideDraft): void {
  const rect = inFrame(element.getBoundingClientRect(), draft.frame);
  if (isHiddenText(style, rect)) return;
  const cause = draft.isPictured || style.visibility !== 'visible' ? null : causeOf(style);
  const place = enter(element, style, rect, outer, draft, cause);
  const inside = () => walkInside(element, style, rect, place, draft);
  if (cause?.shows === 'inside') draft.pictured(inside);
  else inside();
}

function walkInside(
  element: Element,
  style: CSSStyleDeclaration,
  rect: Rect,
  place: Place,
  draft: SlideDraft,
): void {
  if (element.localName === 'table')
    walkTable(element, style, rect, place, draft, { walk, inside: walkContent });
  else walkContent(element, style, rect, place, draft);
}

/** The inside of an element that is drawn already. */
export function walkContent(
  element: Element,
  style: CSSStyleDeclaration,
  rect: Rect,
  place: Place,
  draft: SlideDraft,
): void {
  const before = readGenerated(element, '::before', draft);
  const inner =
    style.display === 'list-item' || element.localName === 'li'
      ? openItem(element, style, rect, place, draft, before)
      : place;
  const lead = before?.inline ? generatedPiece(before, element, place.opacity) : null;
  if (before && !before.inline && !inner.item?.drawn)
    emitGenerated(generatedBox(before, element, rect, place.opacity, draft), element, inner, draft);
  walkChildren(element, style, inner, draft, lead ? [lead] : []);
  if (inner !== place && inner.item?.drawn && !inner.item.used)
    emitGenerated(inner.item.drawn, element, inner, draft);
  const after = readGenerated(element, '::after', draft);
  if (after && !after.inline)
    emitGenerated(generatedBox(after, element, rect, place.opacity, draft), element, inner, draft);
}

/** A list item keeps what is generated before it until its first line tells whether it is a marker. */
function openItem(
  element: Element,
  style: CSSStyleDeclaration,
  rect: Rect,
  place: Place,
  draft: SlideDraft,
  before: Generated | null,
): Place {
  const mayMark = before && isOutOfFlow(before.style) && styledRole(before.style) === null;
  const drawn = mayMark ? generatedBox(before, element, rect, place.opacity, draft) : null;
  const item: ListItem = { element, style, drawn, used: false };
  return { ...place, item };
}

function enter(
  element: Element,
  style: CSSStyleDeclaration,
  rect: Rect,
  outer: Place,
  draft: SlideDraft,
  cause: Cause | null,
): Place {
  const parent = element.parentElement ? getComputedStyle(element.parentElement) : null;
  const keys = paintKeys(style, parent, outer.key, draft);
  const opacity = outer.opacity * Number(style.opacity);
  const role = roleOf(element, style, outer.role);
  const facts = factsOf(element, role);
  if (cause) cutOut(element, style, rect, cause, facts, keys.own, draft);
  const { box, holds } = cause
    ? { box: null, holds: true }
    : drawGround({ element, style, rect, opacity, facts, key: keys.own, clip: outer.clip }, draft);
  drawColumnRules(style, rect, opacity, { ...facts, role: 'decoration' }, keys.own, draft);
  const isList = element.localName === 'ul' || element.localName === 'ol';
  const apart =
    holds || cause !== null || isOutOfFlow(style) || style.float !== 'none' || role !== outer.role;
  return {
    key: keys.context,
    clip: clipBy(style, rect, outer.clip),
    opacity,
    role,
    holder: apart ? { rect, box, cell: outer.holder.cell } : outer.holder,
    item: apart && !/^(?:p|h\d)$/u.test(element.localName) ? null : outer.item,
    depth: (apart ? 0 : outer.depth) + (isList ? 1 : 0),
  };
}

function walkChildren(
  element: Element,
  style: CSSStyleDeclaration,
  place: Place,
  draft: SlideDraft,
  lead: readonly Piece[],
): void {
  let sequence: Node[] = [];
  let pending = lead;
  const flush = () => {
    if (sequence.length > 0 || pending.length > 0)
      flushInline(sequence, pending, element, style, place, draft, walk);
    sequence = [];
    pending = [];
  };
  for (const node of element.childNodes) {
    if (!(node instanceof Element)) {
      if (node instanceof Text) sequence.push(node);
    } else if (isInline(node)) sequence.push(node);
    else {
      flush();
      walk(node, place, draft);
    }
  }
  flush();
}

/** True for what stands in a line: not for blocks, and not for inline boxes with blocks inside. */
function isInline(element: Element): boolean {
  const style = getComputedStyle(element);
  // What is out of the flow does not end the line that it is written in.
  if (isOutOfFlow(style)) return true;
  if (style.display === 'none' || element.localName === 'br') return true;
  if (style.display === 'contents') return [...element.children].every(isInline);
  if (!/^(?:inline|ruby)/u.test(style.display) || style.float !== 'none') return false;
  return isPicture(element) || isFormula(element) || [...element.children].every(isInline);
}
