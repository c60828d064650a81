import type { FontFile } from './woff.js';

/** Bits of OS/2 fsType: who may embed, and how. */
const rights = { usage: 0x000f, editable: 0x0008, whole: 0x0100, bitmaps: 0x0200 } as const;

/** Why a font may or can not be carried; null where it can. */
export function whyNot(font: FontFile): string | null {
  if (!font.tags.includes('glyf'))
    return 'its outlines are PostScript’s (CFF), which PowerPoint does not take from a file';
  if (font.tags.includes('fvar')) return 'it is a variable font, of which PowerPoint reads no styles';
  const type = font.table('OS/2').getUint16(8);
  if ((type & rights.usage) !== 0 && (type & rights.usage) !== rights.editable)
    return 'its licence allows no embedding that can be edited';
  return type & (rights.whole | rights.bitmaps) ? 'its licence allows no part of it to be embedded' : null;
}
