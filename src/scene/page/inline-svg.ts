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

/** True for the address of an SVG that keeps its proportions in a box of others, as all do that have a `viewBox` and do not say otherwise. */
export function keepsRatio(address: string): boolean {
  const [, base64, data = ''] = /^data:image\/svg\+xml[^,]*?(;base64)?,(.*)$/su.exec(address) ?? [];
  if (!data) return false;
  const text = base64 ? atob(data) : decodeURIComponent(data);
  const root = /<svg\b[^>]*>/su.exec(text)?.[0] ?? '';
  return /\bviewBox=/u.test(root) && !/preserveAspectRatio=["']none/u.test(root);
}
