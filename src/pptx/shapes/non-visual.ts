import { attributes } from '../opc/xml.js';

/** What people and screen readers are told of a shape. */
export interface NonVisual {
  readonly id: number;
  readonly name: string;
  /** Alternative text; null for none. */
  readonly description?: string | null;
  /** Passed over by screen readers. */
  readonly decorative?: boolean;
  /** Listed, but not drawn. */
  readonly hidden?: boolean;
  /** `a:hlinkClick` of the whole shape. */
  readonly link?: string;
}

const decorativeXml =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** `p:cNvPr`. */
export function nonVisualXml({ id, name, description, decorative, hidden, link }: NonVisual): string {
  const values = attributes({
    id,
    name: name.slice(0, 120),
    descr: description ?? null,
    hidden: hidden ? 1 : null,
  });
  const inside = (link ?? '') + (decorative ? decorativeXml : '');
  return inside ? `<p:cNvPr${values}>${inside}</p:cNvPr>` : `<p:cNvPr${values}/>`;
}

/** The selection pane shows names: what it is, and how its text begins. */
export function labelled(name: string, text: string): string {
  const start = text.replace(/\s+/gu, ' ').trim();
  if (!start) return name;
  const characters = [...start];
  return `${name}: ${characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : start}`;
}
