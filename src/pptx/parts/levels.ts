import { attributes } from '../opc/xml.js';
import type { PlaceholderPlan } from '../placeholder-plan.js';
import { colourXml, type Palette } from '../shapes/colour-xml.js';
import { faceName } from '../text/typefaces.js';
import { centipoints, emu } from '../units.js';

const alignments = { left: 'l', center: 'ctr', right: 'r', justify: 'just' } as const;

/** Text size of a level of the body, px: each is a little smaller, down to 14 pt, below which no text of a slide goes. */
export function levelSize(size: number, level: number): number {
  return Math.max(Math.min(size, 56 / 3), Math.round(size * 0.9 ** level * 1.5) / 1.5);
}

/** Level properties (`a:lvl1pPr` …) of text with this look; `bullets` hang before the body's levels. */
export function levelsXml(plan: PlaceholderPlan, palette: Palette, bullets: boolean, levels = 1): string {
  const { look, align, direction } = plan;
  const step = look.size;
  return Array.from({ length: levels }, (_, level) => {
    const values = attributes({
      marL: bullets ? emu(step * (level + 1)) : 0,
      indent: bullets ? emu(-step) : 0,
      algn: alignments[align],
      defTabSz: 914400,
      rtl: direction === 'rtl',
    });
    const before = bullets ? centipoints(look.size * 0.4) : 0;
    const spacing = `<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="${before}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>`;
    return `<a:lvl${level + 1}pPr${values}>${spacing}${bullets ? bulletXml(level) : '<a:buNone/>'}${defaultRunXml(plan, levelSize(look.size, level), palette)}</a:lvl${level + 1}pPr>`;
  }).join('');
}

/** A square, then dashes, as the theme's lists have them. */
function bulletXml(level: number): string {
  return `<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="${level % 2 === 0 ? '▪' : '–'}"/>`;
}

function defaultRunXml({ look }: PlaceholderPlan, size: number, palette: Palette): string {
  const face = faceName(look.family, palette.carried);
  const themed = palette.faces.get(face) ?? face;
  const spacing = centipoints(look.letterSpacing);
  const values = attributes({
    sz: centipoints(size),
    b: look.weight >= 600,
    i: look.italic,
    kern: 0,
    spc: spacing === 0 ? null : spacing,
  });
  const faces = (['latin', 'ea', 'cs'] as const).map(
    (slot) =>
      `<a:${slot}${attributes({ typeface: slot === 'latin' ? themed : themed.replace('-lt', `-${slot}`) })}/>`,
  );
  return `<a:defRPr${values}><a:solidFill>${colourXml(look.colour, palette)}</a:solidFill>${faces.join('')}</a:defRPr>`;
}

/** Levels of text that stands in no placeholder, such as a text box that people add: the theme's body face at 18 pt. */
export const plainLevels = Array.from(
  { length: 9 },
  (_, level) =>
    `<a:lvl${level + 1}pPr marL="${level * 457200}" algn="l" defTabSz="914400" rtl="0"><a:defRPr sz="1800" kern="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level + 1}pPr>`,
).join('');
