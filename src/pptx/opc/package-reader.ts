import { Refusal } from './refusal.js';
import { readXml, type XmlElement, xmlText } from './xml-reader.js';
import { ZipReader, zipLimits } from './zip-reader.js';

/** A row of a part's relationships. */
export interface PackageLink {
  readonly id: string;
  /** Last step of the type's address: `slideLayout`. */
  readonly type: string;
  /** As written. */
  readonly target: string;
  /** The part that it leads to; null for one that leads out of the package, or nowhere. */
  readonly path: string | null;
}

/** What a presentation to take a template from may say that it is. */
const mainTypes: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'presentation',
  'application/vnd.openxmlformats-officedocument.presentationml.template.main+xml': 'template',
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml': 'slide show',
};

const saveAs =
  'In PowerPoint, save it as “PowerPoint Template (.potx)” or “PowerPoint Presentation (.pptx)”.';

/** The package of a presentation, read part by part. */
export class PackageReader {
  readonly #zip: ZipReader;
  readonly #types: ReadonlyMap<string, string>;
  readonly #read = new Map<string, { readonly text: string; readonly root: XmlElement }>();

  /** Refuses what is no presentation, is encrypted, or carries macros. */
  constructor(bytes: Uint8Array) {
    refuseOther(bytes);
    this.#zip = new ZipReader(bytes);
    const types = this.#zip.read('[Content_Types].xml');
    if (!types) throw new Refusal('it is a zip, but no Office file.', saveAs);
    this.#types = readTypes(readXml(xmlText(types, '[Content_Types].xml'), '[Content_Types].xml'));
    const macro = [...this.#types.values()].some((type) => /macroEnabled|vbaProject/iu.test(type));
    if (macro || this.#zip.names.some((name) => /vbaProject[^/]*$/iu.test(name)))
      throw new Refusal('it holds macros (.pptm, .potm), which are not carried into decks.', saveAs);
  }

  /** Path of the presentation part. */
  get main(): string {
    const path = this.links('').find(({ type }) => type === 'officeDocument')?.path ?? null;
    if (path === null) throw new Refusal('it is an Office file without a presentation in it.', saveAs);
    if (mainTypes[this.typeOf(path) ?? ''] === undefined)
      throw new Refusal('it is an Office file, but no PowerPoint presentation or template.', saveAs);
    return path;
  }

  has(path: string): boolean {
    return this.#zip.spelling(path) !== null;
  }

  bytes(path: string): Uint8Array {
    const bytes = this.#zip.read(path);
    if (!bytes) throw new Refusal(`its part ${path} is missing.`, saveAs);
    return bytes;
  }

  /** The content type of a part. */
  typeOf(path: string): string | null {
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    return this.#types.get(`/${path.toLowerCase()}`) ?? this.#types.get(extension) ?? null;
  }

  /** An XML part as text and as read. */
  xml(path: string): { readonly text: string; readonly root: XmlElement } {
    const known = this.#read.get(path);
    if (known) return known;
    const text = xmlText(this.bytes(path), path);
    if (text.includes('http://purl.oclc.org/ooxml/'))
      throw new Refusal('it was saved as “Strict Open XML”.', saveAs);
    const read = { text, root: readXml(text, path) };
    this.#read.set(path, read);
    return read;
  }

  /** The relationships of a part, of the package itself for the empty path. */
  links(path: string): readonly PackageLink[] {
    const rels = relsOf(path);
    if (!this.has(rels)) return [];
    return this.xml(rels).root.children.map(({ attributes }) => {
      const target = attributes.get('Target') ?? '';
      const external = attributes.get('TargetMode') === 'External';
      return {
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').replace(/^.*\//u, ''),
        target,
        path: external ? null : this.#zip.spelling(resolve(path, target)),
      };
    });
  }
}

/** Path of the part that holds the relationships of another. */
export function relsOf(path: string): string {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/u.exec(path) ?? [];
  return `${folder}_rels/${name}.rels`;
}

/** The part that a target names; what climbs out of the package names nothing. */
function resolve(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..' && steps.pop() === undefined) return '';
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** By the first bytes: what is not a zip at all. */
function refuseOther(bytes: Uint8Array): void {
  const starts = (...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw new Refusal('it is empty.', saveAs);
  if (bytes.length > zipLimits.file)
    throw new Refusal(
      `it has ${Math.round(bytes.length / 1048576)} MB; at most ${zipLimits.file / 1048576} MB are accepted.`,
      'Take its slides, films and large pictures out.',
    );
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw locked
      ? new Refusal(
          'it is encrypted with a password or a rights policy.',
          'Save it without: File, Info, Protect.',
        )
      : new Refusal('it is of the old binary kind (.ppt, .pot).', saveAs);
  }
  if (!starts(0x50, 0x4b))
    throw new Refusal('it is no PowerPoint file: such a file is a zip, and this is none.', saveAs);
}

/** Types by `/part` and by extension, both in lower case. */
function readTypes({ children }: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    children.map(({ attributes }) => {
      const key = attributes.get('PartName') ?? attributes.get('Extension') ?? '';
      return [key.toLowerCase(), attributes.get('ContentType') ?? ''];
    }),
  );
}
