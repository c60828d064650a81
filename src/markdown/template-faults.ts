import { type Code, diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../outline/suggest.js';
import type { TemplateSource } from './template-source.js';

/** What Handlebars says of a template, in our words. */
interface FaultRow {
  readonly says: RegExp;
  readonly code: Code;
  readonly words: (match: RegExpExecArray) => string;
  readonly hint: string | null;
  /** The part of the template that the fault is looked for at where Handlebars names no place. */
  readonly at?: (match: RegExpExecArray) => string;
}

const rows: readonly FaultRow[] = [
  {
    says: /^Parse error [\s\S]*got 'EOF'$/u,
    code: 'TEMPLATE-2',
    words: () => 'The template ends before all is closed.',
    hint: 'Close each `{{` with `}}`, and each `{{#each …}}` with `{{/each}}`.',
  },
  {
    says: /^(?:Parse|Lexical) error/u,
    code: 'TEMPLATE-2',
    words: () => 'The template does not parse here.',
    hint: 'Between `{{` and `}}` stands a field, as in `{{headline}}`, or a block such as `{{#each points}}` … `{{/each}}`.',
  },
  {
    says: /^(\S+) doesn't match (\S+) - /u,
    code: 'TEMPLATE-2',
    words: ([, opened, closed]) => `The block \`{{#${opened}}}\` is closed by \`{{/${closed}}}\`.`,
    hint: 'Blocks are closed by their own name, the inner one first.',
  },
  {
    says: /^The partial (\S+) could not be found/u,
    code: 'TEMPLATE-2',
    words: ([, name]) => `There is no partial "${name}".`,
    hint: 'A partial is a file beside the template whose name begins with `_`: `{{> badge}}` is `_badge.hbs`.',
    at: ([, name]) => `> ${name}`,
  },
  {
    says: /^#(\w+) requires/u,
    code: 'TEMPLATE-2',
    words: ([, name]) => `The block \`{{#${name}}}\` needs one field.`,
    hint: 'For example `{{#if headline}}` … `{{/if}}`.',
    at: ([, name]) => `#${name}`,
  },
  {
    says: /^"(.+)" not defined in/u,
    code: 'TEMPLATE-3',
    words: ([, name]) => `The template uses the field "${name}", which is not there.`,
    hint: null,
    at: ([, name]) => name ?? '',
  },
  {
    says: /^Cannot (?:read properties of \S+ \(reading '(.+)'\)|use 'in' operator to search for '(.+)' in)/u,
    code: 'TEMPLATE-3',
    words: ([, name, other]) =>
      `The template uses the field "${name ?? other}" of something that has no fields.`,
    hint: null,
    at: ([, name, other]) => `.${name ?? other}`,
  },
];

const unknown: FaultRow = { says: /^.*/u, code: 'TEMPLATE-2', words: ([said]) => said, hint: null };

/** A fault of a template as a finding, with its path, line and column; `fields` are those that the slide has. */
export function templateFault(
  error: unknown,
  source: TemplateSource,
  partials: readonly TemplateSource[],
  fields: readonly string[],
): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const row = rows.find(({ says }) => says.test(message)) ?? unknown;
  const match = row.says.exec(message);
  if (!match) throw error;
  const name = row.at?.(match) ?? null;
  const place = placeOf(message, name, [source, ...partials]) ?? { file: source.file };
  const near = suggest(match[1] ?? '', fields);
  const known = near ? `Did you mean \`${near}\`?` : `Fields of this slide: ${fields.join(', ')}.`;
  return diagnostic(row.code, row.words(match), { ...place, hint: row.hint ?? known });
}

/** Of a template and the partials that it may use, the place that Handlebars names, or where the faulty part first stands. */
function placeOf(message: string, part: string | null, sources: readonly TemplateSource[]) {
  const parse = /(?:Parse|Lexical) error on line (\d+)[^\n]*\n(.*)\n(-*)\^/u.exec(message);
  const named = / - (\d+):(\d+)$/u.exec(message);
  for (const { file, text } of sources) {
    const lines = text.split('\n');
    if (parse) {
      const line = Number(parse[1]);
      const before = (parse[2] ?? '').slice(0, parse[3]?.length);
      return { file, line, column: columnAfter(before, lines[line - 1] ?? '') };
    }
    const [line, column] = [Number(named?.[1]), Number(named?.[2]) + 1];
    // The place may be one in a partial: there the part that is missing stands.
    const found = lines[line - 1]?.slice(column - 1);
    if (named && (part === null || found?.startsWith(part) || found?.includes(`.${part}`)))
      return { file, line, column };
    const index = part === null || named ? -1 : lines.findIndex((each) => each.includes(part));
    if (index >= 0) return { file, line: index + 1, column: (lines[index]?.indexOf(part ?? '') ?? 0) + 1 };
  }
  return null;
}

/** Handlebars shows the 20 characters before the fault, dots before them and line ends left out: as many as this line has. */
function columnAfter(before: string, line: string): number {
  for (let from = 0; from < before.length; from += 1) {
    const at = line.lastIndexOf(before.slice(from));
    if (at >= 0) return at + before.length - from + 1;
  }
  return 1;
}
