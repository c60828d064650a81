/** The slides of a rendered deck, each the `<svg>` that it is drawn in. */
export function splitSlides(html: string): readonly string[] {
  const inside = html.replace(/^\s*<div class="marpit">/u, '').replace(/<\/div>\s*$/u, '');
  return inside.split(/(?=<svg data-marpit-svg="")/u).filter((piece) => piece.trim() !== '');
}

/** Slides as one deck again. */
export function joinedSlides(slides: readonly string[]): string {
  return `<div class="marpit">${slides.join('\n')}</div>`;
}
