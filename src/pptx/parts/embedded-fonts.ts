import type { EmbeddedFont } from '../../fonts/embedding.js';
import type { OpcPackage } from '../opc/package.js';
import type { Relationships } from '../opc/relationships.js';
import { attributes } from '../opc/xml.js';

/** Styles of a family in the order of the schema. */
const styles = [
  { element: 'regular', bold: false, italic: false },
  { element: 'bold', bold: true, italic: false },
  { element: 'italic', bold: false, italic: true },
  { element: 'boldItalic', bold: true, italic: true },
] as const;

/** Puts fonts into the package, one part each, and gives the presentation's list of them; empty for none. */
export function addFonts(fonts: readonly EmbeddedFont[], opc: OpcPackage, links: Relationships): string {
  let number = 0;
  const add = ({ bytes }: EmbeddedFont): string => {
    number += 1;
    opc.addFile(`ppt/fonts/font${number}.fntdata`, bytes);
    return links.add('font', `fonts/font${number}.fntdata`);
  };
  const families = [...new Set(fonts.map(({ family }) => family))];
  const rows = families.map((family) => {
    const own = fonts.filter((font) => font.family === family);
    const faces = styles.flatMap(({ element, bold, italic }) => {
      const font = own.find((each) => each.bold === bold && each.italic === italic);
      return font ? [`<p:${element} r:id="${add(font)}"/>`] : [];
    });
    return `<p:embeddedFont><p:font${attributes({ typeface: family })}/>${faces.join('')}</p:embeddedFont>`;
  });
  return rows.length > 0 ? `<p:embeddedFontLst>${rows.join('')}</p:embeddedFontLst>` : '';
}
