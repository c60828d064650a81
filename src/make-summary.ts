import { dirname } from 'node:path';
import type { BuildRequest } from './build-types.js';
import type { Deadline } from './deadline.js';
import { documentContext } from './deck/compose.js';
import { summaryView } from './deck/documents/summary.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects, Files } from './effects/effects.js';
import { readWithin } from './effects/read-within.js';
import { loadDocumentTemplates } from './markdown/load-templates.js';
import type { TemplateSource } from './markdown/template-source.js';
import { loadAssets } from './marp/assets.js';
import type { Brief } from './outline/brief.js';
import type { FormParts } from './printed-forms.js';
import { renderBeside } from './render-deck.js';

/** The summary of a brief, or what is wrong with its template. */
export interface MadeSummary {
  readonly summary: FormParts['summary'];
  readonly diagnostics: readonly Diagnostic[];
  /** Templates that the findings point into. */
  readonly templates: readonly TemplateSource[];
}

/** The first page has the title itself. */
const withoutRunningHead = '@page :first { @top-left { content: none } @top-right { } }';

const none: MadeSummary = { summary: null, diagnostics: [], templates: [] };

/** Makes the summary of a brief where one is asked for: Brief → view → Markdown → HTML, as slides are made. */
export async function makeSummary(
  brief: Brief,
  input: string,
  { formats, pdf }: Pick<BuildRequest, 'formats' | 'pdf'>,
  folders: readonly string[],
  deadline: Deadline,
  effects: Effects,
): Promise<MadeSummary> {
  if (!formats.includes('pdf') || !pdf?.forms.includes('summary')) return none;
  const { files } = effects;
  const templates = await loadDocumentTemplates(folders, files);
  const view = summaryView(documentContext(brief));
  const rendered = await renderBeside('summary', view, templates, deadline, effects);
  if ('code' in rendered) return { summary: null, diagnostics: [rendered], templates };
  const { html, assets } = rendered;
  const { urls, faults } = await loadAssets(assets, dirname(input), files);
  const css = await documentStyle('summary', folders, files);
  const diagnostics = faults.map(({ code, message, hint }) => diagnostic(code, message, { hint }));
  return { summary: { html, css, pages: withoutRunningHead, assets: urls }, diagnostics, templates };
}

/** A Marp deck has no bottom line, judgements and sources that a summary could be made of. */
export function summaryFinding(
  input: string,
  { formats, pdf }: Pick<BuildRequest, 'formats' | 'pdf'>,
): readonly Diagnostic[] {
  if (!formats.includes('pdf') || !pdf?.forms.includes('summary')) return [];
  const hint = 'Write the brief as an outline (.yaml): `briefdeck init NAME` starts one.';
  return [
    diagnostic('PDF-1', 'There is no summary of a Marp deck: it needs an outline.', { file: input, hint }),
  ];
}

/** The style sheets of a document, one folder after the other: a user's own adds to briefdeck's. */
async function documentStyle(name: string, folders: readonly string[], files: Files): Promise<string> {
  const sheets = folders.map(async (folder) =>
    (await files.kind(`${folder}/documents/${name}.css`)) === 'file'
      ? readWithin(`${folder}/documents`, `${name}.css`, files)
      : '',
  );
  return (await Promise.all(sheets)).join('\n');
}
