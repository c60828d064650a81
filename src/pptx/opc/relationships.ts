import { attributes, xmlHead } from './xml.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The kinds of relationship that are written, by short name. */
export const relationshipTypes = {
  document: `${office}/officeDocument`,
  core: `${packaged}/metadata/core-properties`,
  app: `${office}/extended-properties`,
  master: `${office}/slideMaster`,
  layout: `${office}/slideLayout`,
  slide: `${office}/slide`,
  notes: `${office}/notesSlide`,
  notesMaster: `${office}/notesMaster`,
  theme: `${office}/theme`,
  presProps: `${office}/presProps`,
  viewProps: `${office}/viewProps`,
  tableStyles: `${office}/tableStyles`,
  image: `${office}/image`,
  font: `${office}/font`,
  hyperlink: `${office}/hyperlink`,
  customXml: `${office}/customXml`,
  customXmlProps: `${office}/customXmlProps`,
} as const;

/** The short name of a kind of relationship. */
export type RelationshipType = keyof typeof relationshipTypes;

/** The relationships of one part: the same target is named once. */
export class Relationships {
  readonly #rows: {
    readonly id: string;
    readonly type: RelationshipType;
    readonly target: string;
    readonly external: boolean;
  }[] = [];

  /** The id (`rId3`) of a relationship to a part, given by its path relative to the source's folder. */
  add(type: RelationshipType, target: string, external = false): string {
    const known = this.#rows.find((row) => row.type === type && row.target === target);
    if (known) return known.id;
    const id = `rId${this.#rows.length + 1}`;
    this.#rows.push({ id, type, target, external });
    return id;
  }

  get empty(): boolean {
    return this.#rows.length === 0;
  }

  /** The `.rels` part. */
  xml(): string {
    const rows = this.#rows.map(
      ({ id, type, target, external }) =>
        `<Relationship${attributes({ Id: id, Type: relationshipTypes[type], Target: target, TargetMode: external ? 'External' : null })}/>`,
    );
    return `${xmlHead}<Relationships xmlns="${packaged}">${rows.join('')}</Relationships>`;
  }
}
