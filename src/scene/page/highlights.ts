import type { Colour } from '../drawing.js';
import type { Paragraph, Run } from '../text.js';
import { blend } from './colour.js';

const white: Colour = { hex: '#FFFFFF', alpha: 1 };

/** Paragraphs with the grounds of their runs as they look on what lies behind: Office's highlights are solid. */
export function solidHighlights(
  paragraphs: readonly Paragraph[],
  ground: Colour | null,
): readonly Paragraph[] {
  const settle = (run: Run): Run =>
    run.highlight && run.highlight.alpha < 1
      ? { ...run, highlight: blend(run.highlight, ground ?? white) }
      : run;
  if (!paragraphs.some(({ lines }) => lines.some(({ runs }) => runs.some((run) => run !== settle(run))))) {
    return paragraphs;
  }
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    lines: paragraph.lines.map((line) => ({ ...line, runs: line.runs.map(settle) })),
  }));
}
