import { PDFArray, PDFBool, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { type PageContent, pageContent } from './page-content.js';
import { catalogText, everyText, xmp } from './reading.js';
import { everyElement, nameIn, roleMap, structureTree, type TreeElement, textIn } from './structure-tree.js';
import { unicodeMap } from './unicode-map.js';

/** A PDF as the conditions read it. */
export interface ReadPdf {
  readonly pdf: PDFDocument;
  readonly content: PageContent;
  readonly elements: readonly { readonly element: TreeElement; readonly parent: TreeElement | null }[];
  readonly fonts: readonly PDFDict[];
  readonly annotations: readonly { readonly ref: PDFRef; readonly dict: PDFDict; readonly page: PDFDict }[];
}

/** A failure condition of the Matterhorn Protocol 1.1 that a program can decide, in our words, and what it finds. */
export interface Condition {
  readonly id: string;
  readonly fails: string;
  readonly reads: string;
  find(read: ReadPdf): readonly string[];
}

/** Takes a PDF apart for all conditions. */
export function readForConditions(pdf: PDFDocument): ReadPdf {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return {
    pdf,
    content: pageContent(pdf),
    elements: [...everyElement(structureTree(pdf))],
    fonts: objects
      .filter((object) => object instanceof PDFDict && nameIn(object, 'Type') === 'Font')
      .filter((each) => each instanceof PDFDict),
    annotations: pdf.getPages().flatMap(({ node }) =>
      (node.Annots()?.asArray() ?? []).flatMap((ref) => {
        const dict = pdf.context.lookup(ref);
        return dict instanceof PDFDict && ref instanceof PDFRef ? [{ ref, dict, page: node }] : [];
      }),
    ),
  };
}

const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD
   THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(
    /\s+/u,
  ),
);

const lacks = (found: unknown, what: string): readonly string[] => (found ? [] : [what]);
const has = (dict: PDFDict, key: string) => dict.has(PDFName.of(key));
const ofType = ({ elements }: ReadPdf, type: RegExp) =>
  elements.map(({ element }) => element).filter((element) => type.test(element.type));

/** What an element may hold; grouping elements that mean nothing are looked through. */
function wrongKids(read: ReadPdf, type: RegExp, allowed: RegExp): readonly string[] {
  const inside = (element: TreeElement): readonly TreeElement[] =>
    element.kids.flatMap((kid) => (kid.type === 'NonStruct' ? inside(kid) : [kid]));
  return ofType(read, type).flatMap((element) => [
    ...inside(element).flatMap((kid) => (allowed.test(kid.type) ? [] : [`${kid.type} in ${element.type}`])),
    ...(element.holdsContent ? [`content in ${element.type}`] : []),
  ]);
}

function wrongParents({ elements }: ReadPdf, type: RegExp, allowed: RegExp): readonly string[] {
  const above = new Map(elements.map(({ element, parent }) => [element, parent]));
  const holder = (element: TreeElement): TreeElement | null => {
    const parent = above.get(element) ?? null;
    return parent?.type === 'NonStruct' ? holder(parent) : parent;
  };
  return elements.flatMap(({ element }) =>
    type.test(element.type) && !allowed.test(holder(element)?.type ?? '')
      ? [`${element.type} in ${holder(element)?.type}`]
      : [],
  );
}

const headingLevels = (read: ReadPdf) => ofType(read, /^H[1-6]$/u).map(({ type }) => Number(type.slice(1)));

const catalogHas =
  (key: string) =>
  ({ pdf }: ReadPdf) =>
    pdf.catalog.has(PDFName.of(key)) ? [`the catalog has /${key}`] : [];

const language = ({ pdf }: ReadPdf) =>
  lacks(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(catalogText(pdf, 'Lang') ?? ''), 'no /Lang in the catalog');

function languageOf(id: string, what: string): Condition {
  return {
    id,
    fails: `The language of ${what} cannot be determined`,
    reads: '`/Lang` of the catalog and of elements',
    find: language,
  };
}

const preference = ({ pdf }: ReadPdf) =>
  pdf.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)?.lookup(PDFName.of('DisplayDocTitle'));

const links = ({ annotations }: ReadPdf) =>
  annotations.filter(({ dict }) => nameIn(dict, 'Subtype') === 'Link');
const annotationsOf =
  (subtype: string) =>
  ({ annotations }: ReadPdf) =>
    annotations.filter(({ dict }) => nameIn(dict, 'Subtype') === subtype).map(() => subtype);

function descendants(read: ReadPdf): readonly PDFDict[] {
  return read.fonts.filter((font) => /^CIDFontType/u.test(nameIn(font, 'Subtype') ?? ''));
}

/** Every condition that is decided here; those that need a person, and those on kinds of content that no PDF of ours can hold, are named below. */
export const conditions: readonly Condition[] = [
  {
    id: '01-003',
    fails: 'An artifact stands within tagged content',
    reads: 'content streams',
    find: ({ content }) =>
      content.events.filter((e) => e.kind === 'artifact' && e.inside === 'tag').map((e) => `page ${e.page}`),
  },
  {
    id: '01-004',
    fails: 'Tagged content stands within an artifact',
    reads: 'content streams',
    find: ({ content }) =>
      content.events.filter((e) => e.kind === 'tag' && e.inside === 'artifact').map((e) => `page ${e.page}`),
  },
  {
    id: '01-005',
    fails: 'Content is neither tagged nor an artifact',
    reads: 'content streams of pages and forms',
    find: ({ content }) =>
      content.events
        .filter((e) => e.kind === 'paint' && e.inside === null)
        .map((e) => `${e.operator} on page ${e.page}`),
  },
  {
    id: '01-007',
    fails: 'Tags are called suspect',
    reads: '`/MarkInfo`',
    find: ({ pdf }) => {
      const info = pdf.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
      return info?.lookup(PDFName.of('Suspects')) === PDFBool.True ? ['/Suspects true'] : [];
    },
  },
  {
    id: '02-001',
    fails: 'A type that is not standard maps to no standard one',
    reads: 'structure tree and role map',
    find: (read) =>
      read.elements.filter(({ element }) => !standard.has(element.type)).map(({ element }) => element.type),
  },
  {
    id: '02-003',
    fails: 'The role map goes round in circles',
    reads: 'role map',
    find: ({ pdf }) =>
      [...roleMap(pdf)]
        .filter(([type, role]) => type === role || roleMap(pdf).has(role))
        .map(([type]) => type),
  },
  {
    id: '02-004',
    fails: 'A standard type is mapped to another',
    reads: 'role map',
    find: ({ pdf }) => [...roleMap(pdf).keys()].filter((type) => standard.has(type)),
  },
  {
    id: '06-001',
    fails: 'There is no XMP metadata',
    reads: 'catalog',
    find: ({ pdf }) => lacks(xmp(pdf), 'no XMP'),
  },
  {
    id: '06-002',
    fails: 'XMP has no PDF/UA identifier',
    reads: 'XMP',
    find: ({ pdf }) => lacks(/<pdfuaid:part>1<\/pdfuaid:part>/u.test(xmp(pdf)), 'no pdfuaid:part'),
  },
  {
    id: '06-003',
    fails: 'XMP has no title',
    reads: 'XMP',
    find: ({ pdf }) => lacks(/<dc:title><rdf:Alt><rdf:li [^>]*>[^<]+</u.test(xmp(pdf)), 'no dc:title'),
  },
  {
    id: '07-001',
    fails: 'Nothing says that the title is to be shown',
    reads: '`/ViewerPreferences`',
    find: (read) => lacks(preference(read), 'no /DisplayDocTitle'),
  },
  {
    id: '07-002',
    fails: 'The title is not to be shown',
    reads: '`/ViewerPreferences`',
    find: (read) => lacks(preference(read) === PDFBool.True, '/DisplayDocTitle is not true'),
  },
  {
    id: '09-004',
    fails: 'Elements of tables do not stand as they should',
    reads: 'structure tree',
    find: (read) => [
      ...wrongKids(read, /^Table$/u, /^(?:TR|THead|TBody|TFoot|Caption)$/u),
      ...wrongKids(read, /^(?:THead|TBody|TFoot)$/u, /^TR$/u),
      ...wrongKids(read, /^TR$/u, /^T[HD]$/u),
      ...wrongParents(read, /^TR$/u, /^(?:Table|THead|TBody|TFoot)$/u),
      ...wrongParents(read, /^T[HD]$/u, /^TR$/u),
    ],
  },
  {
    id: '09-005',
    fails: 'Elements of lists do not stand as they should',
    reads: 'structure tree',
    find: (read) => [
      ...wrongKids(read, /^L$/u, /^(?:LI|L|Caption)$/u),
      ...wrongKids(read, /^LI$/u, /^(?:Lbl|LBody)$/u),
      ...wrongParents(read, /^LI$/u, /^L$/u),
      ...wrongParents(read, /^LBody$/u, /^LI$/u),
    ],
  },
  {
    id: '09-006',
    fails: 'Elements of a table of contents do not stand as they should',
    reads: 'structure tree',
    find: (read) => wrongParents(read, /^TOCI$/u, /^TOC$/u),
  },
  {
    id: '09-007',
    fails: 'Elements of ruby do not stand as they should',
    reads: 'structure tree',
    find: (read) => wrongParents(read, /^R[BTP]$/u, /^Ruby$/u),
  },
  {
    id: '09-008',
    fails: 'Elements of warichu do not stand as they should',
    reads: 'structure tree',
    find: (read) => wrongParents(read, /^W[TP]$/u, /^Warichu$/u),
  },
  {
    id: '10-001',
    fails: 'A character cannot be mapped to Unicode',
    reads: 'texts and `/ToUnicode`',
    find: ({ content }) =>
      content.texts.flatMap(({ font, codes }) => {
        const map = unicodeMap(font);
        return codes
          .filter((code) => !map.has(code))
          .map((code) => `${textIn(font, 'BaseFont') ?? nameIn(font, 'BaseFont')} ${code}`);
      }),
  },
  languageOf('11-001', 'a text on a page'),
  languageOf('11-002', 'an alternative text'),
  languageOf('11-003', 'a line of the outline'),
  languageOf('11-004', 'the description of an annotation'),
  languageOf('11-006', 'the properties'),
  {
    id: '13-004',
    fails: 'A figure has no alternative text',
    reads: 'structure tree',
    find: (read) =>
      ofType(read, /^Figure$/u).flatMap(({ dict }) =>
        lacks(textIn(dict, 'Alt') || textIn(dict, 'ActualText'), 'Figure'),
      ),
  },
  {
    id: '14-002',
    fails: 'The first heading is not of level 1',
    reads: 'structure tree',
    find: (read) => lacks([undefined, 1].includes(headingLevels(read)[0]), `H${headingLevels(read)[0]}`),
  },
  {
    id: '14-003',
    fails: 'A level of headings is left out',
    reads: 'structure tree',
    find: (read) =>
      headingLevels(read).flatMap((level, at, all) =>
        at > 0 && level > (all[at - 1] ?? 0) + 1 ? [`H${level} after H${all[at - 1]}`] : [],
      ),
  },
  {
    id: '14-006',
    fails: 'An element holds more than one H',
    reads: 'structure tree',
    find: (read) =>
      read.elements
        .filter(({ element }) => element.kids.filter(({ type }) => type === 'H').length > 1)
        .map(({ element }) => element.type),
  },
  {
    id: '14-007',
    fails: 'Both H and H1 to H6 are used',
    reads: 'structure tree',
    find: (read) => (headingLevels(read).length > 0 ? ofType(read, /^H$/u).map(() => 'H') : []),
  },
  {
    id: '15-003',
    fails: 'A header cell has no scope where cells do not name their headers',
    reads: 'attributes of table cells',
    find: (read) =>
      ofType(read, /^TH$/u).flatMap(({ dict }) => {
        const attributes = dict.lookup(PDFName.of('A'));
        const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
        const scoped = list.some((each) => each instanceof PDFDict && has(each, 'Scope'));
        return lacks(scoped || textIn(dict, 'ID'), 'TH');
      }),
  },
  {
    id: '17-002',
    fails: 'A formula has no alternative text',
    reads: 'structure tree',
    find: (read) => ofType(read, /^Formula$/u).flatMap(({ dict }) => lacks(textIn(dict, 'Alt'), 'Formula')),
  },
  {
    id: '19-003',
    fails: 'A note has no ID',
    reads: 'structure tree',
    find: (read) => ofType(read, /^Note$/u).flatMap(({ dict }) => lacks(textIn(dict, 'ID'), 'Note')),
  },
  {
    id: '19-004',
    fails: 'Two notes have one ID',
    reads: 'structure tree',
    find: (read) => {
      const ids = ofType(read, /^Note$/u).map(({ dict }) => textIn(dict, 'ID') ?? '');
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    },
  },
  {
    id: '20-001',
    fails: 'A configuration of layers has no name',
    reads: 'catalog: no layers',
    find: catalogHas('OCProperties'),
  },
  {
    id: '20-003',
    fails: 'Layers switch by themselves',
    reads: 'catalog: no layers',
    find: catalogHas('OCProperties'),
  },
  {
    id: '21-001',
    fails: 'An embedded file has no name',
    reads: 'all objects: no files',
    find: ({ pdf }) => (/\/EmbeddedFiles?\b/u.test(everyText(pdf)) ? ['a file'] : []),
  },
  {
    id: '25-001',
    fails: 'An XFA form is drawn anew',
    reads: 'catalog: no forms',
    find: catalogHas('AcroForm'),
  },
  {
    id: '26-001',
    fails: 'The file is encrypted and has no permissions',
    reads: 'trailer: not encrypted',
    find: ({ pdf }) => (pdf.isEncrypted ? ['encrypted'] : []),
  },
  {
    id: '26-002',
    fails: 'Permissions keep screen readers out',
    reads: 'trailer: not encrypted',
    find: ({ pdf }) => (pdf.isEncrypted ? ['encrypted'] : []),
  },
  {
    id: '28-002',
    fails: 'An annotation that is no link stands outside Annot',
    reads: 'annotations: links alone',
    find: ({ annotations }) =>
      annotations.map(({ dict }) => nameIn(dict, 'Subtype') ?? '').filter((type) => type !== 'Link'),
  },
  {
    id: '28-004',
    fails: 'An annotation has no description',
    reads: 'annotations',
    find: (read) =>
      read.annotations.flatMap(({ dict }) => lacks(textIn(dict, 'Contents'), nameIn(dict, 'Subtype') ?? '')),
  },
  { id: '28-007', fails: 'There is a trap network', reads: 'annotations', find: annotationsOf('TrapNet') },
  {
    id: '28-008',
    fails: 'A page with annotations has no order of tabs',
    reads: 'pages',
    find: ({ annotations }) => annotations.flatMap(({ page }) => lacks(nameIn(page, 'Tabs'), 'no /Tabs')),
  },
  {
    id: '28-009',
    fails: 'The order of tabs is not that of the structure',
    reads: 'pages',
    find: ({ annotations }) =>
      annotations.flatMap(({ page }) => lacks(nameIn(page, 'Tabs') === 'S', '/Tabs is not S')),
  },
  {
    id: '28-010',
    fails: 'A field stands outside Form',
    reads: 'annotations: no fields',
    find: annotationsOf('Widget'),
  },
  {
    id: '28-011',
    fails: 'A link stands outside Link',
    reads: 'annotations and structure tree',
    find: (read) => {
      const tagged = new Set(ofType(read, /^Link$/u).flatMap(({ objects }) => objects));
      return links(read).flatMap(({ ref }) => lacks(tagged.has(ref), ref.toString()));
    },
  },
  {
    id: '28-012',
    fails: 'A link has no description',
    reads: 'annotations',
    find: (read) => links(read).flatMap(({ ref, dict }) => lacks(textIn(dict, 'Contents'), ref.toString())),
  },
  {
    id: '28-014',
    fails: 'A media clip has no type',
    reads: 'annotations: no media',
    find: annotationsOf('Screen'),
  },
  {
    id: '28-017',
    fails: 'A printer’s mark is part of the structure',
    reads: 'annotations',
    find: annotationsOf('PrinterMark'),
  },
  {
    id: '30-001',
    fails: 'A form refers to another file',
    reads: 'forms',
    find: ({ pdf }) =>
      pdf.context
        .enumerateIndirectObjects()
        .flatMap(([, object]) =>
          object instanceof PDFRawStream &&
          nameIn(object.dict, 'Subtype') === 'Form' &&
          has(object.dict, 'Ref')
            ? ['/Ref']
            : [],
        ),
  },
  {
    id: '30-002',
    fails: 'A form with tags is drawn more than once',
    reads: 'content streams',
    find: ({ content }) =>
      [...content.taggedForms].filter(([, times]) => times > 1).map(([ref]) => ref.toString()),
  },
  {
    id: '31-005',
    fails: 'A font has no way from characters to glyphs',
    reads: '`/CIDToGIDMap`',
    find: (read) =>
      descendants(read)
        .filter((font) => nameIn(font, 'Subtype') === 'CIDFontType2')
        .flatMap((font) => lacks(has(font, 'CIDToGIDMap'), nameIn(font, 'BaseFont') ?? '')),
  },
  {
    id: '31-009',
    fails: 'A font is not embedded',
    reads: 'font descriptors',
    find: (read) =>
      descendants(read).flatMap((font) => {
        const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
        return lacks(
          descriptor && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => has(descriptor, key)),
          nameIn(font, 'BaseFont') ?? '',
        );
      }),
  },
  {
    id: '31-027',
    fails: 'A font has no map to Unicode',
    reads: '`/ToUnicode`',
    find: ({ content }) =>
      content.texts.flatMap(({ font }) => lacks(has(font, 'ToUnicode'), nameIn(font, 'BaseFont') ?? '')),
  },
  {
    id: '31-028',
    fails: 'A character maps to U+0000',
    reads: '`/ToUnicode`',
    find: ({ content }) => wrongUnicode(content, /^0000$/u),
  },
  {
    id: '31-029',
    fails: 'A character maps to U+FEFF or U+FFFE',
    reads: '`/ToUnicode`',
    find: ({ content }) => wrongUnicode(content, /^(?:FEFF|FFFE)$/iu),
  },
  {
    id: '31-030',
    fails: 'A text shows a glyph that stands for a missing one',
    reads: 'texts: code 0',
    find: ({ content }) =>
      content.texts.flatMap(({ font, codes }) =>
        codes.includes('0000') ? [nameIn(font, 'BaseFont') ?? ''] : [],
      ),
  },
];

function wrongUnicode({ texts }: PageContent, wrong: RegExp): readonly string[] {
  return texts.flatMap(({ font, codes }) =>
    codes
      .filter((code) => wrong.test(unicodeMap(font).get(code) ?? ''))
      .map((code) => `${nameIn(font, 'BaseFont')} ${code}`),
  );
}

/** What each condition finds in a PDF, by id; the same finding once. */
export function check(pdf: PDFDocument): ReadonlyMap<string, readonly string[]> {
  const read = readForConditions(pdf);
  return new Map(conditions.map(({ id, find }) => [id, [...new Set(find(read))]]));
}
