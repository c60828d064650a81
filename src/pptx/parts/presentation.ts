import { attributes, presentationNamespaces, xmlHead } from '../opc/xml.js';
import type { PptxInput } from '../pptx-input.js';
import { emu } from '../units.js';
import { plainLevels } from './levels.js';
import { notesSize } from './notes.js';

/** Relationship ids of what the presentation holds. */
export interface PresentationLinks {
  /** Each with its id in the list of masters; null for none. */
  readonly masters: readonly { readonly link: string; readonly id: string | null }[];
  readonly notesMaster: string | null;
  readonly slides: readonly string[];
  /** `p:embeddedFontLst`; empty for none. */
  readonly fonts: string;
}

/** The sizes of a deck's pages, and the text that stands in no placeholder. */
export interface PresentationPage {
  /** Attributes of `p:sldSz`. */
  readonly slideSize: Readonly<Record<string, string | number>>;
  readonly notesSize: { readonly width: string | number; readonly height: string | number };
  /** `p:defaultTextStyle`; null for that of our own decks. */
  readonly textStyle: string | null;
}

/** Pages of our own decks; px. */
export function ownPage(width: number, height: number): PresentationPage {
  return { slideSize: { cx: emu(width), cy: emu(height) }, notesSize, textStyle: null };
}

/** Slide ids start here by the schema. */
const firstSlideId = 256;

/** `ppt/presentation.xml`. */
export function presentationXml(
  links: PresentationLinks,
  { slideSize, notesSize: page, textStyle }: PresentationPage,
  { sections, language, properties }: Pick<PptxInput, 'sections' | 'language' | 'properties'>,
): string {
  const slides = links.slides
    .map((id, index) => `<p:sldId id="${firstSlideId + index}" r:id="${id}"/>`)
    .join('');
  const notes = links.notesMaster
    ? `<p:notesMasterIdLst><p:notesMasterId r:id="${links.notesMaster}"/></p:notesMasterIdLst>`
    : '';
  const masters = links.masters
    .map(({ id, link }) => `<p:sldMasterId${attributes({ id, 'r:id': link })}/>`)
    .join('');
  const list = slides ? `<p:sldIdLst>${slides}</p:sldIdLst>` : '';
  const size = `<p:sldSz${attributes(slideSize)}/><p:notesSz cx="${page.width}" cy="${page.height}"/>`;
  const own = `<p:defaultTextStyle><a:defPPr><a:defRPr${attributes({ lang: language })}/></a:defPPr>${plainLevels}</p:defaultTextStyle>`;
  return `${xmlHead}<p:presentation ${presentationNamespaces}${links.fonts ? ' embedTrueTypeFonts="1"' : ''} saveSubsetFonts="1"><p:sldMasterIdLst>${masters}</p:sldMasterIdLst>${notes}${list}${size}${links.fonts}${textStyle ?? own}${sectionsXml(sections, properties.title, links.slides.length)}</p:presentation>`;
}

/** PowerPoint's sections: every slide is in one, so slides before the first get a section of their own, named for the deck. */
function sectionsXml(sections: PptxInput['sections'], deck: string, count: number): string {
  const starts = sections.filter(({ firstSlide }) => firstSlide >= 1 && firstSlide <= count);
  const [first] = starts;
  if (!first) return '';
  const all = first.firstSlide > 1 ? [{ title: deck, firstSlide: 1 }, ...starts] : starts;
  const rows = all.map(({ title, firstSlide }, index) => {
    const end = all[index + 1]?.firstSlide ?? count + 1;
    const ids = Array.from(
      { length: Math.max(0, end - firstSlide) },
      (_, at) => `<p14:sldId id="${firstSlideId + firstSlide - 1 + at}"/>`,
    );
    return `<p14:section${attributes({ name: title, id: sectionId(index) })}><p14:sldIdLst>${ids.join('')}</p14:sldIdLst></p14:section>`;
  });
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${rows.join('')}</p14:sectionLst></p:ext></p:extLst>`;
}

/** A GUID in capitals, as the schema wants it; fixed by the section's place. */
function sectionId(index: number): string {
  return `{B8A1D0C4-52E7-4F3B-9C6D-${(index + 1).toString(16).toUpperCase().padStart(12, '0')}}`;
}

/** Parts that PowerPoint expects and that say nothing here. */
export const fixedParts = {
  presProps: `${xmlHead}<p:presentationPr ${presentationNamespaces}/>`,
  viewProps: `${xmlHead}<p:viewPr ${presentationNamespaces}/>`,
  tableStyles: `${xmlHead}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
} as const;
