import type { Border } from '../../scene/scene.js';
import { emu } from '../units.js';
import { colourXml, type Palette } from './colour-xml.js';

/** `a:ln` of a border; `tag` is `a:lnB` and its like in table cells. */
export function lineXml(border: Border | null, palette: Palette, tag = 'a:ln'): string {
  if (!border) return `<${tag}><a:noFill/></${tag}>`;
  const compound = border.style === 'double' ? 'dbl' : 'sng';
  const cap = border.style === 'dotted' ? 'rnd' : 'flat';
  return `<${tag} w="${emu(border.width)}" cap="${cap}" cmpd="${compound}" algn="ctr"><a:solidFill>${colourXml(border.colour, palette)}</a:solidFill>${dashXml(border)}<a:miter lim="800000"/></${tag}>`;
}

/** Chromium's dashes: three widths long below 3 px, two from there on, gaps alike; dots are a width apart. */
function dashXml({ style, width }: Border): string {
  if (style === 'dotted') return '<a:prstDash val="sysDot"/>';
  if (style !== 'dashed') return '<a:prstDash val="solid"/>';
  const length = width < 3 ? 300000 : 200000;
  return `<a:custDash><a:ds d="${length}" sp="${length}"/></a:custDash>`;
}
