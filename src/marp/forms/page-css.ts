import type { Deck } from '../../deck/deck.js';
import type { Sheet } from '../../deck/paper.js';
import { wordsOf } from '../../outline/inline.js';
import { cssString } from '../html-text.js';

/** Margins of a sheet in mm: the furniture stands in those above and below. */
export const sheetMargins = { top: 25, side: 20, bottom: 24 } as const;

/** The ledger on paper, in mm: the margin column, the gutter that every rule breaks at, and all that is left for the text. */
export const ledger = { margin: 36, gutter: 6 } as const;

/** Room for content on a sheet, in mm. */
export function contentSize({ width, height }: Sheet): Sheet {
  return {
    width: width - 2 * sheetMargins.side,
    height: height - sheetMargins.top - sheetMargins.bottom,
  };
}

/**
 * Sheets with their furniture in the boxes of the page margins, which no tag holds: above, the short title and the marking;
 * below, page n / N, short title, edition and cutoff, and the marking again.
 */
export function pageCss(deck: Deck, sheet: Sheet): string {
  const { width, height } = sheet;
  const { top, side, bottom } = sheetMargins;
  const [start, end] = deck.direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const tab = marking(deck);
  // The box in the middle is as wide as all three, with margins that the others stand in: else it would be centred between them.
  const column = ledger.margin + ledger.gutter;
  const text = contentSize(sheet).width - column;
  return `@page {
  size: ${width}mm ${height}mm; margin: ${top}mm ${side}mm ${bottom}mm;
  direction: ${deck.direction}; font: 8.5pt/1.2 var(--sans); color: var(--ink-2);
  @top-${start} { content: ${cssString(cut(runningTitle(deck), contentSize(sheet).width))}; text-align: ${start}; vertical-align: middle; padding-top: 8mm; ${line} }
  ${tab ? `@top-${end} { ${tab}; margin-bottom: auto; }` : ''}
  @bottom-${start} { content: counter(page) " / " counter(pages); width: ${ledger.margin}mm; text-align: ${start}; font-weight: 700; color: var(--ink); ${foot} }
  @bottom-center { content: ${cssString(footWords(deck, text))}; width: ${text}mm; margin-${start}: ${column}mm; text-align: ${start}; ${line} ${foot} }
  ${tab ? `@bottom-${end} { ${tab}; margin-top: auto; }` : ''}
}`;
}

/** Under a hairline at the top of the lower margin. */
const foot =
  'vertical-align: top; margin-top: 8mm; padding-top: 3mm; border-top: 0.75pt solid var(--rule); box-sizing: border-box;';

const line = 'white-space: pre;';

/** Puts another text in place of the short title at the head of the pages of one name. */
export function runningHead(page: string, text: string, { direction }: Deck, sheet: Sheet): string {
  const words = cut(text, contentSize(sheet).width * 0.8);
  return `@page ${page} { @top-${direction === 'rtl' ? 'right' : 'left'} { content: ${cssString(words)}; } }`;
}

/** Short title, edition and cutoff; where there is no room for all, the title is cut. */
function footWords({ footer }: Deck, width: number): string {
  const [title = '', ...rest] = footer.map(({ text }) => wordsOf(text));
  const after = rest.map((each) => ` \u00b7 ${each}`).join('');
  return cut(title, width - [...after].length * letter) + after;
}

/** How wide a letter of the furniture is in the middle, in mm; one of Chinese, Japanese or Korean is twice as wide. */
const letter = 1.25;

/** Chromium cuts no text in the boxes of page margins, so what is too long ends before it is set. */
function cut(text: string, width: number): string {
  let left = Math.max(width, 20 * letter);
  const letters = [...text];
  const end = letters.findIndex((each) => {
    left -= each >= '\u2e80' ? 2 * letter : letter;
    return left < 0;
  });
  return end === -1 ? text : `${letters.slice(0, end).join('').trimEnd()}\u2026`;
}

function runningTitle(deck: Deck): string {
  return wordsOf(deck.footer[0]?.text ?? deck.title);
}

function markingWords({ marking: mark }: Deck): string {
  return mark ? [mark.label, ...(mark.extra ? [mark.extra] : [])].map(wordsOf).join(' ') : '';
}

function marking(deck: Deck): string | null {
  const { marking: mark } = deck;
  if (mark === null) return null;
  return `content: ${cssString(markingWords(deck))}; width: max-content; height: 7mm; padding: 0 3mm; box-sizing: border-box; text-align: center; vertical-align: middle; font: bold 9pt/1 var(--sans); white-space: pre; background: ${mark.ground}; color: ${mark.ink}`;
}
