import type { Line, Paragraph, Run } from '../../scene/scene.js';
import { lineSize } from './line-model.js';

/** A paragraph whose lines are evenly spaced, as `a:p` can say it. */
export interface FlowParagraph extends Paragraph {
  /** Line spacing in whole per cent of 1.2 times the text size. */
  readonly percent: number;
  /** True for a line that was taken out of a paragraph of uneven lines, except its first. */
  readonly continued: boolean;
}

/** Paragraphs with the line spacing of each; one with lines of unlike sizes becomes a paragraph a line. */
export function toFlow(paragraphs: readonly Paragraph[]): readonly FlowParagraph[] {
  return paragraphs.map(sizeEmptyLines).flatMap((paragraph): readonly FlowParagraph[] => {
    const percent = spacing(paragraph.lines);
    if (percent !== null) return [{ ...paragraph, percent, continued: false }];
    return paragraph.lines.map((line, index) => ({
      ...paragraph,
      lines: [{ ...line, hard: false, space: false, next: null }],
      marker: index === 0 ? paragraph.marker : null,
      percent: 100,
      continued: index > 0,
    }));
  });
}

/** An empty line is as high as the text that it divides: it gets a run without characters. */
function sizeEmptyLines(paragraph: Paragraph): Paragraph {
  const { lines } = paragraph;
  if (lines.every(({ runs }) => runs.length > 0)) return paragraph;
  const sized = lines.map((line, index) => {
    if (line.runs.length > 0) return line;
    const near = lines
      .slice(0, index)
      .findLast(({ runs }) => runs.length > 0)
      ?.runs.at(-1);
    const like = near ?? lines.find(({ runs }) => runs.length > 0)?.runs[0];
    if (!like) return line;
    return { ...line, runs: [{ ...like, text: '', field: null, x: line.x, right: line.x, gap: 0 }] };
  });
  return { ...paragraph, lines: sized };
}

/** Null where one spacing does not describe the lines. */
function spacing(lines: readonly Line[]): number | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last || lines.length === 1) return 100;
  const step = (last.baseline - first.baseline) / (lines.length - 1);
  const even = lines.every(
    (line, index) =>
      Math.abs(line.baseline - first.baseline - index * step) < 1.5 &&
      Math.abs(lineSize(line) - lineSize(first)) < 0.5,
  );
  return even && step > 0
    ? Math.max(20, Math.min(400, Math.round((step / (1.2 * lineSize(first))) * 100)))
    : null;
}

/** What stands between two runs of a paragraph. */
export type FlowPiece = Run | 'break';

/** The runs of a paragraph in order, lines joined: soft-wrapped ones by the space that they were broken at, others by a break. */
export function joinLines({ lines }: Pick<Paragraph, 'lines'>): readonly FlowPiece[] {
  const pieces: FlowPiece[] = [];
  lines.forEach(({ runs, hard, space }, index) => {
    for (const run of runs) {
      const last = pieces.at(-1);
      if (last && last !== 'break' && last.gap === 0 && sameLook(last, run)) {
        pieces[pieces.length - 1] = { ...last, text: last.text + run.text, gap: run.gap };
      } else pieces.push(run);
    }
    const last = pieces.at(-1);
    if (index === lines.length - 1) return;
    if (hard) pieces.push('break');
    else if (last && last !== 'break')
      pieces[pieces.length - 1] = { ...last, gap: 0, text: space ? `${last.text} ` : last.text };
  });
  return pieces;
}

/** The text of a paragraph as its reader copies it: line breaks are U+000B, as PowerPoint has them. */
export function textOf(paragraph: Pick<Paragraph, 'lines'>): string {
  return joinLines(paragraph)
    .map((piece) => (piece === 'break' ? '\u000b' : piece.text))
    .join('');
}

function sameLook(a: Run, b: Run): boolean {
  const look = ({ text, x, right, gap, ...rest }: Run) => JSON.stringify(rest);
  return look(a) === look(b);
}
