import type { Palette } from '../shapes/colour-xml.js';
import { type BrandScheme, contrast, lighten, luminance } from './colours.js';

/** The deck's colours in those of the template. */
export interface BrandPalette extends Palette {
  /** How a colour of the deck comes out. */
  readonly shown: (hex: string) => string;
}

/** A colour of the template: its name, times `mod` and plus `off` in lightness. */
type Option = readonly [name: string, mod?: number, off?: number];

/** What a colour of briefdeck's themes becomes: the first option that stands out enough from what it is seen against. */
interface Row {
  readonly token: string;
  readonly options: readonly Option[];
  readonly against: string;
  readonly least: number;
}

/** In this order, since later rows are seen against earlier ones. Shades are those that PowerPoint's own colour menu offers. */
const rows: readonly Row[] = [
  { token: 'paper', options: [['bg1']], against: 'paper', least: 0 },
  { token: 'ink', options: [['tx1']], against: 'paper', least: 0 },
  {
    token: 'accent',
    options: [
      ['accent1'],
      ['accent1', 0.75],
      ['accent1', 0.5],
      ['accent1', 0.6, 0.4],
      ['accent1', 0.4, 0.6],
      ['tx1'],
    ],
    against: 'paper',
    least: 4.5,
  },
  {
    token: 'deep',
    options: [['tx2'], ['accent1', 0.5], ['tx1', 0.75, 0.25], ['tx1']],
    against: 'paper',
    least: 7,
  },
  { token: 'ink-2', options: [['tx1', 0.75, 0.25], ['tx1', 0.85], ['tx1']], against: 'paper', least: 7 },
  { token: 'strong', options: [['tx1', 0.65, 0.35], ['tx1', 0.65], ['tx1']], against: 'paper', least: 4.5 },
  {
    token: 'rule',
    options: [['bg1', 0.75], ['tx1', 0.5], ['tx1', 0.5, 0.5], ['tx1']],
    against: 'paper',
    least: 1.4,
  },
  {
    token: 'tint',
    options: [['bg2'], ['bg1', 0.95], ['bg1', 0.85, 0.15], ['bg1']],
    against: 'ink',
    least: 9,
  },
  {
    token: 'accent-tint',
    options: [['accent1', 0.2, 0.8], ['accent1', 0.25], ['bg1', 0.95], ['bg1']],
    against: 'ink',
    least: 9,
  },
  { token: 'on-deep', options: [['bg1', 0.85], ['bg1', 0.65, 0.35], ['bg1']], against: 'deep', least: 4.5 },
  {
    token: 'map-mid',
    options: [['bg1', 0.65], ['tx1', 0.5], ['tx1', 0.5, 0.5], ['tx1']],
    against: 'paper',
    least: 2,
  },
  { token: 'map-land', options: [['bg1', 0.95], ['bg1', 0.85, 0.15], ['bg1']], against: 'ink', least: 9 },
];

/**
 * Finds a colour of the template for each colour of the deck's theme. A deck that has no more than a text colour and a ground keeps its
 * own where the template is dark and it is light, or the other way round: its other colours would not fit.
 */
export function brandPalette(
  tokens: Readonly<Record<string, string>>,
  scheme: BrandScheme,
  { faces, carried }: Pick<Palette, 'faces' | 'carried'>,
): BrandPalette {
  const chosen = new Map<string, Option>();
  const shownTokens = new Map<string, string>();
  const ground = scheme.get('bg1');
  const turned =
    ground !== undefined &&
    tokens.paper !== undefined &&
    luminance(ground) > 0.4 !== luminance(tokens.paper) > 0.4;
  for (const { token, options, against, least } of turned && !tokens.accent ? [] : rows) {
    const hex = tokens[token];
    const seen = shownTokens.get(against) ?? tokens[against] ?? '#FFFFFF';
    const known = options.filter(([name]) => scheme.has(name));
    const option = known.find((each) => contrast(brandValue(each, scheme), seen) >= least) ?? known.at(-1);
    if (!hex || !option) continue;
    shownTokens.set(token, brandValue(option, scheme));
    if (!chosen.has(hex)) chosen.set(hex, option);
  }
  return {
    colours: new Map([...chosen].map(([hex, [name]]) => [hex, name])),
    shades: new Map([...chosen].map(([hex, option]) => [hex, shadeXml(option)])),
    faces,
    carried,
    shown: (hex) => {
      const option = chosen.get(hex);
      return option ? brandValue(option, scheme) : hex;
    },
  };
}

function brandValue([name, mod = 1, off = 0]: Option, scheme: BrandScheme): string {
  return lighten(scheme.get(name) ?? '#808080', { mod, off });
}

function shadeXml([, mod = 1, off = 0]: Option): string {
  const change = (tag: string, part: number) => `<a:${tag} val="${Math.round(part * 100000)}"/>`;
  return (mod === 1 ? '' : change('lumMod', mod)) + (off === 0 ? '' : change('lumOff', off));
}
