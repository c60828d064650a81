import { attributes, escapeXml, presentationNamespaces, xmlHead } from '../opc/xml.js';
import type { Palette } from '../shapes/colour-xml.js';
import { commonSlideXml } from './shape-tree.js';

const emptyPalette: Palette = { colours: new Map(), faces: new Map(), carried: new Set() };

/** A page of notes in EMU: 7.5 × 10 inches, upright. */
export const notesSize = { width: 6858000, height: 9144000 } as const;

const picture = '<a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>';
const text = '<a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm>';

function shape(id: number, name: string, placeholder: string, properties: string, body: string): string {
  const locks = placeholder.includes('sldImg')
    ? '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    : '<a:spLocks noGrp="1"/>';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr>${locks}</p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr><p:spPr>${properties}</p:spPr>${body}</p:sp>`;
}

/** The notes master part: the slide's picture above, the notes below. */
export function notesMasterXml(): string {
  const level =
    '<a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>';
  const frame = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const shapes =
    shape(
      2,
      'Slide image',
      'type="sldImg" idx="2"',
      `${picture}${frame}<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>`,
      '',
    ) +
    shape(
      3,
      'Notes',
      'type="body" sz="quarter" idx="3"',
      text + frame,
      '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en"/><a:t>Notes</a:t></a:r></a:p></p:txBody>',
    );
  const white = { kind: 'solid', colour: { hex: '#FFFFFF', alpha: 1 } } as const;
  return `${xmlHead}<p:notesMaster ${presentationNamespaces}>${commonSlideXml(shapes, white, emptyPalette)}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>${level}</p:notesStyle></p:notesMaster>`;
}

/** The notes of one slide; a paragraph a line. */
export function notesXml(notes: string, language: string): string {
  const lang = attributes({ lang: language });
  const paragraphs = notes
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<a:p><a:r><a:rPr${lang}/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`);
  const body = `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('') || '<a:p/>'}</p:txBody>`;
  const shapes =
    shape(2, 'Slide image', 'type="sldImg"', '', '') + shape(3, 'Notes', 'type="body" idx="1"', '', body);
  return `${xmlHead}<p:notes ${presentationNamespaces}>${commonSlideXml(shapes, null, emptyPalette)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
