import type { View } from '../deck/deck.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceMap } from './markers.js';
import type { MarpMarkdown } from './marp-markdown.js';
import type { TemplateSet } from './templates.js';
import { safeView } from './view.js';

/** Writes a document beside the slides as Markdown; a fault of its template is the finding. */
export function writeDocument(
  name: string,
  view: View,
  templates: TemplateSet,
): Pick<MarpMarkdown, 'markdown' | 'sourceMap'> | Diagnostic {
  const map = new SourceMap();
  const body = templates.render(name, safeView(view, map));
  if (typeof body !== 'string') return body;
  return { markdown: `${body.trim().replace(/\n{3,}/gu, '\n\n')}\n`, sourceMap: map.pointers };
}
