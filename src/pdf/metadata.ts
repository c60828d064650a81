import { freeNumber, objectOf, type PdfFile } from './pdf-file.js';
import { pdfDate, pdfText } from './pdf-text.js';

/** What a reader, a search engine and an archive are told of the deck. */
export interface PdfProperties {
  readonly title: string;
  readonly subject: string | null;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * Date of the edition, `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`; with null the file has no date at all, for
   * neither the clock's nor an invented one would be true.
   */
  readonly date: string | null;
  /** Which edition it is, in the outline's words; absent or null for none. */
  readonly edition?: string | null;
  /** The program that made the deck, `briefdeck 0.1.0`. */
  readonly creator: string;
}

/** Writes the properties twice, and the claim to PDF/UA where it is made, as readers need it: into the information dictionary (14.3.3) and as XMP (14.3.2). */
export function writeMetadata(file: PdfFile, properties: PdfProperties, claimsUa: boolean): void {
  const { title, subject, authors, keywords, date, creator } = properties;
  const producer =
    /\/Producer (\((?:[^\\()]|\\.)*\))/u.exec(objectOf(file, file.info).body)?.[1] ?? '(Skia/PDF)';
  const entries = [
    ['Title', pdfText(title)],
    ['Author', authors.length > 0 ? pdfText(authors.join(', ')) : null],
    ['Subject', subject ? pdfText(subject) : null],
    ['Keywords', keywords.length > 0 ? pdfText(keywords.join(', ')) : null],
    ['Creator', pdfText(creator)],
    ['Producer', producer],
    ['CreationDate', date ? pdfDate(date) : null],
    ['ModDate', date ? pdfDate(date) : null],
  ];
  const body = entries.flatMap(([key, value]) => (value === null ? [] : [`/${key} ${value}`])).join('\n');
  file.objects.set(file.info, { body: `<<${body}>>`, stream: null });
  writeCatalog(file, properties, addXmp(file, xmp(properties, producer.slice(1, -1), claimsUa)));
}

function addXmp(file: PdfFile, text: string): number {
  const stream = Buffer.from(text, 'utf8');
  const number = freeNumber(file);
  // Not compressed, so that programs that know nothing of PDF find it.
  file.objects.set(number, { body: `<</Type /Metadata /Subtype /XML /Length ${stream.length}>>`, stream });
  return number;
}

function writeCatalog(file: PdfFile, { language, direction }: PdfProperties, metadata: number): void {
  const { body } = objectOf(file, file.root);
  const kept = body
    .slice(0, -2)
    .replace(/\n?\/Lang (?:\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]*>)/u, '')
    .replace(/\n?\/ViewerPreferences <<[^<>]*>>/u, '');
  const reading = direction === 'rtl' ? ' /Direction /R2L' : '';
  const added = [
    `/Lang ${pdfText(language)}`,
    `/ViewerPreferences <</DisplayDocTitle true${reading}>>`,
    `/Metadata ${metadata} 0 R`,
  ];
  file.objects.set(file.root, { body: `${kept}\n${added.join('\n')}>>`, stream: null });
}

function xmp(properties: PdfProperties, producer: string, claimsUa: boolean): string {
  const { title, subject, authors, keywords, language, date, edition, creator } = properties;
  const rows: readonly (readonly [string, string | null])[] = [
    ['dc:format', 'application/pdf'],
    ['dc:title', list('Alt', [title], ' xml:lang="x-default"')],
    ['dc:creator', list('Seq', authors)],
    ['dc:description', list('Alt', subject ? [subject] : [], ' xml:lang="x-default"')],
    ['dc:subject', list('Bag', keywords)],
    ['dc:language', list('Bag', [language])],
    ['xmp:CreatorTool', xml(creator)],
    ['xmp:CreateDate', date],
    ['xmp:ModifyDate', date],
    ['prism:edition', edition ? xml(edition) : null],
    ['pdf:Producer', xml(producer)],
    // PDF/UA-1 (ISO 14289-1, clause 5).
    ['pdfuaid:part', claimsUa ? '1' : null],
    ['pdf:Keywords', keywords.length > 0 ? xml(keywords.join(', ')) : null],
  ];
  const lines = rows
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${lines.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function list(kind: string, items: readonly string[], attribute = ''): string | null {
  if (items.length === 0) return null;
  return `<rdf:${kind}>${items.map((item) => `<rdf:li${attribute}>${xml(item)}</rdf:li>`).join('')}</rdf:${kind}>`;
}

/** Characters that XML 1.0 does not have at all are left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
}
