import type { Paragraph } from '../../scene/scene.js';
import { attributes, escapeXml, xmlHead } from '../opc/xml.js';
import type { PptxProperties } from '../pptx-input.js';
import type { NonVisual } from '../shapes/non-visual.js';
import type { Placeholder } from '../shapes/text-xml.js';
import { textOf, toFlow } from '../text/flow.js';

/** Where the manifest lies in the package. */
export const manifestPath = 'customXml/item1.xml';

/** Namespace of the manifest, version 1. */
export const manifestNamespace = 'urn:briefdeck:manifest:1';

/** One shape with text as it was built. */
export interface ManifestShape {
  readonly id: number;
  readonly name: string;
  readonly placeholder: string | null;
  readonly paragraphs: readonly { readonly pointers: readonly string[]; readonly text: string }[];
}

/** What the manifest says of a slide. */
export interface ManifestSlide {
  /** 1-based. */
  readonly number: number;
  readonly pointer: string | null;
  readonly kind: string;
  readonly shapes: readonly ManifestShape[];
  /** Speaker notes as they were built; null for none. */
  readonly notes: string | null;
}

/** Records a shape's paragraphs as they are written into the slide. */
export function shapeRecord(
  { id, name }: NonVisual,
  placeholder: Placeholder | null,
  paragraphs: readonly Paragraph[],
): ManifestShape {
  return {
    id,
    name,
    placeholder:
      placeholder &&
      (placeholder.index === null ? placeholder.type : `${placeholder.type}:${placeholder.index}`),
    paragraphs: toFlow(paragraphs).map((paragraph) => ({
      pointers: paragraph.pointers,
      text: textOf(paragraph),
    })),
  };
}

/**
 * The part that tells which line of the outline each paragraph came from, and how it read when it was built, so that an edit
 * made in PowerPoint finds its way back. It outlives LibreOffice, which renames placeholders.
 */
export function manifestXml(slides: readonly ManifestSlide[], properties: PptxProperties): string {
  const body = slides.map(({ number, pointer, kind, shapes, notes }) => {
    const inside = shapes.map(({ id, name, placeholder, paragraphs }) => {
      const rows = paragraphs.map(
        ({ pointers, text }) =>
          `<p${attributes({ src: pointers.length > 0 ? pointers.map(encode).join(' ') : null })}>${escapeXml(text.replace(/\u000b/gu, '\n'))}</p>`,
      );
      return `<shape${attributes({ id, name, ph: placeholder })}>${rows.join('')}</shape>`;
    });
    const spoken = notes
      ? `<notes${attributes({ src: pointer === null ? null : encode(`${pointer}/notes`) })}>${escapeXml(notes)}</notes>`
      : '';
    return `<slide${attributes({ number, kind, pointer })}>${inside.join('')}${spoken}</slide>`;
  });
  const { title, edition, date, generator } = properties;
  const imprint = attributes({ title, edition, date, generator });
  return `${xmlHead}<manifest xmlns="${manifestNamespace}" version="1"${imprint}>${body.join('')}</manifest>`;
}

function encode(pointer: string): string {
  return pointer.replace(/[\s%]/gu, encodeURIComponent);
}

/** The properties of the manifest's part, which name its schema; the id is that of this data store, the same in every file. */
export const manifestPropertiesXml = `${xmlHead}<ds:datastoreItem ds:itemID="{6F1B7E5C-3D0A-4C57-9E0B-8A3E5D6C1F42}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${manifestNamespace}"/></ds:schemaRefs></ds:datastoreItem>`;
