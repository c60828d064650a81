import type { Rect } from '../drawing.js';
import type { Role } from '../items.js';
import type { Clip } from './clipping.js';
import type { PaintKey, SlideDraft } from './draft.js';
import { fragmentOf } from './fragment.js';
import { px } from './geometry.js';
import type { Facts, Holder } from './holder.js';
import type { ListItem } from './markers.js';

/** What is known at an element from the elements around it. */
export interface Place {
  /** The stacking context. */
  readonly key: PaintKey;
  /** What the text must stay in, and what is drawn is cut to. */
  readonly clip: Clip;
  /** Product of the opacities so far. */
  readonly opacity: number;
  readonly role: Role | null;
  readonly holder: Holder;
  /** The list item at hand, for its marker. */
  readonly item: ListItem | null;
  /** Lists around, within the holder. */
  readonly depth: number;
}

const lowest = -1e9;

/** Layers of a stacking context, by CSS 2.1 appendix E: blocks, then text and atomic boxes, then what is positioned. */
const layers = { blocks: 2, inline: 4, positioned: 5, lifted: 10 } as const;

/** How an element stands in the order of painting: its own box, and the context of what is inside. */
export function paintKeys(
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | null,
  key: PaintKey,
  draft: SlideDraft,
) {
  const z = Number.parseInt(style.zIndex, 10);
  const inGrid = parent !== null && /flex|grid/u.test(parent.display);
  const own = (layer: number) => {
    const context = [...key, layer, draft.order()];
    return { own: [...context, lowest], context };
  };
  if (style.position !== 'static' || (inGrid && Number.isFinite(z))) {
    return own(!Number.isFinite(z) || z === 0 ? layers.positioned : z > 0 ? layers.lifted + z : z);
  }
  if (Number(style.opacity) < 1 || style.transform !== 'none') return own(layers.positioned);
  if (inGrid || /^inline-/u.test(style.display)) return own(layers.inline);
  return { own: [...key, layers.blocks, draft.order()], context: key };
}

/** Where text of this context stands in the order of painting. */
export function textKey(key: PaintKey, draft: SlideDraft): PaintKey {
  return [...key, layers.inline, draft.order()];
}

const roles: Readonly<Record<string, Role>> = {
  title: 'title',
  subtitle: 'subtitle',
  body: 'body',
  footer: 'footer',
  date: 'date',
  'slide-number': 'slide-number',
  marking: 'marking',
  decoration: 'decoration',
};

/** The role that a style gives by `--pptx-role`; null where it gives none. */
export function styledRole(style: CSSStyleDeclaration): Role | null {
  return roles[style.getPropertyValue('--pptx-role').trim()] ?? null;
}

/** The role of an element: by style, else by its tag. */
export function roleOf(element: Element, style: CSSStyleDeclaration, outer: Role | null): Role | null {
  const styled = styledRole(style);
  if (styled) return styled;
  if (element.localName === 'footer' && element.parentElement?.localName === 'section') return 'footer';
  return outer;
}

/** Name and pointers of an element: from the nearest class, else the nearest tag that has a name, and from the nearest `data-src`. */
export function factsOf(element: Element, role: Role | null): Facts {
  const pointers = element.closest('[data-src]')?.getAttribute('data-src') ?? '';
  return {
    name: nameOf(element),
    role,
    pointers: pointers.split(' ').filter(Boolean).map(decode),
    fragment: fragmentOf(element),
  };
}

function decode(pointer: string): string {
  return pointer.replace(/%(?:20|25|0[9AD])/giu, decodeURIComponent);
}

const tagNames: Readonly<Record<string, string>> = {
  h1: 'Title',
  h2: 'Heading',
  h3: 'Heading',
  footer: 'Footer',
  header: 'Header',
  ul: 'List',
  ol: 'List',
  li: 'List item',
  table: 'Table',
  blockquote: 'Quotation',
  pre: 'Code',
  'marp-pre': 'Code',
  img: 'Picture',
};

function nameOf(element: Element): string {
  if (element.localName === 'section') return 'Frame';
  let tag: string | undefined;
  for (let at: Element | null = element; at && at.localName !== 'section'; at = at.parentElement) {
    const name = at.classList[0];
    if (name) return (name.charAt(0).toUpperCase() + name.slice(1)).replace(/-/gu, ' ');
    tag ??= tagNames[at.localName];
  }
  return tag ?? 'Text';
}

/** True for an element of the page's scripts and styles, which nothing of is drawn. */
export function isSilent(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    style.display === 'none' ||
    Number(style.opacity) === 0 ||
    /^(?:script|style|template|link|meta)$/u.test(element.localName)
  );
}

/** True for text that is hidden from the eye and left to screen readers: cut down to a pixel. */
export function isHiddenText(style: CSSStyleDeclaration, { width, height }: Rect): boolean {
  return width <= 1 && height <= 1 && style.overflowX === 'hidden' && px(style.fontSize) > 1;
}
