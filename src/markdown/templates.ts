import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SafeValue } from './view.js';

/** A template as read from disk. */
export interface TemplateSource {
  /** The slide kind, or a partial's name with its leading `_`. */
  readonly name: string;
  /** Path as the user knows it, for findings. */
  readonly file: string;
  readonly text: string;
}

/** Slide kinds by name, each a function from a safe view to Markdown. */
export interface TemplateSet {
  /** Renders one slide's Markdown; a fault in the template is a finding with its path, line and column. */
  render(kind: string, view: { readonly [key: string]: SafeValue }): string | Diagnostic;
}

/** Block helpers that templates may use; Handlebars' others (`lookup`, `log`) are switched off. */
const knownHelpers = { each: true, if: true, unless: true, with: true };

/** Compiles templates lazily: later sources of the same name replace earlier ones, so a user's own come last. */
export function templateSet(sources: readonly TemplateSource[]): TemplateSet {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('lookup');
  handlebars.unregisterHelper('log');
  const byName = new Map(sources.map((source) => [source.name, source]));
  for (const source of byName.values()) {
    if (source.name.startsWith('_')) handlebars.registerPartial(source.name.slice(1), source.text);
  }
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const compile = (source: TemplateSource) => {
    const known = compiled.get(source.name);
    if (known) return known;
    Handlebars.parse(source.text);
    const template = handlebars.compile(source.text, { noEscape: true, strict: true, knownHelpers });
    compiled.set(source.name, template);
    return template;
  };
  return {
    render(kind, view) {
      const source = byName.get(kind);
      if (!source)
        return fault('TEMPLATE-1', `There is no template for the slide kind "${kind}".`, null, null);
      try {
        return compile(source)(view);
      } catch (error) {
        return templateFault(error, source);
      }
    },
  };
}

function templateFault(error: unknown, source: TemplateSource): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const parse = /Parse error on line (\d+):\n(.*)\n(-*)\^\n([\s\S]*)/u.exec(message);
  if (parse) {
    const expected = (parse[4] ?? '').replace(/\s+/gu, ' ');
    return fault(
      'TEMPLATE-2',
      `The template does not parse near "${(parse[2] ?? '').trim()}": ${expected}`,
      source,
      {
        line: Number(parse[1]),
        column: (parse[3]?.length ?? 0) + 1,
      },
    );
  }
  const missing = /^"(.+)" not defined in/u.exec(message);
  const place = / - (\d+):(\d+)$/u.exec(message);
  const at = place ? { line: Number(place[1]), column: Number(place[2]) + 1 } : null;
  if (missing) {
    const text = `The template uses the field "${missing[1]}", which the slide kind "${source.name}" does not give it.`;
    return fault('TEMPLATE-3', text, source, at ?? findField(source.text, missing[1] ?? ''));
  }
  return fault('TEMPLATE-2', `The template cannot be used: ${message.split('\n')[0]}`, source, at);
}

/** Handlebars names the place of a missing field in its error for simple fields only; else the first use is the best guess. */
function findField(text: string, field: string): { line: number; column: number } | null {
  const offset = text.search(new RegExp(`\\{\\{[^}]*${field.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u'));
  if (offset === -1) return null;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function fault(
  code: string,
  message: string,
  source: TemplateSource | null,
  place: { line: number; column: number } | null,
): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    pointer: null,
    file: source?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    hint: code === 'TEMPLATE-3' ? 'See docs/slide-kinds.md for the fields of each kind.' : null,
  };
}
