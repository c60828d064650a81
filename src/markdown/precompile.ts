import Handlebars from 'handlebars';
import { compileOptions } from './compile-options.js';
import type { TemplateSource } from './template-source.js';

/** Run when briefdeck is built: the module that `dist/templates.js` becomes, with each template compiled beside its text. */
export function precompileTemplates(sources: readonly Pick<TemplateSource, 'name' | 'text'>[]): string {
  const rows = sources.map(({ name, text }) => {
    const spec = Handlebars.precompile(text, compileOptions);
    return `${JSON.stringify(name)}: { text: ${JSON.stringify(text)}, spec: ${String(spec)} }`;
  });
  return `export default {\n${rows.join(',\n')}\n};\n`;
}
