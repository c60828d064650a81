/** The deck as Marp Markdown: what templates give, and what a `.md` input is read as. */
export interface MarpMarkdown {
  /** Markdown with the markers of the source map still in it; `stripMarkers` gives what is written to disk. */
  readonly markdown: string;
  /** Speaker notes of each slide, plain text; null where there are none. One entry a slide. */
  readonly notes: readonly (string | null)[];
  /** Pointers by marker number: what stands in `data-src`. */
  readonly sourceMap: readonly string[];
}
