import type { Colour, Fill } from '../../scene/scene.js';
import { attributes } from '../opc/xml.js';

/** What of the theme a slide can refer to instead of naming a value. */
export interface Palette {
  /** `#RRGGBB` to the name of a scheme colour. */
  readonly colours: ReadonlyMap<string, string>;
  /** `#RRGGBB` to what changes the scheme colour's lightness (`a:lumMod` …), for those that are no scheme colour themselves. */
  readonly shades?: ReadonlyMap<string, string>;
  /** Typeface to the theme's reference, `+mj-lt` or `+mn-lt`. */
  readonly faces: ReadonlyMap<string, string>;
  /** Families whose fonts the file holds, so that texts may name them. */
  readonly carried: ReadonlySet<string>;
}

/** A colour: by its name in the theme where it has one, so that it changes with the theme. */
export function colourXml({ hex, alpha }: Colour, { colours, shades }: Palette): string {
  const clear = alpha < 1 ? `<a:alpha val="${Math.round(alpha * 100000)}"/>` : '';
  const name = colours.get(hex);
  return name
    ? `<a:schemeClr val="${name}">${shades?.get(hex) ?? ''}${clear}</a:schemeClr>`
    : `<a:srgbClr val="${hex.slice(1)}">${clear}</a:srgbClr>`;
}

/** A fill; `a:noFill` for none. */
export function fillXml(fill: Fill | null, palette: Palette): string {
  if (!fill) return '<a:noFill/>';
  if (fill.kind === 'solid') return `<a:solidFill>${colourXml(fill.colour, palette)}</a:solidFill>`;
  const stops = [...fill.stops]
    .sort((a, b) => a.at - b.at)
    .map(({ at, colour }) => `<a:gs pos="${Math.round(at * 100000)}">${colourXml(colour, palette)}</a:gs>`);
  if (fill.kind === 'radial') return radialXml(stops, fill);
  // CSS counts angles from the top, DrawingML from the right, both clockwise.
  const angle = ((((fill.angle - 90) % 360) + 360) % 360) * 60000;
  return `<a:gradFill rotWithShape="1"><a:gsLst>${stops.join('')}</a:gsLst><a:lin${attributes({ ang: Math.round(angle), scaled: 0 })}/></a:gradFill>`;
}

/** A gradient from its middle to the farthest corner. */
function radialXml(stops: readonly string[], { x, y }: { readonly x: number; readonly y: number }): string {
  const part = (value: number) => Math.round(value * 100000);
  const middle = attributes({ l: part(x), t: part(y), r: part(1 - x), b: part(1 - y) });
  return `<a:gradFill rotWithShape="1"><a:gsLst>${stops.join('')}</a:gsLst><a:path path="circle"><a:fillToRect${middle}/></a:path></a:gradFill>`;
}
