import type { LayoutPlan, PlannedSlide } from '../layout-plan.js';
import { attributes, escapeXml } from '../opc/xml.js';
import { nonVisualXml } from '../shapes/non-visual.js';
import { placeholderXml } from '../shapes/text-xml.js';
import { transformXml } from '../shapes/transform-xml.js';
import { titlePlaceholder } from './filled-placeholders.js';

/**
 * Every slide has a title for screen readers and the outline view; one that the slide does not show is hidden, and stands above
 * the slide for programs that draw what is hidden, as LibreOffice does.
 */
export function hiddenTitleXml(
  title: string,
  { scene }: PlannedSlide,
  layout: LayoutPlan,
  language: string,
  id: number,
): string {
  const shown = layout.title?.rect ?? { x: 64, y: 60, width: scene.width - 128, height: 60 };
  const rect = { ...shown, y: -shown.height - 16 };
  const facts = { id, name: 'Title', hidden: true };
  return `<p:sp><p:nvSpPr>${nonVisualXml(facts)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${placeholderXml(titlePlaceholder(layout))}</p:nvSpPr><p:spPr>${transformXml(rect)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr${attributes({ lang: language })}/><a:t>${escapeXml(title)}</a:t></a:r></a:p></p:txBody></p:sp>`;
}
