import type { Deck, View } from './deck/deck.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import type { MarpMarkdown } from './markdown/marp-markdown.js';
import type { TemplateSource } from './markdown/template-source.js';
import type { RenderedDocument } from './marp/forms/render-document.js';
import type { ThemeSource } from './marp/load-theme.js';
import type { RenderedDeck } from './marp/render.js';
import type { RenderedMarpDeck } from './marp/render-marp-deck.js';

/** Text in, text out: the steps that a stranger's template, theme or Markdown can make endless. All of it can be handed to a thread. */
export interface RenderSteps {
  /** Deck → Marp Markdown, by templates. */
  write: Step<
    { readonly deck: Deck; readonly templates: readonly TemplateSource[] },
    { readonly marp: MarpMarkdown; readonly diagnostics: readonly Diagnostic[] }
  >;
  /** Marp Markdown → slides and CSS. */
  render: Step<
    { readonly marp: MarpMarkdown; readonly theme: Pick<ThemeSource, 'css' | 'parts'> },
    RenderedDeck
  >;
  /** The same of a Marp deck of the user's own. */
  renderMarp: Step<{ readonly source: string; readonly themes: readonly string[] }, RenderedMarpDeck>;
  /** A document beside the slides, from its view. */
  document: Step<
    { readonly name: string; readonly view: View; readonly templates: readonly TemplateSource[] },
    RenderedDocument | Diagnostic
  >;
}

interface Step<In, Out> {
  readonly in: In;
  readonly out: Out;
}

/** The name of a step. */
export type StepName = keyof RenderSteps;

type Doing = {
  readonly [Name in StepName]: (
    input: RenderSteps[Name]['in'],
    effects: Pick<Effects, 'packageRoot' | 'files'>,
  ) => Promise<RenderSteps[Name]['out']>;
};

/** What each step does; its parsers are loaded when it is first taken. */
export const renderSteps: Doing = {
  write: async ({ deck, templates }, effects) => {
    const [{ templateSet }, { writeMarkdown }] = await Promise.all([
      import('./markdown/templates.js'),
      import('./markdown/write-markdown.js'),
    ]);
    return writeMarkdown(deck, await templateSet(templates, effects));
  },
  render: async ({ marp, theme }) => (await import('./marp/render.js')).renderMarp(marp, theme),
  renderMarp: async ({ source, themes }) => {
    const [{ marpPlugins }, { renderMarpDeck }] = await Promise.all([
      import('./marp/marp-plugins.js'),
      import('./marp/render-marp-deck.js'),
    ]);
    return renderMarpDeck(source, themes, await marpPlugins(source));
  },
  document: async ({ name, view, templates }, effects) => {
    const [{ templateSet }, { writeDocument }, { renderDocument }] = await Promise.all([
      import('./markdown/templates.js'),
      import('./markdown/write-document.js'),
      import('./marp/forms/render-document.js'),
    ]);
    const written = writeDocument(name, view, await templateSet(templates, effects));
    return 'code' in written ? written : renderDocument(written);
  },
};
