/** A text that knows where in the outline it was written. */
export interface MappedText {
  /** The text as the author wrote it; `inline` texts may hold emphasis, links and code. */
  readonly text: string;
  /** JSON Pointer into the outline; null for words of briefdeck's own, such as the label "Source". */
  readonly at: string | null;
  /** `inline`: a small part of Markdown is obeyed. `plain`: every character stands for itself. `markdown`: Marp Markdown, as it is. */
  readonly form: 'inline' | 'plain' | 'markdown';
}

/** Makes a text that is briefdeck's own, with no place in the outline. */
export function label(text: string): MappedText {
  return { text, at: null, form: 'plain' };
}

/** Tells a mapped text from the other values of a view. */
export function isMappedText(value: unknown): value is MappedText {
  return typeof value === 'object' && value !== null && 'text' in value && 'at' in value && 'form' in value;
}
