import type { Marker } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';
import { colourXml, type Palette } from '../shapes/colour-xml.js';
import { centipoints, emu } from '../units.js';
import { joinLines } from './flow.js';
import type { PlacedParagraph } from './frame.js';
import { type RunContext, runPropertiesXml, runXml } from './run-xml.js';
import { faceName } from './typefaces.js';

/** One `a:p`. */
export function paragraphXml(paragraph: PlacedParagraph, context: RunContext): string {
  const pieces = joinLines(paragraph);
  const runs = pieces.map((piece, index) => {
    if (piece !== 'break') return piece.text === '' ? '' : runXml(piece, context);
    const near =
      pieces.slice(0, index).findLast((each) => each !== 'break') ?? pieces.find((each) => each !== 'break');
    return near ? `<a:br>${runPropertiesXml(near, context, 'rPr', false)}</a:br>` : '<a:br/>';
  });
  const last = pieces.findLast((each) => each !== 'break');
  // A bare paragraph mark would bring the theme's font, and its line height, into the last line.
  const end = last ? runPropertiesXml(last, context, 'endParaRPr', false) : '';
  return `<a:p>${propertiesXml(paragraph, context)}${runs.join('')}${end}</a:p>`;
}

const alignments = { left: 'l', center: 'ctr', right: 'r', justify: 'just' } as const;

function propertiesXml(paragraph: PlacedParagraph, { palette, inherited, foreign }: RunContext): string {
  const { margin, indent, level, align, direction, percent, before, marker } = paragraph;
  // Text of a placeholder without bullets starts at its edge, with nothing above.
  const plain = inherited !== null && !inherited.bullets;
  const size = paragraph.lines[0]?.runs[0]?.size ?? 16;
  const values = attributes({
    marL: plain && margin < 0.5 ? null : emu(margin),
    indent: plain && Math.abs(indent) < 0.5 ? null : emu(indent),
    lvl: level > 0 ? level : null,
    algn: inherited?.align === align ? null : alignments[align],
    // Said again though inherited: it is no matter of looks, and survives when the text is pasted elsewhere.
    rtl: direction === 'rtl' || (inherited?.direction === direction ? null : false),
  });
  const lines = percent === 100 && !foreign ? '' : `<a:lnSpc><a:spcPct val="${percent * 1000}"/></a:lnSpc>`;
  const above =
    plain && before === 0
      ? ''
      : `<a:spcBef><a:spcPts val="${Math.min(158400, centipoints(before))}"/></a:spcBef>`;
  const below = inherited ? '' : '<a:spcAft><a:spcPts val="0"/></a:spcAft>';
  const bullet = marker ? markerXml(marker, size, palette) : plain ? '' : '<a:buNone/>';
  const inside = lines + above + below + bullet;
  if (!inside && !values) return '';
  return inside ? `<a:pPr${values}>${inside}</a:pPr>` : `<a:pPr${values}/>`;
}

/** Counter style and suffix of CSS to `ST_TextAutonumberScheme`. */
const numberings: Readonly<Record<string, string>> = {
  'decimal.': 'arabicPeriod',
  'decimal)': 'arabicParenR',
  decimal: 'arabicPlain',
  'lower-alpha.': 'alphaLcPeriod',
  'lower-alpha)': 'alphaLcParenR',
  'lower-alpha': 'alphaLcPeriod',
  'upper-alpha.': 'alphaUcPeriod',
  'upper-alpha)': 'alphaUcParenR',
  'upper-alpha': 'alphaUcPeriod',
  'lower-roman.': 'romanLcPeriod',
  'lower-roman)': 'romanLcParenR',
  'lower-roman': 'romanLcPeriod',
  'upper-roman.': 'romanUcPeriod',
  'upper-roman)': 'romanUcParenR',
  'upper-roman': 'romanUcPeriod',
};

function markerXml(marker: Marker, size: number, palette: Palette): string {
  const percent = Math.max(25, Math.min(400, Math.round((marker.size / size) * 100)));
  // Bullets are drawn by Arial, which has them all; numbers by their own face.
  const face = marker.kind === 'bullet' ? 'Arial' : faceName(marker.family, palette.carried);
  const look = `<a:buClr>${colourXml(marker.colour, palette)}</a:buClr><a:buSzPct val="${percent * 1000}"/><a:buFont${attributes({ typeface: face })}/>`;
  if (marker.kind === 'bullet') return `${look}<a:buChar${attributes({ char: marker.text })}/>`;
  const type = numberings[marker.style + marker.suffix] ?? 'arabicPeriod';
  const startAt = marker.number !== null && marker.number > 1 ? Math.min(32767, marker.number) : null;
  return `${look}<a:buAutoNum${attributes({ type, startAt })}/>`;
}
