import { type Inline, parseInline } from '../../outline/inline.js';

/** A stretch of a text in one weight. */
export interface InlineRun {
  readonly text: string;
  readonly bold: boolean;
}

/** A text of the outline as it will be read, without its Markdown, in runs of one weight: widths need no more than this. */
export function inlineRuns(text: string, bold = false): readonly InlineRun[] {
  return parseInline(text).flatMap((node) => runsOf(node, bold));
}

function runsOf(node: Inline, bold: boolean): readonly InlineRun[] {
  if ('text' in node) return [{ text: node.text, bold }];
  return node.children.flatMap((child) => runsOf(child, bold || node.type === 'strong'));
}
