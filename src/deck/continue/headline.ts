import type { MappedText } from '../../outline/mapped-text.js';
import type { ItemRule, KindContext } from '../kind-view.js';
import { derive } from '../pieces.js';
import type { Part } from './part.js';

/** Size of headlines in pt, the width they have in px, and the most lines that the body leaves them. */
const headlineBox = { pt: 28, width: 956, lines: 2 } as const;

/** A headline with its place among the slides that share it: "Both sides want talks (2/3)". */
export function numbered(headline: MappedText, { number, of }: Part): MappedText {
  return of === 1 ? headline : derive(headline, (words) => `${words}\u00a0(${number}/${of})`);
}

/** A headline that has room alone but not with its place is set smaller. */
export function headlineClasses(headline: MappedText, { of }: Part, { fit }: KindContext): readonly string[] {
  if (of === 1) return [];
  const lines = fit.lines(headline, headlineBox.pt, headlineBox.width, 'serif-bold');
  return lines > headlineBox.lines ? ['long-headline'] : [];
}

/** Where the items of the slide are numbered, they count on from the slide before. */
export function countOn({ from }: Part): readonly ItemRule[] {
  return from === 0 ? [] : [{ selector: 'ol', body: `--before: ${from}` }];
}
