import type { Line, Paragraph, Scene } from '../../../src/scene/scene.js';
import type { SimulatedBox, SimulatedLine } from './simulate.js';
import { isForeign } from './widths.js';

/** How the lines of a slide in the browser compare with those of its PPTX. */
export interface Compared {
  /** How much lower PowerPoint draws the lines that it breaks likewise, px. */
  readonly down: readonly number[];
  /** How much farther right it starts them, px. */
  readonly across: readonly number[];
  /** Lines that it breaks otherwise. */
  readonly strays: readonly string[];
  /** Lines of paragraphs that keep their breaks in hardly any other width: by less than a per cent. */
  readonly balanced: readonly string[];
  /** Lines of paragraphs in scripts whose faces have no twin. */
  readonly foreign: number;
}

/** px in a point. */
const px = 4 / 3;
/** A line that stands farther off is another one with the same words, px. */
const reach = 20;

/** Looks for every line of a slide's texts in what was simulated of its PPTX; cells of tables are not simulated. */
export function compareScene(deck: string, scene: Scene, boxes: readonly SimulatedBox[]): Compared {
  const say = (line: Line) => `${deck}, slide ${scene.number}: ${textOf(line)}`;
  const simulated = boxes.filter(({ slide }) => slide === scene.number).flatMap(({ lines }) => lines);
  const paragraphs = scene.items.flatMap((item) => (item.kind === 'text' ? item.paragraphs : []));
  const foreign = paragraphs.filter(({ lines }) => lines.some((line) => isForeign(textOf(line))));
  const lines = paragraphs
    .filter((paragraph) => !foreign.includes(paragraph))
    .flatMap((paragraph) => paragraph.lines.map((line) => ({ line, paragraph })))
    .filter(({ line }) => wordsOf(textOf(line)) !== '');
  const found = lines.map(({ line, paragraph }) => ({
    line,
    paragraph,
    twin: nearest(line, simulated),
  }));
  const pairs = found.flatMap(({ line, paragraph, twin }) => (twin ? [{ line, paragraph, twin }] : []));
  return {
    down: pairs.map(({ line, twin }) => twin.baseline * px - line.baseline),
    across: pairs.filter(isFlush).map(({ line, twin }) => twin.x * px - line.x),
    strays: found.flatMap(({ line, twin }) => (twin ? [] : [say(line)])),
    balanced: paragraphs.filter(isBalanced).flatMap((paragraph) => paragraph.lines.map(say)),
    foreign: foreign.reduce((sum, each) => sum + each.lines.length, 0),
  };
}

function isFlush({ paragraph }: { readonly paragraph: Paragraph }): boolean {
  return paragraph.direction === 'ltr';
}

function isBalanced({ lines }: Paragraph): boolean {
  const least = Math.max(...lines.map(({ x, right }) => right - x));
  const most = Math.min(...lines.map(({ next }) => next ?? Number.POSITIVE_INFINITY));
  return most < 1.01 * least;
}

function nearest(line: Line, among: readonly SimulatedLine[]): SimulatedLine | undefined {
  const text = wordsOf(textOf(line));
  const off = (other: SimulatedLine) =>
    Math.abs(other.baseline * px - line.baseline) + Math.abs(other.x * px - line.x) / 4;
  return among
    .filter((other) => wordsOf(other.text) === text && off(other) < reach)
    .toSorted((a, b) => off(a) - off(b))[0];
}

function textOf({ runs }: Line): string {
  return runs.map(({ text }) => text).join('');
}

function wordsOf(text: string): string {
  return text.replace(/[\s\u00ad\u200b]+/gu, '');
}
