import { type FontBox, fontBoxes, type Word, wordsOf } from '../words.js';
import type { SimulatedBox, SimulatedLine } from './simulate.js';

/** A line that a PDF has where the simulator says it. */
export interface DrawnLine {
  readonly text: string;
  readonly slide: number;
  readonly box: string;
  /** How much lower the PDF's baseline is, pt. */
  readonly error: number;
}

/** What of a deck was found in its PDF. */
export interface Drawn {
  readonly lines: readonly DrawnLine[];
  /** Lines that have other words in the PDF. */
  readonly strays: readonly string[];
  /** Boxes that were left out, and why. */
  readonly left: readonly { readonly box: string; readonly why: string }[];
  /** How many boxes were compared. */
  readonly boxes: number;
}

/** Points in a px. */
const pt = 0.75;
/** Words this far from where the line is said to be are not of it, pt: text is never set tighter. */
const reach = { down: 4, across: 6 } as const;

/** Finds the lines of a simulation in the PDF that was made of the same deck. */
export async function drawnLines(boxes: readonly SimulatedBox[], pdf: string): Promise<Drawn> {
  const fonts = await fontBoxes(pdf);
  const pages = wordsOf(pdf);
  const lines: DrawnLine[] = [];
  const strays: string[] = [];
  const full = boxes.filter((box) => box.lines.some(({ text }) => text !== ''));
  for (const box of full.filter(({ unlike }) => unlike === null)) {
    for (const line of box.lines.filter(({ text }) => text !== '')) {
      const found = wordsNear(line, pages[box.slide - 1] ?? [], fonts);
      const text = found.map(({ word }) => word.text).join('');
      if (text === line.text.replace(/\s+/gu, '')) {
        const error = found.reduce((sum, each) => sum + each.off, 0) / found.length;
        lines.push({ text: line.text, slide: box.slide, box: box.name, error });
      } else strays.push(`slide ${box.slide}, ${box.name}: “${line.text}” is drawn as “${text}”`);
    }
  }
  const left = full.flatMap(({ slide, name, unlike }) =>
    unlike === null ? [] : [{ box: `slide ${slide}, ${name}`, why: unlike }],
  );
  return { lines, strays, left, boxes: full.length - left.length };
}

function wordsNear(
  line: SimulatedLine,
  words: readonly Word[],
  fonts: readonly FontBox[],
): readonly { readonly word: Word; readonly off: number }[] {
  const size = Math.max(...line.runs.map((run) => run.size));
  return words
    .map((word) => ({ word, off: baselineOf(word, size, fonts) - line.baseline }))
    .filter(
      ({ word, off }) =>
        Math.abs(off) < reach.down &&
        word.x * pt > line.x - reach.across &&
        word.x * pt < line.x + line.width + reach.across,
    )
    .toSorted((a, b) => a.word.x - b.word.x);
}

/** pdftotext gives boxes, which its fonts' ascents and descents make of baselines. */
function baselineOf(word: Word, size: number, fonts: readonly FontBox[]): number {
  const off = ({ height }: FontBox) => Math.abs(height - (word.height * pt) / size);
  const [font] = fonts.toSorted((a, b) => off(a) - off(b));
  const share = font ? font.ascent / font.height : 0.8;
  return (word.top + word.height * share) * pt;
}
