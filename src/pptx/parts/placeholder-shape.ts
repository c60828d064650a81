import type { PlaceholderPlan } from '../layout-plan.js';
import { attributes, escapeXml } from '../opc/xml.js';
import { colourXml, type Palette } from '../shapes/colour-xml.js';
import { transformXml } from '../shapes/geometry-xml.js';
import { nonVisualXml } from '../shapes/non-visual.js';
import { bodyPropertiesXml, type Placeholder, placeholderXml } from '../shapes/text-xml.js';
import { typefaceOf } from '../text/typefaces.js';
import { centipoints, emu } from '../units.js';

const alignments = { left: 'l', center: 'ctr', right: 'r', justify: 'just' } as const;

/** Level properties (`a:lvl1pPr` …) of text with this look; `bullets` hang before the body's levels. */
export function levelsXml(
  { look, align }: PlaceholderPlan,
  palette: Palette,
  bullets: boolean,
  levels = 1,
): string {
  const face = typefaceOf(look.family).name;
  const themed = palette.faces.get(face) ?? face;
  const step = look.size * 1.1;
  return Array.from({ length: levels }, (_, level) => {
    // Each level is a little smaller, down to 14 pt, below which no text of a slide goes.
    const size = Math.max(Math.min(look.size, 56 / 3), look.size * 0.9 ** level);
    const values = attributes({
      marL: bullets ? emu(step * (level + 1)) : 0,
      indent: bullets ? emu(-step) : 0,
      algn: alignments[align],
      defTabSz: 914400,
    });
    const bullet = bullets
      ? `<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="${level % 2 === 0 ? '▪' : '–'}"/>`
      : '<a:buNone/>';
    const run = attributes({ sz: centipoints(size), b: look.weight >= 600, i: look.italic, kern: 0 });
    const before = bullets ? centipoints(look.size * 0.4) : 0;
    return `<a:lvl${level + 1}pPr${values}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="${before}"/></a:spcBef>${bullet}<a:defRPr${run}><a:solidFill>${colourXml(look.colour, palette)}</a:solidFill><a:latin${attributes({ typeface: themed })}/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level + 1}pPr>`;
  }).join('');
}

/** What a placeholder of a master or a layout says before anything is written into it. */
const prompts: Readonly<Record<Placeholder['type'], string>> = {
  title: 'Headline: one sentence that says it all',
  ctrTitle: 'Title of the brief',
  subTitle: 'Subtitle',
  obj: 'Text',
  body: 'Text',
  ftr: '',
  sldNum: '‹#›',
};

const names: Readonly<Record<Placeholder['type'], string>> = {
  title: 'Title',
  ctrTitle: 'Title',
  subTitle: 'Subtitle',
  obj: 'Content',
  body: 'Text',
  ftr: 'Footer',
  sldNum: 'Slide number',
};

/** A placeholder of a master or a layout. */
export function placeholderShape(
  plan: PlaceholderPlan,
  placeholder: Placeholder,
  id: number,
  palette: Palette,
): string {
  const { type } = placeholder;
  const levels = levelsXml(plan, palette, type === 'obj', type === 'obj' ? 5 : 1);
  const seat = { insets: { left: 0, top: 0, right: 0, bottom: 0 }, anchor: 't', wrap: true } as const;
  const text =
    type === 'sldNum'
      ? '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en"/><a:t>‹#›</a:t></a:fld>'
      : prompts[type] && `<a:r><a:rPr lang="en"/><a:t>${escapeXml(prompts[type])}</a:t></a:r>`;
  return `<p:sp><p:nvSpPr>${nonVisualXml({ id, name: `${names[type]} placeholder` })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${placeholderXml(placeholder)}</p:nvSpPr><p:spPr>${transformXml(plan.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>${bodyPropertiesXml(seat)}<a:lstStyle>${levels}</a:lstStyle><a:p>${text}<a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>`;
}
