import Handlebars from 'handlebars';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { templateFault } from './template-faults.js';
import type { TemplateSource } from './template-source.js';
import type { SafeValue } from './view.js';

/** Slide kinds by name, each a function from a safe view to Markdown. */
export interface TemplateSet {
  has(kind: string): boolean;
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
  const partials = [...byName.values()].filter(({ name }) => name.startsWith('_'));
  for (const { name, text } of partials) handlebars.registerPartial(name.slice(1), text);
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
    has: (kind) => byName.has(kind) && !kind.startsWith('_'),
    render(kind, view) {
      const source = byName.get(kind);
      if (!source) return diagnostic('TEMPLATE-1', `There is no template for the slide kind "${kind}".`);
      const fields = Object.keys(view);
      const broken = partials.find(({ text }) => parseFault(text) !== null);
      if (broken) return templateFault(parseFault(broken.text), broken, [], fields);
      try {
        return compile(source)(view);
      } catch (error) {
        return templateFault(error, source, partials, fields);
      }
    },
  };
}

function parseFault(text: string): unknown {
  try {
    Handlebars.parse(text);
    return null;
  } catch (error) {
    return error;
  }
}
