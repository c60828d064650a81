import { escapeXml, xmlHead } from '../opc/xml.js';
import type { PptxProperties } from '../pptx-input.js';

/** `docProps/core.xml`. The only dates are the edition's: the same outline gives the same bytes. */
export function corePropertiesXml(
  { title, subject, authors, keywords, date }: PptxProperties,
  language: string,
): string {
  const element = (name: string, value: string | null) =>
    value ? `<${name}>${escapeXml(value)}</${name}>` : '';
  const stamp = date ? fullDate(date) : null;
  const dated = (name: string) =>
    stamp ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>` : '';
  const author = authors.join('; ') || null;
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${element('dc:title', title)}${element('dc:subject', subject)}${element('dc:creator', author)}${element('cp:keywords', keywords.join(', '))}${element('cp:lastModifiedBy', author)}${dated('created')}${dated('modified')}${element('dc:language', language)}</cp:coreProperties>`;
}

function fullDate(date: string): string | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date) ?? [];
  return year ? `${year}-${month}-${day}T00:00:00Z` : null;
}

/** `docProps/app.xml`. */
export function appPropertiesXml({ organisation }: PptxProperties, slides: number, notes: number): string {
  const company = organisation ? `<Company>${escapeXml(organisation)}</Company>` : '';
  return `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime><Application>briefdeck</Application><PresentationFormat>Custom</PresentationFormat><Slides>${slides}</Slides><Notes>${notes}</Notes><HiddenSlides>0</HiddenSlides>${company}</Properties>`;
}
