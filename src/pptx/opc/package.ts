import type { Relationships } from './relationships.js';
import { attributes, xmlHead } from './xml.js';
import { writeZip } from './zip-writer.js';

/** Content types of the parts that are written, by short name. */
export const contentTypes = {
  presentation: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  slide: 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml',
  layout: 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml',
  master: 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml',
  notes: 'application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml',
  notesMaster: 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml',
  presProps: 'application/vnd.openxmlformats-officedocument.presentationml.presProps+xml',
  viewProps: 'application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml',
  tableStyles: 'application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml',
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  customXmlProps: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
} as const;

/** Types that go by the file's extension. */
const extensionTypes: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  fntdata: 'application/x-fontdata',
};

interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly type: keyof typeof contentTypes | null;
  /** The content type of a part that comes from elsewhere. */
  readonly foreign?: string;
}

/** An OPC package in the making. */
export class OpcPackage {
  readonly #parts: Part[] = [];

  /** Adds an XML part with its relationships; `type` null leaves it the type of its extension. */
  addXml(
    path: string,
    xml: string,
    type: keyof typeof contentTypes | null,
    relationships?: Relationships,
  ): void {
    this.#parts.push({ path, bytes: Buffer.from(xml), type });
    if (relationships && !relationships.empty) {
      const [, folder = '', name = ''] = /^(.*\/)?([^/]+)$/u.exec(path) ?? [];
      this.#parts.push({
        path: `${folder}_rels/${name}.rels`,
        bytes: Buffer.from(relationships.xml()),
        type: null,
      });
    }
  }

  /** Adds the relationships of the package itself. */
  addRoot(relationships: Relationships): void {
    this.#parts.push({ path: '_rels/.rels', bytes: Buffer.from(relationships.xml()), type: null });
  }

  /** Adds a file as it is, such as a picture. */
  addFile(path: string, bytes: Uint8Array): void {
    this.#parts.push({ path, bytes, type: null });
  }

  /** Adds a part of another package, with the type that it has there. */
  addForeign(path: string, bytes: Uint8Array, foreign: string): void {
    this.#parts.push({ path, bytes, type: null, foreign });
  }

  /** Whether a part of this path is there already; upper and lower case are the same. */
  has(path: string): boolean {
    return this.#parts.some((part) => part.path.toLowerCase() === path.toLowerCase());
  }

  /** The package as a zip: the same parts give the same bytes. */
  zip(): Uint8Array {
    const types = { path: '[Content_Types].xml', bytes: Buffer.from(this.#contentTypes()), type: null };
    const root = this.#parts.filter(({ path }) => path === '_rels/.rels');
    const rest = this.#parts.filter(({ path }) => path !== '_rels/.rels');
    return writeZip([types, ...root, ...rest]);
  }

  #contentTypes(): string {
    const extensions = [...new Set(this.#parts.map(({ path }) => extensionOf(path)))]
      .filter((extension) => extensionTypes[extension] !== undefined)
      .sort();
    const defaults = extensions.map(
      (extension) =>
        `<Default${attributes({ Extension: extension, ContentType: extensionTypes[extension] })}/>`,
    );
    const overrides = this.#parts.flatMap(({ path, type, foreign }) => {
      const own = type ? contentTypes[type] : foreign;
      const usual = extensionTypes[extensionOf(path)];
      // Pictures are what their names say; some programs write types that do not exist.
      const known = usual === own || usual?.startsWith('image/');
      return own && !known ? [`<Override${attributes({ PartName: `/${path}`, ContentType: own })}/>`] : [];
    });
    return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
  }
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
