/** Marp Markdown without the comments that Marp takes for speaker notes; those that hold directives stay. */
export function withoutComments(markdown: string, comments: readonly string[]): string {
  const notes = new Set(comments.map((comment) => comment.trim()));
  return markdown.replace(/<!--([\s\S]*?)-->/gu, (whole, inner: string) =>
    notes.has(inner.trim()) ? '' : whole,
  );
}
