import type { Paragraph } from '../text.js';

const alignments: Readonly<Record<string, Paragraph['align']>> = {
  left: 'left',
  right: 'right',
  center: 'center',
  justify: 'justify',
  '-webkit-center': 'center',
  '-webkit-right': 'right',
};

/** The alignment of a block's lines, `start` and `end` resolved by its direction. */
export function alignOf(style: CSSStyleDeclaration): Paragraph['align'] {
  const towardsRight = (style.textAlign === 'end') !== (style.direction === 'rtl');
  return alignments[style.textAlign] ?? (towardsRight ? 'right' : 'left');
}
