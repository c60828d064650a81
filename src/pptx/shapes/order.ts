import type { BoxItem, PictureItem, Rect, SceneItem, TableItem, TextItem } from '../../scene/scene.js';

/** What becomes one shape: an item, or a box with the text inside it. */
export type Drawing =
  | { readonly kind: 'box'; readonly box: BoxItem }
  | { readonly kind: 'label'; readonly box: BoxItem; readonly text: TextItem }
  | { readonly kind: 'text'; readonly text: TextItem }
  | { readonly kind: 'table'; readonly table: TableItem }
  | { readonly kind: 'picture'; readonly picture: PictureItem };

/** Joins boxes with their texts and puts all in the order of a slide's shapes, which is both painting and reading order. */
export function toDrawings(items: readonly SceneItem[]): readonly Drawing[] {
  const inside = new Map<number, TextItem[]>();
  for (const item of items) {
    if (item.kind === 'text' && item.inside !== null)
      inside.set(item.inside, [...(inside.get(item.inside) ?? []), item]);
  }
  const joined = new Set<number>();
  const drawings = items.flatMap((item): readonly Drawing[] => {
    if (item.kind === 'table') return [{ kind: 'table', table: item }];
    if (item.kind === 'picture') return [{ kind: 'picture', picture: item }];
    if (item.kind === 'text') return joined.has(item.id) ? [] : [{ kind: 'text', text: item }];
    const [text, ...more] = inside.get(item.id) ?? [];
    if (!text || more.length > 0 || isPlaced(text)) return [{ kind: 'box', box: item }];
    joined.add(text.id);
    return [{ kind: 'label', box: item, text }];
  });
  return inPaintingOrder(drawings);
}

/** Texts that fill placeholders of their own stay apart from the box behind them. */
function isPlaced({ role }: TextItem): boolean {
  return role === 'title' || role === 'footer' || role === 'date' || role === 'slide-number';
}

/**
 * Reading order, but for what would be hidden: a ground that is painted below something before it in reading order
 * goes before that.
 */
function inPaintingOrder(drawings: readonly Drawing[]): readonly Drawing[] {
  const ordered: Drawing[] = [];
  for (const drawing of drawings) {
    const covered = covers(drawing)
      ? ordered.findIndex(
          (other) => paintOf(other) > paintOf(drawing) && overlap(rectOf(other), rectOf(drawing)),
        )
      : -1;
    if (covered < 0) ordered.push(drawing);
    else ordered.splice(covered, 0, drawing);
  }
  return ordered;
}

function covers(drawing: Drawing): boolean {
  if (drawing.kind === 'text') return false;
  return drawing.kind === 'picture' || drawing.kind === 'table' || drawing.box.fill !== null;
}

function paintOf(drawing: Drawing): number {
  return itemOf(drawing).paint;
}

/** The item that tells a drawing's name and place. */
export function itemOf(drawing: Drawing): SceneItem {
  if (drawing.kind === 'table') return drawing.table;
  if (drawing.kind === 'picture') return drawing.picture;
  return drawing.kind === 'text' ? drawing.text : drawing.box;
}

function rectOf(drawing: Drawing): Rect {
  const item = itemOf(drawing);
  return item.kind === 'text' ? item.extent : item.rect;
}

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width - 0.5 &&
    b.x < a.x + a.width - 0.5 &&
    a.y < b.y + b.height - 0.5 &&
    b.y < a.y + a.height - 0.5
  );
}
