import { transformScale } from './transform.js';

/**
 * How much larger than laid out the inside of an element is drawn, 1 as a rule: Marp's script fits headings and code into
 * their place by an SVG in a shadow tree, and computed styles know nothing of that.
 */
export function drawnScale(element: Element): number {
  return fittedScale(element) * transformScale(element);
}

function fittedScale(element: Element): number {
  const fitted = element.closest('[data-auto-scaling]');
  const drawing = fitted?.shadowRoot?.querySelector('marp-auto-scaling')?.shadowRoot?.querySelector('svg');
  const frame = drawing?.querySelector('foreignObject');
  const section = element.closest('section');
  if (!frame || !section || frame.width.baseVal.value === 0 || section.offsetWidth === 0) return 1;
  const around = section.getBoundingClientRect().width / section.offsetWidth;
  const scale = frame.getBoundingClientRect().width / frame.width.baseVal.value / around;
  return scale > 0 ? scale : 1;
}
