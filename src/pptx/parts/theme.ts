import { scriptTypefaces, themeTypeface } from '../../fonts/office.js';
import { attributes, xmlHead } from '../opc/xml.js';
import type { SchemeSlot, ThemePlan } from '../theme-plan.js';

const order: readonly SchemeSlot[] = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The format scheme has three of each by the schema; slides here say all they need themselves. */
const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number) =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${solid}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`;
const noEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** What each further script is set in. */
const scripts = scriptTypefaces
  .map(([script, typeface]) => `<a:font${attributes({ script, typeface })}/>`)
  .join('');

/** The theme part: the deck's colours and faces under the names of Office. */
export function themeXml({ name, colours, headingFace, bodyFace }: ThemePlan, language: string): string {
  const scheme = order
    .map((slot) => `<a:${slot}><a:srgbClr val="${colours[slot].slice(1)}"/></a:${slot}>`)
    .join('');
  const font = (tag: string, face: string) =>
    `<a:${tag}><a:latin${attributes({ typeface: face })}/><a:ea typeface="${themeTypeface('ea', language)}"/><a:cs typeface="${themeTypeface('cs', language)}"/>${scripts}</a:${tag}>`;
  const named = attributes({ name });
  return `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"${named}><a:themeElements><a:clrScheme${named}>${scheme}</a:clrScheme><a:fontScheme${named}>${font('majorFont', headingFace)}${font('minorFont', bodyFace)}</a:fontScheme><a:fmtScheme${named}><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`;
}
