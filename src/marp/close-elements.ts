const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/iu;

/**
 * Closes at the end of each slide what its raw HTML leaves open: a browser would take the slides behind an open `<b>` into it, and
 * they would be no slides any more.
 */
export function closeElements(html: string): string {
  return html.replace(
    /(<section\b[^>]*>)([\s\S]*?)(<\/section>)/gu,
    (_, start: string, inside: string, end: string) => start + inside + endTags(inside) + end,
  );
}

function endTags(html: string): string {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of html.matchAll(
    /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/giu,
  )) {
    if (empty.test(name) || rest.endsWith('/')) continue;
    const at = slash ? open.lastIndexOf(name) : open.push(name);
    if (slash && at >= 0) open.length = at;
  }
  return open
    .toReversed()
    .map((name) => `</${name}>`)
    .join('');
}
