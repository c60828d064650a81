import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import { articlePages } from './article-pages.js';
import { keepsToUa } from './conformance.js';
import { labelPages, type NamedPage, nameDestinations } from './destinations.js';
import { locateFormMarks } from './form-marks.js';
import { type PdfProperties, writeMetadata } from './metadata.js';
import { type OutlineEntry, replaceOutline } from './outline.js';
import { objectOf, type PdfFile, readPdf, reference } from './pdf-file.js';
import { pdfText } from './pdf-text.js';
import { markStrayContent } from './stray-content.js';
import { completeStructure } from './structure.js';
import { cleanUnicodeMaps } from './unicode-maps.js';
import { writePdf } from './write-pdf.js';

/** What the finished PDF must say of itself. */
export interface PdfFacts extends PdfProperties {
  /** Pages that the PDF must have; null where the length of its texts decides. */
  readonly pageCount: number | null;
  /** What the outline counts by: pages, or articles, which begin wherever those before them end. */
  readonly counts: 'pages' | 'articles';
  /** Whether the tags can be trusted to mean what they say, so that PDF/UA may be claimed where all that is checked holds. */
  readonly claimsUa: boolean;
  /** Sections and headlines; null keeps the outline that Chromium made of the headings. */
  readonly outline: readonly SlidePlace[] | null;
}

/** A slide as it is found in the PDF: its line of the outline, and the names by which an address leads to it. */
export interface SlidePlace extends OutlineEntry {
  readonly names: readonly string[];
}

/**
 * Adds what Chromium's PDF lacks: properties and XMP, an outline by sections, descriptions of links, roles that readers know, and
 * marks on decoration. The same print and facts give the same bytes.
 */
export function finishPdf(bytes: Uint8Array, facts: PdfFacts): Uint8Array {
  const file = readPdf(bytes);
  const pages = pageNumbers(file);
  checkCount(pages.length, facts.pageCount);
  const { formMarks, showsMissingGlyphs } = markStrayContent(file, pages);
  locateFormMarks(file, formMarks);
  cleanUnicodeMaps(file);
  const started = facts.counts === 'articles' ? articlePages(file) : pages;
  completeStructure(file);
  if (facts.outline) replaceOutline(file, started, facts.outline);
  nameDestinations(file, namedPages(started, facts.outline ?? []));
  labelPages(file);
  describeLinks(file, facts.outline ?? []);
  writeMetadata(file, facts, facts.claimsUa && !showsMissingGlyphs && keepsToUa(file));
  return writePdf(file);
}

function checkCount(found: number, wanted: number | null): void {
  if (wanted === null || found === wanted) return;
  const hint =
    'A slide runs over its page, or the theme changes the size of pages: look for `@page` and for heights.';
  const message = `The PDF has ${found} pages where there should be ${wanted}`;
  throw new BriefdeckError(message, exitCodes.briefHasErrors, hint);
}

function namedPages(pages: readonly number[], places: readonly SlidePlace[]): readonly NamedPage[] {
  return places.flatMap(({ names, page: place }) => {
    const page = pages[place - 1];
    return page === undefined ? [] : names.map((name) => ({ name, page }));
  });
}

/** Page objects in reading order, out of Skia's tree of at most eight kids a node. */
function pageNumbers(file: PdfFile): readonly number[] {
  const visit = (number: number): readonly number[] => {
    const { body } = objectOf(file, number);
    const kids = /\/Kids \[([^\]]*)\]/u.exec(body)?.[1];
    if (kids === undefined) return [number];
    return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap((kid) => visit(Number(kid[1])));
  };
  const root = reference(objectOf(file, file.root).body, 'Pages');
  return root === null ? [] : visit(root);
}

/**
 * A link without /Contents has no name for a screen reader (PDF/UA-1, 7.18.5): its address is the only one known here, or within
 * the deck the headline of the slide that it leads to.
 */
function describeLinks(file: PdfFile, places: readonly SlidePlace[]): void {
  for (const [number, object] of file.objects) {
    if (!object.body.startsWith('<</Type /Annot\n/Subtype /Link') || object.body.includes('/Contents '))
      continue;
    const address = /\/URI (\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]+>)/u.exec(object.body)?.[1];
    const name = /\/Dest \/([^\s/<>]+)/u.exec(object.body)?.[1];
    const place = places.find(({ names }) => name !== undefined && names.includes(name));
    const words = address ?? (name === undefined ? null : pdfText(place?.title ?? name));
    if (words)
      file.objects.set(number, { ...object, body: `${object.body.slice(0, -2)}\n/Contents ${words}>>` });
  }
}
