import type { SlideContent } from '../../scene/content.js';
import { openPackage, type PackageFault, type ReadPackage } from '../opc/read-package.js';
import { type ReadRelationship, relationshipsOf } from './relationships.js';
import { SlideReader } from './slide-reader.js';
import { attribute } from './xml-text.js';

/** What each slide of a PPTX holds, in the order of the presentation, out of its bytes alone. */
export function readPptxContent(bytes: Uint8Array): readonly SlideContent[] | PackageFault {
  const file = openPackage(bytes);
  if (typeof file === 'string') return file;
  const path = 'ppt/presentation.xml';
  const parts = relationshipsOf(file, path);
  const ids = [...(file.text(path) ?? '').matchAll(/<p:sldId(\s[^>]*)>/gu)];
  const slides = ids.map(([, values = '']) => parts.get(attribute(values, 'r:id'))?.target ?? '');
  return slides.map((slide) => readSlide(file, slide, slides));
}

function readSlide(file: ReadPackage, path: string, slides: readonly string[]): SlideContent {
  const links = relationshipsOf(file, path);
  const reader = new SlideReader(resolverOf(file, links, slides));
  reader.read(file.text(path) ?? '');
  const notes = [...links.values()].find(({ type }) => type === 'notesSlide');
  return { ...reader.content(), notes: notes ? notesIn(file.text(notes.target) ?? '') : null };
}

/** What ids of a slide stand for: addresses, and pictures that are in the package. */
function resolverOf(
  file: ReadPackage,
  links: ReadonlyMap<string, ReadRelationship>,
  slides: readonly string[],
) {
  return {
    address: (id: string) => {
      const link = links.get(id);
      if (!link || link.external) return link?.target ?? null;
      const place = slides.indexOf(link.target);
      return place < 0 ? null : `#${place + 1}`;
    },
    holdsPicture: (id: string) => (file.entries.get(links.get(id)?.target ?? '')?.size ?? 0) > 0,
  };
}

/** The text of the placeholder for notes. */
function notesIn(xml: string): string | null {
  const body = xml.split(/(?=<p:sp>)/u).find((shape) => /<p:ph [^>]*type="body"/u.test(shape));
  if (body === undefined) return null;
  const reader = new SlideReader({ address: () => null, holdsPicture: () => false });
  reader.read(body);
  return reader.content().texts.join('\n') || null;
}
