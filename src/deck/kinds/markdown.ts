import type { ComposeKind } from '../kind-view.js';

/** Raw Marp Markdown: the writer of Markdown puts it in as it is; without a headline its own `#` is the slide's. */
export const markdown: ComposeKind<'markdown'> = (slide) => ({
  step: null,
  view: {
    headline: slide.headline,
    markdown: { text: slide.markdown.text, at: slide.markdown.at, form: 'markdown' },
  },
});
