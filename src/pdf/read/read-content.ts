import type { SlideContent, SlideLink } from '../../scene/content.js';
import { objectOf, type PdfFile, reference } from '../pdf-file.js';
import { PageMarks } from './page-marks.js';
import { pdfString } from './pdf-string.js';
import { readWritten } from './read-written.js';
import { StructureReader } from './structure-reader.js';

/** What each page of a finished PDF holds for a reader that goes by its structure, out of its bytes alone; null for bytes that are none. */
export function readPdfContent(bytes: Uint8Array): readonly SlideContent[] | null {
  const file = readWritten(bytes);
  if (!file) return null;
  const pages = pagesOf(file);
  const marks = new PageMarks(file);
  const streams = pages.map((page) => reference(objectOf(file, page).body, 'Contents'));
  for (const stream of streams) if (stream !== null) marks.read(stream);
  const reader = new StructureReader(file, marks, new Map(pages.map((page, at) => [page, streams[at] ?? 0])));
  reader.read();
  const places = namedPlaces(file, pages);
  return pages.map((page, index) => {
    const { texts, tables, pictures, alternativeTexts } = reader.page(page);
    const artifacts = marks.artifacts.get(streams[index] ?? 0);
    const count = pictures + (artifacts?.pictures ?? 0);
    return {
      texts,
      decoration: artifacts?.text ? [artifacts.text] : [],
      tables,
      pictures: Array.from({ length: count }, () => null),
      links: linksOn(file, page, places),
      alternativeTexts,
      notes: null,
    };
  });
}

/** Page objects in reading order. */
function pagesOf(file: PdfFile): readonly number[] {
  const visit = (number: number): readonly number[] => {
    const kids = /\/Kids \[([^\]]*)\]/u.exec(objectOf(file, number).body)?.[1];
    if (kids === undefined) return [number];
    return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap((kid) => visit(Number(kid[1])));
  };
  const root = reference(objectOf(file, file.root).body, 'Pages');
  return root === null ? [] : visit(root);
}

/** The links of a page; one that goes over several lines has an area for each, which all lead to the same place. */
function linksOn(file: PdfFile, page: number, places: ReadonlyMap<string, number>): readonly SlideLink[] {
  const annotations = /\/Annots \[([^\]]*)\]/u.exec(objectOf(file, page).body)?.[1] ?? '';
  return [...annotations.matchAll(/(\d+) 0 R/gu)].flatMap(([, number]) => {
    const { body } = objectOf(file, Number(number));
    const uri = pdfString(body, 'URI');
    if (uri !== null) return [{ address: uri, text: '' }];
    const place = places.get(/\/Dest \/([^\s/<>[\]()]+)/u.exec(body)?.[1] ?? '');
    return place === undefined ? [] : [{ address: `#${place}`, text: '' }];
  });
}

/** Pages, from 1, by the names of places on them (ISO 32000-1, 12.3.2.3). */
function namedPlaces(file: PdfFile, pages: readonly number[]): ReadonlyMap<string, number> {
  const table = reference(objectOf(file, file.root).body, 'Dests');
  const body = table === null ? '' : objectOf(file, table).body;
  return new Map(
    [...body.matchAll(/\/([^\s/<>[\]()]+) \[(\d+) 0 R/gu)].map(([, name = '', page]) => [
      name,
      pages.indexOf(Number(page)) + 1,
    ]),
  );
}
