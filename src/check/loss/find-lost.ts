import type { SlideContent } from '../../scene/content.js';
import type { Rect } from '../../scene/scene.js';
import type { DocumentElement } from './document-content.js';
import { TextPool } from './letters.js';

/** A format that is compared with the document. */
export type HoldingFormat = 'pptx' | 'pdf';

type Kind = DocumentElement['kind'];
type Of<K extends Kind> = Extract<DocumentElement, { readonly kind: K }>;

/** What a format does not hold of a slide's elements; nothing, where the format is none that could hold the kind. */
export function findLost(
  elements: readonly DocumentElement[],
  held: SlideContent,
  format: HoldingFormat,
): readonly DocumentElement[] {
  const inPptx = format === 'pptx';
  const texts = (kind: 'text' | 'alternative text' | 'notes') =>
    elements.filter((each) => each.kind === kind);
  const pictures = elements.filter(
    (each): each is Of<'picture' | 'formula'> =>
      each.kind === 'picture' || (inPptx && each.kind === 'formula'),
  );
  return [
    ...missingTexts(texts('text'), held),
    ...missingTables(
      elements.filter((each) => each.kind === 'table'),
      held.tables,
    ),
    ...missingPictures(inPptx ? pictures : pictures.filter(isDistinct), held.pictures),
    ...missingLinks(
      elements.filter((each): each is Of<'link'> => each.kind === 'link'),
      held.links,
    ),
    ...new TextPool(held.alternativeTexts).missing(texts('alternative text')),
    ...(inPptx ? new TextPool(held.notes ? [held.notes] : []).missing(texts('notes')) : []),
  ];
}

function isDistinct(element: Of<'picture' | 'formula'>): boolean {
  return element.kind === 'picture' && element.distinct;
}

/** Only what stands in the outline has to be text to a screen reader. */
function missingTexts(texts: readonly DocumentElement[], held: SlideContent): readonly DocumentElement[] {
  const missing = new TextPool(held.texts).missing(texts);
  const drawn = missing.filter(({ pointer }) => pointer === null);
  const lost = new Set(new TextPool(held.decoration, held.texts).missing(drawn));
  return missing.filter((text) => text.pointer !== null || lost.has(text));
}

/** A table that lost a text is no lost table: those that do not read the same are paired in their order. */
function missingTables(
  tables: readonly DocumentElement[],
  held: readonly string[],
): readonly DocumentElement[] {
  if (tables.length <= held.length) return [];
  const apart = new TextPool(held).missing(tables);
  return apart.slice(Math.max(0, apart.length - (tables.length - held.length)));
}

/** Half a px is the rounding of EMU and of the browser. */
const near = 0.51;

function missingPictures(
  pictures: readonly Of<'picture' | 'formula'>[],
  held: readonly (Rect | null)[],
): readonly DocumentElement[] {
  const rest = [...held];
  const apart = pictures.filter(({ rect }) => {
    const at = rest.findIndex((other) => other !== null && sameRect(rect, other));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  // What has no place, or another: the filling of a shape, or of the whole slide.
  return apart.slice(rest.length);
}

function sameRect(one: Rect, other: Rect): boolean {
  const sides = ['x', 'y', 'width', 'height'] as const;
  return sides.every((side) => Math.abs(one[side] - other[side]) < near);
}

function missingLinks(links: readonly Of<'link'>[], held: SlideContent['links']): readonly DocumentElement[] {
  const left = new Map<string, number>();
  for (const { address } of held) left.set(address, (left.get(address) ?? 0) + 1);
  return links.filter(({ address }) => {
    const key = normal(address);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count < 1;
  });
}

/** An address as browsers and Office write it. */
function normal(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}
