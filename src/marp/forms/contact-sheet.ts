import type { Deck } from '../../deck/deck.js';
import { wordsOf } from '../../outline/inline.js';
import { htmlText } from '../html-text.js';
import { framedSlide } from './split-slides.js';

/** A document that is photographed: its size is known before it is drawn. */
export interface PictureDocument {
  readonly html: string;
  readonly css: string;
  /** CSS px. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Columns by how many slides there are at the most. */
const columnsFor: readonly (readonly [number, number])[] = [
  [6, 2],
  [12, 3],
  [20, 4],
  [48, 6],
  [120, 8],
  [Number.POSITIVE_INFINITY, 12],
];

/** Lengths in px: a slide's width, what stands between slides, around them, above them, and a slide's number. */
const tile = { width: 360, gap: 20, around: 40, head: 44, number: 22 } as const;

/** All slides in one picture, in the order of reading, with title and marking. */
export function contactSheet(
  deck: Deck,
  slides: readonly string[],
  slide: { readonly width: number; readonly height: number },
): PictureDocument {
  const columns = columnsFor.find(([most]) => slides.length <= most)?.[1] ?? 12;
  const rows = Math.ceil(slides.length / columns);
  const row = Math.round((tile.width * slide.height) / slide.width) + tile.number;
  const cells = slides.map(
    (each, index) => `<div>${framedSlide(each)}<p class="number">${index + 1}</p></div>`,
  );
  const { marking } = deck;
  const tab = marking
    ? `<p class="tab">${[marking.label, ...(marking.extra ? [marking.extra] : [])].map((text) => htmlText(wordsOf(text))).join(' ')}</p>`
    : '';
  return {
    html: `<header><h1>${htmlText(deck.properties.title)}</h1>${tab}</header><div class="tiles">${cells.join('\n')}</div>${tab}`,
    css: `${css}
.tiles { grid-template-columns: repeat(${columns}, ${tile.width}px); grid-auto-rows: ${row}px; }
.tab { background: ${marking?.ground ?? 'none'}; color: ${marking?.ink ?? 'inherit'}; }`,
    size: {
      width: 2 * tile.around + columns * (tile.width + tile.gap) - tile.gap,
      height: 2 * tile.around + tile.head + rows * (row + tile.gap) - tile.gap,
    },
  };
}

const css = `
html, body { background: var(--tint); }
header { position: absolute; inset-inline: ${tile.around}px; top: 0; height: ${tile.around + tile.head}px; display: flex; align-items: center; }
h1 { font: 700 24px/1.2 var(--serif); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding-top: 6px; }
.tiles { position: absolute; inset-inline-start: ${tile.around}px; top: ${tile.around + tile.head}px; display: grid; gap: ${tile.gap}px; }
.number { height: ${tile.number}px; font: 700 13px/${tile.number}px var(--sans); color: var(--ink-2); }
.tab { position: fixed; inset-inline-end: ${tile.around}px; bottom: 0; height: 30px; padding: 0 12px; font: 700 15px/30px var(--sans); white-space: nowrap; }
header .tab { position: absolute; inset-inline-end: 0; bottom: auto; top: 0; }
`;
