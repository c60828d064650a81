import type { Line, Paragraph, PictureItem, Rect, Scene, SceneItem, TableItem } from '../../scene/scene.js';
import { shared } from '../ink.js';

/** A thing that the document holds, and that every format has to hold. */
export type DocumentElement =
  | (Common & { readonly kind: 'text' | 'table' | 'notes' | 'alternative text' })
  | (Common & { readonly kind: 'link'; readonly address: string })
  | (Common & {
      readonly kind: 'picture' | 'formula';
      readonly rect: Rect;
      /** Described, or made of pixels: in a PDF any other picture is lines among lines. */
      readonly distinct: boolean;
    });

interface Common {
  /** 1-based number of its slide. */
  readonly slide: number;
  readonly text: string;
  /** The text of the outline behind it; null where there is none. */
  readonly pointer: string | null;
}

/** What a slide shows, and what is said to it. */
export interface DocumentSlide {
  readonly scene: Scene;
  readonly notes: string | null;
  /** The slide of the outline; null for one that was added. */
  readonly pointer: string | null;
}

/** What tells of a picture whether it is drawn by lines. */
type IsVector = (media: number) => boolean;

/** All that a slide of the document shows, in reading order. */
export function elementsOf(
  { scene, notes, pointer }: DocumentSlide,
  isVector: IsVector,
): readonly DocumentElement[] {
  const elements = scene.items.flatMap((item) => itemElements(scene, item, isVector));
  return notes?.trim()
    ? [...elements, { kind: 'notes', slide: scene.number, text: notes, pointer }]
    : elements;
}

function itemElements(scene: Scene, item: SceneItem, isVector: IsVector): readonly DocumentElement[] {
  switch (item.kind) {
    case 'box':
      return [];
    case 'picture':
      return pictureElements(scene, item, isVector(item.media));
    case 'text':
      return item.paragraphs.flatMap((each) => textElements(scene.number, each, item.limit, item.pointers));
    case 'table':
      return tableElements(scene.number, item);
  }
}

function tableElements(slide: number, item: TableItem): readonly DocumentElement[] {
  const cells = item.cells.flatMap(({ paragraphs, pointers }) =>
    paragraphs.flatMap((each) => textElements(slide, each, item.limit, [...pointers, ...item.pointers])),
  );
  if (!isShown(item.rect, item.limit)) return cells;
  const text = cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])).join('\n');
  const pointer = item.pointers[0] ?? cells.find((cell) => cell.pointer !== null)?.pointer ?? null;
  return [{ kind: 'table', slide, text, pointer }, ...cells];
}

function pictureElements(
  { number: slide, width, height }: Scene,
  item: PictureItem,
  vector: boolean,
): readonly DocumentElement[] {
  const { rect, alt, link, name } = item;
  const pointer = item.pointers[0] ?? null;
  const text = alt ?? '';
  if (!isShown(rect, { x: 0, y: 0, width, height })) return [];
  if (name === 'Formula') return [{ kind: 'formula', slide, text, pointer, rect, distinct: false }];
  return [
    { kind: 'picture', slide, text, pointer, rect, distinct: alt !== null || !(vector || item.cutOut) },
    ...(alt ? [{ kind: 'alternative text', slide, text, pointer } as const] : []),
    ...(link ? [{ kind: 'link', slide, text: '', pointer, address: link } as const] : []),
  ];
}

function textElements(
  slide: number,
  paragraph: Paragraph,
  limit: Rect,
  outer: readonly string[],
): readonly DocumentElement[] {
  const lines = paragraph.lines.filter((line) => isLineShown(line, limit));
  const text = lines.map(lineText).join('').trim();
  const pointer = paragraph.pointers[0] ?? outer[0] ?? null;
  if (!text) return [];
  const links = linksOf(lines).map((link) => ({ kind: 'link', slide, pointer, ...link }) as const);
  return [{ kind: 'text', slide, text, pointer }, ...links];
}

/** A line that the lower edge cuts is on no page of a PDF: Chromium would move it to the next. */
function isLineShown({ x, right, baseline, runs }: Line, limit: Rect): boolean {
  const size = Math.max(0, ...runs.map((run) => run.size));
  const ink = { x, y: baseline - 0.7 * size, width: right - x, height: 0.7 * size };
  return baseline + 0.3 * size <= limit.y + limit.height && isShown(ink, limit);
}

/** Less than this of a thing is no sight of it, px. */
const sliver = 2;

/** What lies beyond the slide's edge or is cut off is not in the document; the rule on fit tells of it. */
function isShown(rect: Rect, limit: Rect): boolean {
  return shared(rect, limit) > Math.min(sliver, rect.width / 2, rect.height / 2);
}

function lineText({ runs, space, hard }: Line): string {
  return runs.map(({ text }) => text).join('') + (space || hard ? ' ' : '');
}

/** The links in lines of a paragraph; one that goes over several looks or lines is one. */
function linksOf(lines: readonly Line[]): readonly { readonly address: string; readonly text: string }[] {
  const links: { address: string; text: string }[] = [];
  let before: string | null = null;
  for (const { link, text } of lines.flatMap(({ runs }) => runs)) {
    const last = links.at(-1);
    if (link !== null && link === before && last) last.text += text;
    else if (link !== null) links.push({ address: link, text });
    before = link;
  }
  return links;
}
