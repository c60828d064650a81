import type { YAMLException } from 'js-yaml';
import { type Code, diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { lineStarts, positionAt } from './positions.js';

/** What the parser says, in words that help; `{key}` stands for the word at the place. */
interface Wording {
  readonly reason: RegExp;
  /** Told by the line of the place, or the one before it; always, where there is none. */
  readonly line?: RegExp;
  readonly code?: Code;
  readonly message: string;
  readonly hint: string;
}

const badStart = 'A text that begins with `@`, `%` or a backtick must stand in quotes: `"@home"`.';

/** First match wins, so what is told by the line stands before what is told by the reason alone. */
const wordings: readonly Wording[] = [
  {
    reason: /maxDepth/u,
    code: 'YAML-3',
    message: 'Lists and mappings are nested more than 64 deep.',
    hint: 'No field needs more than ten levels.',
  },
  {
    reason: /duplicated mapping key/u,
    message: 'The field `{key}` is there twice.',
    hint: 'Keep one of the two.',
  },
  {
    reason: /tab characters/u,
    message: 'A tab is used as indentation.',
    hint: 'Indent with spaces; YAML does not take tabs.',
  },
  {
    reason: /./u,
    line: /^ *\t/u,
    message: 'A tab is used as indentation.',
    hint: 'Indent with spaces; YAML does not take tabs.',
  },
  {
    reason: /unidentified alias|bad indentation/u,
    line: /(^|[:-]|[[,]) *\*[^\s*]/u,
    message: 'A text that begins with `*` is read as an alias.',
    hint: 'Put the text in quotes: `"*Both* sides agree."`.',
  },
  {
    reason: /bad indentation/u,
    line: /(: +|- +|[[,] *)[@%`]/u,
    message: 'A text cannot begin with this character.',
    hint: badStart,
  },
  {
    reason: /bad indentation/u,
    line: /^[^'"#{[]*: [^'"{[]*:( |$)/u,
    message: 'The text holds a colon and is not in quotes.',
    hint: 'Put the text in quotes: `title: "Talks: the end"`.',
  },
  {
    reason: /flow|deficient indentation|end of the stream/u,
    line: /"[^"]*$|: '[^']*$/u,
    message: 'A quotation mark is not closed.',
    hint: 'End the text with the mark that it begins with.',
  },
  {
    reason: /flow|deficient indentation|end of the stream/u,
    line: /[[{]/u,
    message: 'A bracket is not closed.',
    hint: 'Close each `[` with `]` and each `{` with `}`.',
  },
  {
    reason: /bad indentation|document separator|deficient indentation/u,
    line: /^.*['"]/u,
    message: 'The text goes on after its closing quotation mark, or a line does not stand under its fellows.',
    hint: "A quotation mark inside a text in single quotes is written twice: `'it''s'`.",
  },
  {
    reason: /bad indentation|document separator|deficient indentation/u,
    message: 'The line does not stand under its fellows.',
    hint: 'Fields of one mapping, and items of one list, begin in the same column.',
  },
  {
    reason: /complex keys/u,
    message: 'A list or a mapping cannot be the name of a field.',
    hint: 'A text that begins with `[` or `{` must stand in quotes.',
  },
];

/** Turns what the parser throws into a finding in words that help. */
export function yamlFault({ reason, mark }: YAMLException, text: string, file: string): Diagnostic {
  const starts = lineStarts(text);
  // A fault that shows at the end of the file is shown where the file's last text is.
  const offset = Math.min(mark?.position ?? 0, Math.max(0, text.trimEnd().length - 1));
  const place = positionAt(offset, starts);
  const lines = text.split('\n');
  const near = [lines[place.line - 1] ?? '', lines[place.line - 2] ?? ''];
  const isMet = ({ line }: Wording): boolean => !line || near.some((each) => line.test(each));
  const found = wordings.find((wording) => wording.reason.test(reason) && isMet(wording));
  const key = /^["']?([^:"'\n]*)/u.exec(text.slice(offset))?.[1]?.trim() ?? '';
  const message =
    found?.message.replace('{key}', key) ?? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return diagnostic(found?.code ?? 'YAML-2', message, { file, ...place, hint: found?.hint ?? null });
}
