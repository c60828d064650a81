/** How fine pictures are to be: pixels for each CSS px of the page, and the quality of what is lossy already, 0 to 1. */
interface Detail {
  readonly density: number;
  readonly quality: number;
}

/** A place that shows a picture: how large, in CSS px, and how another is put there and taken away again. */
interface Place {
  readonly source: string;
  readonly width: number;
  readonly height: number;
  put(source: string): Promise<void>;
  restore(): Promise<void>;
}

const changed: Place[] = [];

/** Puts coarser pictures where the page shows them far smaller than they are; says how many. What is lossless stays so. */
async function thin({ density, quality }: Detail): Promise<number> {
  const bySource = new Map<string, Place[]>();
  for (const place of [...imagePlaces(), ...backgroundPlaces()]) {
    // Vectors and texts are never among these: only pixels are resampled.
    if (/^data:image\/(?:png|jpeg|webp)[;,]/u.test(place.source))
      bySource.set(place.source, [...(bySource.get(place.source) ?? []), place]);
  }
  for (const [source, places] of bySource) {
    const thinned = await resample(source, places, density, quality);
    if (thinned === null) continue;
    for (const place of places) {
      changed.push(place);
      await place.put(thinned);
    }
  }
  return changed.length;
}

/** Puts every picture back as it was. */
async function restore(): Promise<void> {
  for (const place of changed.splice(0)) await place.restore();
}

/** One picture for all its places, fine enough for the largest; null where there is little to win. */
async function resample(
  source: string,
  places: readonly Place[],
  density: number,
  quality: number,
): Promise<string | null> {
  const image = new Image();
  image.src = source;
  await image.decode().catch(() => {});
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || height === 0) return null;
  const shown = Math.max(...places.map((place) => Math.max(place.width / width, place.height / height)));
  const scale = shown * density;
  if (scale <= 0 || scale > 0.8) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const type = source.startsWith('data:image/jpeg') ? 'image/jpeg' : 'image/png';
  const thinned = canvas.toDataURL(type, quality);
  // Of a JPEG the PDF holds the very bytes, of all others the pixels.
  return type === 'image/jpeg' && thinned.length >= source.length ? null : thinned;
}

function imagePlaces(): readonly Place[] {
  return [...document.images].map((image) => {
    const { width, height } = image.getBoundingClientRect();
    const before = { source: image.src, style: image.getAttribute('style') };
    const own = getComputedStyle(image);
    const size = { width: own.width, height: own.height };
    return {
      source: image.src,
      width,
      height,
      put: async (source) => {
        // A picture without a size of its own has that of its pixels.
        Object.assign(image.style, size);
        image.src = source;
        await image.decode();
      },
      restore: async () => {
        if (before.style === null) image.removeAttribute('style');
        else image.setAttribute('style', before.style);
        image.src = before.source;
        await image.decode().catch(() => {});
      },
    };
  });
}

/** Backgrounds that fill their box or fit into it; in any other way their pixels give them their size. */
function backgroundPlaces(): readonly Place[] {
  const elements = [...document.querySelectorAll<HTMLElement>('[style*="background-image"]')];
  return elements.flatMap((element) => {
    const { backgroundImage, backgroundSize } = getComputedStyle(element);
    const source = /^url\("(data:[^"]*)"\)$/u.exec(backgroundImage)?.[1];
    if (!source || !/^(?:cover|contain)$/u.test(backgroundSize)) return [];
    const { width, height } = element.getBoundingClientRect();
    const before = element.style.backgroundImage;
    const set = async (value: string) => {
      element.style.backgroundImage = value;
    };
    return [
      { source, width, height, put: (thinned) => set(`url("${thinned}")`), restore: () => set(before) },
    ];
  });
}

Object.assign(globalThis, { __thinPictures: thin, __restorePictures: restore });
