import type { Border } from '../../scene/scene.js';
import { emu } from '../units.js';
import { colourXml, type Palette } from './colour-xml.js';
import { dashOf } from './dashed-square.js';

/** `a:ln` of a border; `tag` is `a:lnB` and its like in table cells. */
export function lineXml(border: Border | null, palette: Palette, tag = 'a:ln'): string {
  if (!border) return `<${tag}><a:noFill/></${tag}>`;
  const compound = border.style === 'double' ? 'dbl' : 'sng';
  const cap = border.style === 'dotted' ? 'rnd' : 'flat';
  return `<${tag} w="${emu(border.width)}" cap="${cap}" cmpd="${compound}" algn="ctr"><a:solidFill>${colourXml(border.colour, palette)}</a:solidFill>${dashXml(border)}<a:miter lim="800000"/></${tag}>`;
}

/** The browser's dashes; dots are a width apart. */
function dashXml(border: Border): string {
  const { style } = border;
  if (style === 'dotted') return '<a:prstDash val="sysDot"/>';
  if (style !== 'dashed') return '<a:prstDash val="solid"/>';
  const { dash, gap } = dashOf(border);
  return `<a:custDash><a:ds d="${dash * 100000}" sp="${gap * 100000}"/></a:custDash>`;
}
