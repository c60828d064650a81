/** The slides of a rendered deck, each the `<svg>` that Marp draws it in. */
export function splitSlides(html: string): readonly string[] {
  const [, ...slides] = html.split(/(?=<svg\b[^>]*\sdata-marpit-svg\b)/u);
  return slides.map((slide) => slide.slice(0, slide.lastIndexOf('</svg>') + '</svg>'.length));
}

/** A slide in the frame that its theme's rules are written for, at any size. */
export function framedSlide(slide: string): string {
  return `<div class="frame"><div class="marpit">${slide}</div></div>`;
}

/** How a framed slide is drawn. */
export function frameCss({ width, height }: { readonly width: number; readonly height: number }): string {
  return `.frame { aspect-ratio: ${width} / ${height}; break-inside: avoid; position: relative; }
.frame::after { content: ''; position: absolute; inset: 0; border: 0.75pt solid var(--rule); }
.frame div.marpit > svg { display: block; width: 100%; height: 100%; }
div.marpit section { text-rendering: geometricPrecision; }`;
}
