import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** Reads a PDF by a library that shares nothing with `src/pdf`. */
export function load(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

/** A text of the catalog, such as `Lang`. */
export function catalogText(pdf: PDFDocument, key: string): string | undefined {
  return textOf(pdf.catalog.lookup(PDFName.of(key)));
}

function textOf(value: unknown): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** The XMP packet, as text. */
export function xmp(pdf: PDFDocument): string {
  const stream = pdf.catalog.lookup(PDFName.of('Metadata'));
  return stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString('utf8') : '';
}

/** The outline as lines, two spaces a level: `Title > page`. */
export function outline(pdf: PDFDocument): readonly string[] {
  const pages: readonly unknown[] = pdf.getPages().map(({ ref }) => ref);
  const lines: string[] = [];
  const visit = (parent: PDFDict, indent: string) => {
    for (
      let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
      item;
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
    ) {
      const page = item.lookup(PDFName.of('Dest'), PDFArray).get(0);
      lines.push(`${indent}${textOf(item.lookup(PDFName.of('Title')))} > ${pages.indexOf(page) + 1}`);
      visit(item, `${indent}  `);
    }
  };
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  if (root) visit(root, '');
  return lines;
}

/** Names that an address may lead to, with the number of the page that each stands for. */
export function destinations(pdf: PDFDocument): ReadonlyMap<string, number> {
  const pages: readonly unknown[] = pdf.getPages().map(({ ref }) => ref);
  const found = new Map<string, number>();
  const visit = (node: PDFDict | undefined) => {
    const names = node?.lookupMaybe(PDFName.of('Names'), PDFArray);
    for (let at = 0; names && at < names.size(); at += 2) {
      const place = names.lookup(at + 1, PDFArray);
      found.set(textOf(names.lookup(at)) ?? '', pages.indexOf(place.get(0)) + 1);
    }
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let at = 0; kids && at < kids.size(); at += 1) visit(kids.lookup(at, PDFDict));
  };
  const names = pdf.catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  visit(names?.lookupMaybe(PDFName.of('Dests'), PDFDict));
  return found;
}

/** All structure elements in reading order, with their types as the role map resolves them. */
export function structureTypes(pdf: PDFDocument): readonly string[] {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const roles = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
  const types: string[] = [];
  const visit = (kids: unknown) => {
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const element = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
      if (!(element instanceof PDFDict)) continue;
      const type = element.lookup(PDFName.of('S'));
      if (type instanceof PDFName) types.push((roles?.get(type) ?? type).toString().slice(1));
      visit(element.lookup(PDFName.of('K')));
    }
  };
  visit(root.lookup(PDFName.of('K')));
  return types;
}

/** Ids of structure elements as they are given and as `/Headers` refer to them. */
export function structureIds(pdf: PDFDocument): {
  readonly given: readonly string[];
  readonly referred: readonly string[];
} {
  const given: string[] = [];
  const referred: string[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const id = textOf(object.get(PDFName.of('ID')));
    if (id) given.push(id);
    const attributes = object.lookup(PDFName.of('A'));
    for (const attribute of attributes instanceof PDFArray ? attributes.asArray() : []) {
      const headers = attribute instanceof PDFDict ? attribute.lookup(PDFName.of('Headers')) : undefined;
      if (headers instanceof PDFArray)
        referred.push(...headers.asArray().map((header) => textOf(header) ?? ''));
    }
  }
  return { given, referred };
}

/** Operators that paint outside any mark, on all pages; counted by tokens. */
export function strayOperators(pdf: PDFDocument): readonly string[] {
  const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Tj', 'TJ', 'Do']);
  return pdf.getPages().flatMap(({ node }) => {
    let depth = 0;
    const stray: string[] = [];
    for (const token of contentOf(node.Contents()).split(/\s+/u)) {
      if (/(?:BDC|BMC)$/u.test(token)) depth += 1;
      if (token === 'EMC') depth -= 1;
      if (depth === 0 && painting.has(token)) stray.push(token);
      if (depth < 0) stray.push('unbalanced EMC');
    }
    return depth === 0 ? stray : [...stray, 'unbalanced BDC'];
  });
}

function contentOf(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** What links say of themselves to those who cannot see them. */
export function linkTexts(pdf: PDFDocument): readonly (string | undefined)[] {
  return pdf.getPages().flatMap(({ node }) => {
    const annotations = node.Annots()?.asArray() ?? [];
    return annotations.map((it) => textOf(pdf.context.lookup(it, PDFDict).get(PDFName.of('Contents'))));
  });
}

/** Bytes of all streams, inflated where they can be. */
export function everyText(pdf: PDFDocument): string {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? inflated(object.contents) : object.toString()))
    .join('\n');
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
