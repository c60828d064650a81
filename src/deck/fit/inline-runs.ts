/** A stretch of a text in one weight. */
export interface InlineRun {
  readonly text: string;
  readonly bold: boolean;
}

/** Marks of inline Markdown and what remains of them: the words of a link, of code, of emphasis. */
const mark =
  /\\([!-/:-@[-`{-~])|(\*\*|__)(?=\S)(.+?)\2|([*_])(?=\S)(.+?)\4|`+([^`]+)`+|\[((?:[^[\]\\]|\\.)+)\]\([^\s()]+\)|<((?:https?:\/\/|mailto:)[^<>\s]+)>/gu;

/**
 * A text of the outline as it will be read, without its Markdown, in runs of one weight. Widths need no more than this; what
 * is really obeyed is decided where Markdown is written.
 */
export function inlineRuns(text: string, bold = false): readonly InlineRun[] {
  const runs: InlineRun[] = [];
  let at = 0;
  for (const match of text.matchAll(mark)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index), bold });
    runs.push(...runsOf(match, bold));
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), bold });
  return runs;
}

function runsOf(match: RegExpMatchArray, bold: boolean): readonly InlineRun[] {
  const [, escaped, , strong, , emphasis, code, link, address] = match;
  if (strong !== undefined) return inlineRuns(strong, true);
  const inner = emphasis ?? link;
  if (inner !== undefined) return inlineRuns(inner, bold);
  return [{ text: escaped ?? code ?? address ?? '', bold }];
}
