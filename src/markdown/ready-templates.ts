import { pathToFileURL } from 'node:url';
import type Handlebars from 'handlebars';
import type { Files } from '../effects/effects.js';
import type { TemplateSource } from './template-source.js';

type TemplateSpecification = Parameters<typeof Handlebars.template>[0];

/** briefdeck's own templates, compiled when it was built: by name, each with the text that it was compiled from. */
export type ReadyTemplates = Readonly<
  Record<string, { readonly text: string; readonly spec: TemplateSpecification }>
>;

/** Reads the compiled templates of `dist/`; none where there is no build. */
export async function loadReadyTemplates(packageRoot: string, files: Files): Promise<ReadyTemplates> {
  const path = `${packageRoot}/dist/templates.js`;
  if ((await files.kind(path)) !== 'file') return {};
  const { default: ready }: { readonly default: ReadyTemplates } = await import(pathToFileURL(path).href);
  return ready;
}

/** The compiled form of a template; null for one that was changed since, or is the user's own. */
export function readySpec(
  { name, text }: TemplateSource,
  ready: ReadyTemplates,
): TemplateSpecification | null {
  const found = Object.hasOwn(ready, name) ? ready[name] : undefined;
  return found?.text === text ? found.spec : null;
}
