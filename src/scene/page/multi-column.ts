import type { Border, Rect } from '../drawing.js';
import type { Line } from '../text.js';
import { readBorder } from './box-style.js';
import type { PaintKey, SlideDraft } from './draft.js';
import { contentBox, inFrame, px } from './geometry.js';
import type { Facts } from './holder.js';

/** The columns of an element with `column-count` or `column-width`. */
interface Columns {
  readonly count: number;
  readonly width: number;
  readonly gap: number;
  readonly content: Rect;
}

/** Lines by the column that they stand in: where a line stands higher than the one before, the next column begins. */
export function splitColumns(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && line.baseline > last.baseline - 1) group.push(line);
    else groups.push([line]);
  }
  if (groups.length < 2) return lines.length > 0 ? [lines] : [];
  return groups.map((group, index) =>
    index === groups.length - 1
      ? group
      : group.map((line, at) =>
          at === group.length - 1 ? { ...line, hard: false, space: false, next: null } : line,
        ),
  );
}

/** The box of a paragraph that stands in this line's column only. */
export function columnBox(block: Element, box: Rect, line: Line, draft: SlideDraft): Rect {
  for (let at: Element | null = block; at && at.localName !== 'section'; at = at.parentElement) {
    const columns = readColumns(getComputedStyle(at), inFrame(at.getBoundingClientRect(), draft.frame));
    if (!columns) continue;
    const { content, width, gap } = columns;
    const place = Math.max(0, Math.floor((line.x - content.x + gap / 2) / (width + gap)));
    const x = content.x + place * (width + gap);
    return { ...box, x, width };
  }
  return box;
}

/** Puts the lines between columns into the draft. */
export function drawColumnRules(
  style: CSSStyleDeclaration,
  rect: Rect,
  opacity: number,
  facts: Facts,
  key: PaintKey,
  draft: SlideDraft,
): void {
  const rule = readBorder(style.columnRuleWidth, style.columnRuleStyle, style.columnRuleColor, opacity);
  const columns = rule ? readColumns(style, rect) : null;
  if (!rule || !columns) return;
  for (let place = 1; place < columns.count; place += 1)
    draft.addBox(ruleBox(rule, columns, place), facts, key);
}

function ruleBox(rule: Border, { content, width, gap }: Columns, place: number) {
  const x = content.x + place * (width + gap) - gap / 2 - rule.width / 2;
  return {
    rect: { ...content, x, width: rule.width },
    fill: null,
    borders: { top: null, right: null, bottom: null, left: rule },
    shape: null,
    shadow: null,
    innerShadow: null,
    rotate: 0,
    flip: null,
    decorative: true,
  } as const;
}

function readColumns(style: CSSStyleDeclaration, rect: Rect): Columns | null {
  const most = style.columnCount === 'auto' ? null : Number(style.columnCount);
  const least = style.columnWidth === 'auto' ? null : px(style.columnWidth);
  if (most === null && least === null) return null;
  const content = contentBox(rect, style);
  const gap = style.columnGap === 'normal' ? px(style.fontSize) : px(style.columnGap);
  const fitting = least
    ? Math.max(1, Math.floor((content.width + gap) / (least + gap)))
    : Number.POSITIVE_INFINITY;
  const count = Math.min(most ?? Number.POSITIVE_INFINITY, fitting);
  return { count, gap, content, width: (content.width - (count - 1) * gap) / count };
}
