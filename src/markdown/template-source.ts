/** A template as read from disk. */
export interface TemplateSource {
  /** The slide kind, or a partial's name with its leading `_`. */
  readonly name: string;
  /** Path as the user knows it, for findings. */
  readonly file: string;
  readonly text: string;
}
