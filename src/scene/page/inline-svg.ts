const rasters = new Map<Element, HTMLImageElement>();

/** Inline SVG must be loaded as a picture before it can be drawn to a raster; done for all before anything is measured. */
export async function prepareInlineSvg(slides: readonly Element[]): Promise<void> {
  const drawings = slides
    .flatMap((slide) => [...slide.querySelectorAll('section svg')])
    .filter((svg) => !svg.parentElement?.closest('svg svg'));
  await Promise.all(
    drawings.map(async (drawing) => {
      const image = new Image();
      image.src = svgAddress(drawing);
      await image.decode().then(
        () => rasters.set(drawing, image),
        () => {},
      );
    }),
  );
}

/** An inline SVG as a picture that canvas can draw; null where it could not be loaded. */
export function loadedSvg(drawing: Element): HTMLImageElement | null {
  return rasters.get(drawing) ?? null;
}

/** An inline SVG as a file of its own, in a `data:` URL. */
export function svgAddress(drawing: Element): string {
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
}
