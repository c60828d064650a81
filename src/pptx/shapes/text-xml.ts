import type { BoxItem, Paragraph, Rect, TextItem } from '../../scene/scene.js';
import { levelSize } from '../parts/levels.js';
import type { PlaceholderPlan } from '../placeholder-plan.js';
import { type PlacedParagraph, placeText, type TextFrame } from '../text/frame.js';
import { withStarts } from '../text/numbering.js';
import { paragraphXml } from '../text/paragraph-xml.js';
import type { RunContext } from '../text/run-xml.js';
import { emu } from '../units.js';
import { outlineRect, shapePropertiesXml } from './box-xml.js';
import { textRect } from './geometry-xml.js';
import { type NonVisual, nonVisualXml } from './non-visual.js';
import { transformXml } from './transform-xml.js';

/** Which placeholder of the layout a shape fills. */
export interface Placeholder {
  /** `obj` takes text, tables and pictures, and is PowerPoint's default. */
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'obj' | 'body' | 'dt' | 'ftr' | 'sldNum';
  /** Pairs the shape with the layout's; null for titles, which need none. */
  readonly index: number | null;
}

/** How much of the slide a placeholder takes, where it is not all: as in Office's own layouts. */
const sizes: Readonly<Partial<Record<Placeholder['type'], string>>> = {
  dt: ' sz="half"',
  ftr: ' sz="quarter"',
  sldNum: ' sz="quarter"',
};

/** `p:nvPr` of a shape that fills a placeholder, or of one that fills none. */
export function placeholderXml(placeholder: Placeholder | null): string {
  if (!placeholder) return '<p:nvPr/>';
  const { type, index } = placeholder;
  const named = type === 'obj' ? '' : ` type="${type}"`;
  const size = sizes[type] ?? '';
  return `<p:nvPr><p:ph${named}${size}${index === null ? '' : ` idx="${index}"`}/></p:nvPr>`;
}

/** How text sits in its shape. */
export interface BodySeat {
  readonly insets: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly anchor: 't' | 'ctr';
  readonly wrap: boolean;
}

const flush: BodySeat = { insets: { left: 0, top: 0, right: 0, bottom: 0 }, anchor: 't', wrap: true };

/** `a:bodyPr`, everything said, so that nothing is inherited. */
export function bodyPropertiesXml({ insets, anchor, wrap }: BodySeat): string {
  const { left, top, right, bottom } = insets;
  return `<a:bodyPr vert="horz" wrap="${wrap ? 'square' : 'none'}" lIns="${emu(left)}" tIns="${emu(top)}" rIns="${emu(right)}" bIns="${emu(bottom)}" rtlCol="0" anchor="${anchor}" anchorCtr="0"><a:noAutofit/></a:bodyPr>`;
}

function textBody(paragraphs: readonly PlacedParagraph[], seat: BodySeat, context: RunContext): string {
  const body = withStarts(paragraphs)
    .map((paragraph) => paragraphXml(paragraph, context))
    .join('');
  return `<p:txBody>${bodyPropertiesXml(seat)}<a:lstStyle/>${body}</p:txBody>`;
}

/** What of a text its shape is made from. */
type ShownText = Pick<TextItem, 'paragraphs' | 'turn'>;

/** A text box that stands on the slide itself. */
export function textXml({ paragraphs, turn }: ShownText, facts: NonVisual, context: RunContext): string {
  const frame = placeText(paragraphs, context.target);
  const properties = `<p:spPr>${transformXml(frame.rect, { turn })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`;
  return `<p:sp><p:nvSpPr>${nonVisualXml(facts)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>${properties}${textBody(frame.paragraphs, flush, context)}</p:sp>`;
}

/** Text that fills a placeholder: what it has from its layout it does not say, its place least of all. */
export function placeholderTextXml(
  { paragraphs, turn }: ShownText,
  placeholder: Placeholder,
  plan: PlaceholderPlan | null,
  facts: NonVisual,
  context: RunContext,
): string {
  const frame = placeText(paragraphs, context.target);
  const rect = plan ? roomyRect(frame, plan.rect) : frame.rect;
  // LibreOffice takes a foot line or a date without a place for a field of its own making.
  const seated = plan !== null && turn === null && isSeatedIn(rect, plan.rect);
  const place = seated && !/^(?:ftr|dt)$/u.test(placeholder.type) ? '' : transformXml(rect, { turn });
  const written = withStarts(frame.paragraphs).map((each) =>
    paragraphXml(each, { ...context, inherited: plan && inheritedStyle(plan, placeholder, each.level) }),
  );
  const own = bodyPropertiesXml(flush);
  const seat = plan ? '<a:bodyPr/>' : context.foreign ? own.replace(' rtlCol', ' numCol="1" rtlCol') : own;
  // A template's placeholder may have a ground, and more than one column, of its own.
  const plain = context.foreign
    ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
    : '';
  const body = `<p:txBody>${seat}<a:lstStyle/>${written.join('')}</p:txBody>`;
  return `<p:sp><p:nvSpPr>${nonVisualXml(facts)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${placeholderXml(placeholder)}</p:nvSpPr><p:spPr>${place}${plain}</p:spPr>${body}</p:sp>`;
}

/** Lines that do not wrap may have the width of the layout, so that longer ones find room. */
function roomyRect({ rect, paragraphs }: TextFrame, plan: Rect): Rect {
  const wraps = paragraphs.some(({ lines }) => lines.length > 1);
  const room = Math.abs(rect.x - plan.x) < 0.5 && plan.width > rect.width;
  return room && !wraps ? { ...rect, width: plan.width } : rect;
}

/** Text hangs from the top of its frame, so the height is the layout's. */
function isSeatedIn(own: Rect, plan: Rect): boolean {
  return [own.x - plan.x, own.y - plan.y, own.width - plan.width].every((off) => Math.abs(off) < 0.5);
}

function inheritedStyle({ look, align, direction }: PlaceholderPlan, { type }: Placeholder, level: number) {
  const bullets = type === 'obj';
  return {
    look: { ...look, size: bullets ? levelSize(look.size, level) : look.size },
    align,
    direction,
    bullets,
  };
}

/** A box with its text inside as one shape; null where the shape does not take the text where it stands. */
export function labelledBoxXml(
  box: BoxItem,
  paragraphs: readonly Paragraph[],
  facts: NonVisual,
  context: RunContext,
): string | null {
  const inner = box.rotate === 0 && !box.flip ? textRect(box.shape, outlineRect(box)) : null;
  const frame = placeText(paragraphs, context.target);
  const seat = inner && seatIn(inner, frame);
  if (!seat) return null;
  const body = textBody(frame.paragraphs, seat, context);
  return `<p:sp><p:nvSpPr>${nonVisualXml(facts)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>${shapePropertiesXml(box, context.palette)}${body}</p:sp>`;
}

/** Text this near to the middle is held there, so that it stays there when it is edited, px. */
const nearMiddle = 6;

function seatIn(inner: Rect, { rect, paragraphs }: TextFrame): BodySeat | null {
  const left = rect.x - inner.x;
  const top = rect.y - inner.y;
  const needed = Math.max(
    ...paragraphs.flatMap(({ margin, lines }) => lines.map((line) => margin + line.right - line.x)),
  );
  const room = inner.width - left;
  const wraps = paragraphs.some(({ lines }) => lines.length > 1);
  if (left < -0.5 || room < needed - 1 || (wraps && room < rect.width)) return null;
  const single = !wraps && room < needed * 1.02;
  const right = single ? 0 : Math.max(0, room - rect.width);
  const off = 2 * top + rect.height - inner.height;
  if (Math.abs(off) <= nearMiddle) {
    return {
      insets: { left: Math.max(0, left), top: Math.max(0, off), right, bottom: Math.max(0, -off) },
      anchor: 'ctr',
      wrap: !single,
    };
  }
  if (top < -0.5) return null;
  return {
    insets: { left: Math.max(0, left), top: Math.max(0, top), right, bottom: 0 },
    anchor: 't',
    wrap: !single,
  };
}
