import type { Run } from '../../scene/scene.js';
import { typefaceOf } from './typefaces.js';

/** What of a line its height hangs on. */
export interface SizedLine {
  readonly runs: readonly Pick<Run, 'family' | 'size'>[];
}

/** Line advance of PowerPoint at 100 %, in em of the line's largest text, whatever the font. */
const advancePerEm = 1.2;

/** Largest text of a line, px. */
export function lineSize({ runs }: SizedLine): number {
  return Math.max(1, ...runs.map(({ size }) => size));
}

/** Distance of this line's baseline to the next one's, px, at a spacing of `percent` (whole per cent). */
export function advance(line: SizedLine, percent: number): number {
  return (advancePerEm * lineSize(line) * percent) / 100;
}

/** Whose line model a file is aimed at. */
export type LineTarget = 'powerpoint' | 'libreoffice';

/** How lines of a text are set: LibreOffice has another way in the cells of tables. */
export type LineModel = LineTarget | 'libreoffice-cell';

/** How the lines in a table's cells are set. */
export const cellModels: Readonly<Record<LineTarget, LineModel>> = {
  powerpoint: 'powerpoint',
  libreoffice: 'libreoffice-cell',
};

/** Distance from the top of a line to its baseline at a spacing of `percent`, px. */
export function seat(line: SizedLine, percent: number, model: LineModel): number {
  return seats[model](line, percent / 100);
}

const seats: Readonly<Record<LineModel, (line: SizedLine, spacing: number) => number>> = {
  /** Below 100 %, the line loses height at its top; above, the baseline lies at 0.9 of the line (checked on exports of PowerPoint). */
  powerpoint(line, spacing) {
    if (spacing > 1) return 0.9 * spacing * lineSize(line);
    return advancePerEm * lineSize(line) * (shareAbove(line) - 1 + spacing);
  },
  /** LibreOffice 7.4 sets text of shapes without regard to the font (measured to 0.01 em). */
  libreoffice(line, spacing) {
    const share = spacing > 1 ? advancePerEm * spacing - 0.2 : spacing < 1 ? 0.8 * advancePerEm * spacing : 1;
    return share * lineSize(line);
  },
  /** In cells it sets text by the font's own line, which is PowerPoint's at 100 % where the font is made so; what is more stands above. */
  'libreoffice-cell'(line, spacing) {
    const share = spacing < 1 ? 0.8 * spacing : shareAbove(line) + spacing - 1;
    return share * advancePerEm * lineSize(line);
  },
};

/**
 * How much of a line of 100 % lies above its baseline: each face divides its 1.2 em as usWinAscent and usWinDescent divide it. The
 * line has the highest part above and the lowest below, both in proportion where they are more than the line.
 */
function shareAbove({ runs }: SizedLine): number {
  const parts = runs.map(({ family, size }) => {
    const { winAscent, winDescent } = typefaceOf(family).line;
    return {
      above: (winAscent * size) / (winAscent + winDescent),
      below: (winDescent * size) / (winAscent + winDescent),
    };
  });
  const above = Math.max(0, ...parts.map((part) => part.above));
  const below = Math.max(0, ...parts.map((part) => part.below));
  return above > 0 ? above / (above + below) : 0;
}
