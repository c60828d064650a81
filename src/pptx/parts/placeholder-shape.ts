import { escapeXml } from '../opc/xml.js';
import type { PlaceholderPlan } from '../placeholder-plan.js';
import type { Palette } from '../shapes/colour-xml.js';
import { nonVisualXml } from '../shapes/non-visual.js';
import { bodyPropertiesXml, type Placeholder, placeholderXml } from '../shapes/text-xml.js';
import { transformXml } from '../shapes/transform-xml.js';
import { levelsXml } from './levels.js';

/** What a placeholder of a master or a layout says before anything is written into it. */
const prompts: Readonly<Record<Placeholder['type'], string>> = {
  title: 'Headline: one sentence that says it all',
  ctrTitle: 'Title of the brief',
  subTitle: 'Subtitle',
  obj: 'Text',
  body: 'Text',
  dt: 'Date',
  ftr: 'Footer',
  sldNum: '‹#›',
};

/** What the shapes in placeholders are called. */
export const placeholderNames: Readonly<Record<Placeholder['type'], string>> = {
  title: 'Title',
  ctrTitle: 'Title',
  subTitle: 'Subtitle',
  obj: 'Content',
  body: 'Text',
  dt: 'Date',
  ftr: 'Footer',
  sldNum: 'Slide number',
};

/** The five levels that Office's own prompts show, so that people see how each looks. */
const deeper = ['Second level', 'Third level', 'Fourth level', 'Fifth level'];

/** A placeholder of a master or a layout; one that is `inherited` takes its text's look from the master's styles. */
export function placeholderShape(
  plan: PlaceholderPlan,
  placeholder: Placeholder,
  id: number,
  palette: Palette,
  inherited: boolean,
): string {
  const { type } = placeholder;
  const seat = { insets: { left: 0, top: 0, right: 0, bottom: 0 }, anchor: 't', wrap: true } as const;
  const styles = inherited ? '<a:lstStyle/>' : `<a:lstStyle>${levelsXml(plan, palette, false)}</a:lstStyle>`;
  const name = `${placeholderNames[type]} placeholder`;
  return `<p:sp><p:nvSpPr>${nonVisualXml({ id, name })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${placeholderXml(placeholder)}</p:nvSpPr><p:spPr>${transformXml(plan.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>${bodyPropertiesXml(seat)}${styles}${promptXml(placeholder, plan.text, inherited)}</p:txBody></p:sp>`;
}

function promptXml({ type }: Placeholder, own: string | null, inherited: boolean): string {
  const end = '<a:endParaRPr lang="en"/>';
  if (type === 'sldNum')
    return `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en"/><a:t>‹#›</a:t></a:fld>${end}</a:p>`;
  const run = (text: string) => (text ? `<a:r><a:rPr lang="en"/><a:t>${escapeXml(text)}</a:t></a:r>` : '');
  const levelled = inherited && (type === 'obj' || type === 'body') ? deeper : [];
  const more = levelled.map((text, index) => `<a:p><a:pPr lvl="${index + 1}"/>${run(text)}${end}</a:p>`);
  return `<a:p>${run(own ?? prompts[type])}${end}</a:p>${more.join('')}`;
}
