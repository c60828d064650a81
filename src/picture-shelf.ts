import { createHash } from 'node:crypto';

/** A picture as it is served. */
export interface ServedPicture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const place = /((?:="|\(\s*["']?|&quot;))picture\/([0-9a-f]{24})(?=["')]|&quot;)/gu;

/** The pictures of a deck that is previewed: they are served beside the page, which asks for each once. */
export class PictureShelf {
  readonly #names = new Map<string, string>();
  #urls = new Map<string, string>();

  /** The addresses that stand for these `data:` URLs from now on; those of pictures that are no more are forgotten. */
  shelve(urls: readonly string[]): readonly string[] {
    const named = urls.map((url) => [url, this.#nameOf(url)] as const);
    this.#urls = new Map(named.map(([url, name]) => [name, url]));
    for (const url of this.#names.keys()) if (!this.#urls.has(this.#nameOf(url))) this.#names.delete(url);
    return named.map(([, name]) => `picture/${name}`);
  }

  /** The picture of an address; null where there is none. */
  find(name: string): ServedPicture | null {
    const [, type = '', encoded] =
      /^data:([\w/+.-]+)[^,]*?(;base64)?,/u.exec(this.#urls.get(name) ?? '') ?? [];
    if (!type) return null;
    const url = this.#urls.get(name) ?? '';
    const data = url.slice(url.indexOf(',') + 1);
    return { type, bytes: encoded ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data)) };
  }

  /** HTML or CSS with the pictures inside again, as the document has it. */
  putInside(source: string): string {
    return source.replace(place, (all, before: string, name: string) => {
      const url = this.#urls.get(name);
      return url === undefined ? all : before + url;
    });
  }

  #nameOf(url: string): string {
    const name = this.#names.get(url) ?? createHash('sha256').update(url).digest('hex').slice(0, 24);
    this.#names.set(url, name);
    return name;
  }
}
