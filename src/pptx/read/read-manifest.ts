import type { ReadPackage } from '../opc/read-package.js';
import { manifestNamespace } from '../parts/manifest.js';
import { attribute, xmlText } from './xml-text.js';

/** A paragraph as it was built. */
export interface BuiltParagraph {
  readonly pointers: readonly string[];
  readonly text: string;
  /** Place of its shape on the slide, from 0. */
  readonly shape: number;
}

/** A slide as it was built. */
export interface BuiltSlide {
  /** 1-based. */
  readonly number: number;
  readonly pointer: string | null;
  readonly paragraphs: readonly BuiltParagraph[];
  readonly notes: string | null;
}

/** The manifest of a package, wherever another program put its part; null where it has none. */
export function readManifest(file: ReadPackage): readonly BuiltSlide[] | null {
  const parts = file.paths.filter((path) => /^customXml\/[^/]+\.xml$/iu.test(path));
  const xml = parts.map((path) => file.text(path) ?? '').find(isManifest);
  if (xml === undefined) return null;
  return [...xml.matchAll(/<slide(\s[^>]*?)(?:\/>|>(.*?)<\/slide>)/gsu)].map(
    ([, values = '', inside = '']) => ({
      number: Number(attribute(values, 'number')),
      pointer: attribute(values, 'pointer') || null,
      paragraphs: paragraphsOf(inside),
      notes: notesOf(inside),
    }),
  );
}

/** The properties of the part name the schema as well, without being a manifest. */
function isManifest(xml: string): boolean {
  return /<manifest[\s>]/u.test(xml) && xml.includes(`"${manifestNamespace}"`);
}

/** Slide numbers count by themselves, in every program. */
function paragraphsOf(slide: string): readonly BuiltParagraph[] {
  const shapes = [...slide.matchAll(/<shape(\s[^>]*?)(?:\/>|>(.*?)<\/shape>)/gsu)];
  return shapes.flatMap(([, values = '', inside = ''], shape) =>
    attribute(values, 'ph').startsWith('sldNum')
      ? []
      : [...inside.matchAll(/<p(\s[^>]*)?>([^<]*)<\/p>/gu)].map(([, of = '', text = '']) => ({
          pointers: attribute(of, 'src').split(' ').filter(Boolean).map(decode),
          text: xmlText(text),
          shape,
        })),
  );
}

function notesOf(slide: string): string | null {
  const [, text] = /<notes(?:\s[^>]*)?>([^<]*)<\/notes>/u.exec(slide) ?? [];
  return text === undefined ? null : xmlText(text);
}

function decode(pointer: string): string {
  return pointer.replace(/(?:%[\da-f]{2})+/giu, (each) => {
    try {
      return decodeURIComponent(each);
    } catch {
      return each;
    }
  });
}
