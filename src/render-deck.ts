import type { Deadline } from './deadline.js';
import type { Deck, View } from './deck/deck.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import type { MarpMarkdown } from './markdown/marp-markdown.js';
import { longestList, templateRisk } from './markdown/template-risks.js';
import type { TemplateSource } from './markdown/template-source.js';
import type { RenderedDocument } from './marp/forms/render-document.js';
import { type ThemeSource, themeCss } from './marp/load-theme.js';
import type { RenderedDeck } from './marp/render.js';
import type { RenderedMarpDeck } from './marp/render-marp-deck.js';
import { renderRisk } from './marp/render-risks.js';
import { inTime } from './render-in-time.js';

/** A deck as Markdown and as HTML; null where a limit ended it, which is then the finding. */
export interface RenderedSlides {
  readonly slides: { readonly marp: MarpMarkdown; readonly rendered: RenderedDeck } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deck → Marp Markdown → HTML, within its time. */
export async function renderSlides(
  deck: Deck,
  templates: readonly TemplateSource[],
  theme: Pick<ThemeSource, 'css' | 'parts'>,
  deadline: Deadline,
  effects: Effects,
): Promise<RenderedSlides> {
  const risk = templateRisk(ownOf(templates, effects), longestList(deck.slides));
  const written = await inTime('write', { deck, templates }, risk, deadline, effects);
  if (written.fault) return { slides: null, diagnostics: [written.fault] };
  const { marp, diagnostics } = written.value;
  const { css, parts } = theme;
  const held = renderRisk(marp.markdown, [themeCss(theme, marp.markdown)]);
  const rendered = await inTime('render', { marp, theme: { css, parts } }, held, deadline, effects);
  if (rendered.fault) return { slides: null, diagnostics: [...diagnostics, rendered.fault] };
  return { slides: { marp, rendered: rendered.value }, diagnostics };
}

/** A Marp deck of the user's own → HTML, within its time. */
export async function renderMarpSource(
  source: string,
  themes: readonly string[],
  deadline: Deadline,
  effects: Effects,
): Promise<{ readonly rendered: RenderedMarpDeck | null; readonly diagnostics: readonly Diagnostic[] }> {
  const risk = renderRisk(source, themes);
  const { value, fault } = await inTime('renderMarp', { source, themes }, risk, deadline, effects);
  return { rendered: value, diagnostics: fault ? [fault] : [] };
}

/** A document beside the slides, within its time; a finding where it cannot be made. */
export async function renderBeside(
  name: string,
  view: View,
  templates: readonly TemplateSource[],
  deadline: Deadline,
  effects: Effects,
): Promise<RenderedDocument | Diagnostic> {
  const risk = templateRisk(ownOf(templates, effects), longestList(view));
  const { value, fault } = await inTime('document', { name, view, templates }, risk, deadline, effects);
  return fault ?? value;
}

/** Templates that did not come with briefdeck. */
function ownOf(templates: readonly TemplateSource[], { packageRoot }: Effects): readonly TemplateSource[] {
  return templates.filter(({ file }) => !file.startsWith(`${packageRoot}/templates/`));
}
