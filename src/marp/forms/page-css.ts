import type { Deck } from '../../deck/deck.js';
import { type Paper, papers } from '../../deck/paper.js';
import { wordsOf } from '../../outline/inline.js';
import { cssString } from '../html-text.js';

/** Margins of a sheet in mm: the furniture stands in those above and below. */
export const sheetMargins = { top: 25, side: 20, bottom: 24 } as const;

/** The ledger on paper, in mm: the margin column, the gutter that every rule breaks at, and all that is left for the text. */
export const ledger = { margin: 36, gutter: 6 } as const;

/** Room for content on a sheet, in mm. */
export function contentSize(paper: Paper): { readonly width: number; readonly height: number } {
  const { width, height } = papers[paper];
  return {
    width: width - 2 * sheetMargins.side,
    height: height - sheetMargins.top - sheetMargins.bottom,
  };
}

/**
 * Sheets with their furniture in the boxes of the page margins, which no tag holds: above, the short title and the marking;
 * below, page n / N, short title, edition and cutoff, and the marking again.
 */
export function pageCss(deck: Deck, paper: Paper): string {
  const { width, height } = papers[paper];
  const { top, side, bottom } = sheetMargins;
  const [start, end] = deck.direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const foot = deck.footer.map(wordsOf).join(' \u00b7 ');
  const number = `counter(page) " / " counter(pages)`;
  const tab = marking(deck);
  const column = `${ledger.margin + ledger.gutter}mm`;
  return `@page {
  size: ${width}mm ${height}mm; margin: ${top}mm ${side}mm ${bottom}mm;
  direction: ${deck.direction}; font: 8.5pt/1.2 var(--sans); color: var(--ink-2);
  @top-${start} { content: ${cssString(runningTitle(deck))}; text-align: ${start}; vertical-align: middle; padding-top: 8mm; ${line} }
  ${tab ? `@top-${end} { ${tab}; margin-bottom: auto; }` : ''}
  @bottom-${start} {
    content: ${number} "\\9 " ${cssString(foot)}; text-align: ${start}; vertical-align: top; padding-top: 3mm; tab-size: ${column};
    ${line}
    background: linear-gradient(var(--rule), var(--rule)) ${start} top / ${ledger.margin}mm 0.75pt no-repeat, linear-gradient(var(--rule), var(--rule)) ${column} top / 400mm 0.75pt no-repeat;
    margin-top: 8mm;
  }
  ${tab ? `@bottom-${end} { ${tab}; margin-top: auto; }` : ''}
}`;
}

/** One line, cut where it is too long. */
const line = 'white-space: pre; overflow: hidden; text-overflow: ellipsis;';

/** Puts another text in place of the short title at the head of the pages of one name. */
export function runningHead(page: string, text: string, direction: Deck['direction']): string {
  return `@page ${page} { @top-${direction === 'rtl' ? 'right' : 'left'} { content: ${cssString(text)}; } }`;
}

function runningTitle(deck: Deck): string {
  return wordsOf(deck.footer[0] ?? deck.title);
}

function marking({ marking: mark }: Deck): string | null {
  if (mark === null) return null;
  const words = [mark.label, ...(mark.extra ? [mark.extra] : [])].map(wordsOf).join(' ');
  return `content: ${cssString(words)}; width: max-content; height: 7mm; padding: 0 3mm; box-sizing: border-box; text-align: center; vertical-align: middle; font: bold 9pt/1 var(--sans); white-space: pre; background: ${mark.ground}; color: ${mark.ink}`;
}
