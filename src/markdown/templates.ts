import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Effects } from '../effects/effects.js';
import { compileOptions } from './compile-options.js';
import { loadReadyTemplates, readySpec } from './ready-templates.js';
import { templateFault } from './template-faults.js';
import type { TemplateSource } from './template-source.js';
import type { SafeValue } from './view.js';

/** Slide kinds by name, each a function from a safe view to Markdown. */
export interface TemplateSet {
  /** Renders one slide's Markdown; a fault in the template is a finding with its path, line and column. */
  render(kind: string, view: { readonly [key: string]: SafeValue }): string | Diagnostic;
}

/**
 * Makes templates ready: later sources of the same name replace earlier ones, so a user's own come last. The compiler is loaded
 * only where one of them was not compiled with briefdeck.
 */
export async function templateSet(
  sources: readonly TemplateSource[],
  { packageRoot, files }: Pick<Effects, 'packageRoot' | 'files'>,
): Promise<TemplateSet> {
  const ready = await loadReadyTemplates(packageRoot, files);
  const byName = new Map(sources.map((source) => [source.name, source]));
  const changed = [...byName.values()].filter((source) => readySpec(source, ready) === null);
  const compiler = changed.length > 0 ? (await import('handlebars')).default.create() : null;
  const handlebars = compiler ?? runtime.create();
  handlebars.unregisterHelper('lookup');
  handlebars.unregisterHelper('log');
  const partials = [...byName.values()].filter(({ name }) => name.startsWith('_'));
  const make = (source: TemplateSource) => {
    const spec = readySpec(source, ready);
    if (spec !== null) return handlebars.template(spec);
    if (!compiler) throw new TypeError(`the template ${source.name} is not compiled`);
    return compiler.compile(compiler.parse(source.text), compileOptions);
  };
  const broken = compiler && findBroken(partials, compiler);
  for (const partial of partials) {
    // As text, a partial is compiled by its user, whose faults then name it.
    const body = readySpec(partial, ready) === null ? partial.text : make(partial);
    handlebars.registerPartial(partial.name.slice(1), body);
  }
  const templateOf = once(make);
  return {
    render(kind, view) {
      const source = byName.get(kind);
      if (!source) return diagnostic('TEMPLATE-1', `There is no template for the slide kind "${kind}".`);
      const fields = Object.keys(view);
      if (broken) return templateFault(broken.error, broken.source, [], fields);
      try {
        return templateOf(source)(view);
      } catch (error) {
        return templateFault(error, source, partials, fields);
      }
    },
  };
}

/** The function that makes each template when it is first asked for. */
function once(make: (source: TemplateSource) => Handlebars.TemplateDelegate) {
  const made = new Map<string, Handlebars.TemplateDelegate>();
  return (source: TemplateSource) => {
    const template = made.get(source.name) ?? make(source);
    made.set(source.name, template);
    return template;
  };
}

interface BrokenTemplate {
  readonly source: TemplateSource;
  readonly error: unknown;
}

/** The first template that does not parse: a partial's fault would be told as that of whoever uses it. */
function findBroken(sources: readonly TemplateSource[], { parse }: typeof Handlebars): BrokenTemplate | null {
  for (const source of sources) {
    try {
      parse(source.text);
    } catch (error) {
      return { source, error };
    }
  }
  return null;
}
