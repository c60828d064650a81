import type { SceneMedia } from '../../scene/scene.js';
import type { OpcPackage } from '../opc/package.js';
import type { Relationships } from '../opc/relationships.js';
import type { PictureLinks } from '../shapes/picture-xml.js';

interface MediaFile {
  readonly extension: 'png' | 'jpeg' | 'gif' | 'svg';
  readonly bytes: Uint8Array;
}

const extensions: Readonly<Record<string, MediaFile['extension']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
};

/** The pictures of a deck as parts: each is written once, however many slides show it. */
export class MediaParts {
  readonly #paths = new Map<string, string>();

  constructor(
    readonly media: readonly SceneMedia[],
    readonly opc: OpcPackage,
  ) {}

  /** Relationships of a slide to the parts of a picture; null where it has none that Office can draw. */
  link(index: number, relationships: Relationships): PictureLinks | null {
    const { source, png } = this.media[index] ?? { source: '', png: null };
    const own = this.#part(source);
    const raster = own && !own.endsWith('.svg') ? own : this.#part(png ?? '');
    if (!raster) return null;
    const add = (path: string) => relationships.add('image', `../media/${path}`);
    return { raster: add(raster), vector: own?.endsWith('.svg') ? add(own) : null };
  }

  #part(url: string): string | null {
    const known = this.#paths.get(url);
    if (known) return known;
    const file = readDataUrl(url);
    if (!file) return null;
    let number = this.#paths.size + 1;
    while (this.opc.has(`ppt/media/image${number}.${file.extension}`)) number += 1;
    const path = `image${number}.${file.extension}`;
    this.#paths.set(url, path);
    this.opc.addFile(`ppt/media/${path}`, file.bytes);
    return path;
  }
}

function readDataUrl(url: string): MediaFile | null {
  const [, type = '', encoding, data = ''] =
    /^data:([\w/+.-]+)(?:;[\w=-]+)*?(;base64)?,(.*)$/su.exec(url) ?? [];
  const extension = extensions[type.toLowerCase()];
  if (!extension) return null;
  const bytes = encoding ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data), 'utf8');
  return { extension, bytes };
}
