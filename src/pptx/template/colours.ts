import { childOf, type XmlElement } from '../opc/xml-reader.js';

/** `#RRGGBB` by the names that slides use: `tx1`, `bg1`, `accent1` … */
export type BrandScheme = ReadonlyMap<string, string>;

/** A change of a scheme colour's lightness, in parts of 1: times `mod`, plus `off`. */
export interface Lightness {
  readonly mod: number;
  readonly off: number;
}

/** The colours of a theme by the names of slides, by way of a colour map (`bg1="lt1"`). */
export function readScheme(theme: XmlElement, map: XmlElement | undefined): BrandScheme {
  const written = childOf(theme, 'a:themeElements', 'a:clrScheme')?.children ?? [];
  const own = new Map(written.map(({ name, children }) => [name.replace('a:', ''), literal(children[0])]));
  const names = new Map([...own.keys()].map((name) => [name, name]));
  for (const [name, value] of map?.attributes ?? []) names.set(name, value);
  return new Map(
    [...names].flatMap(([name, value]) => {
      const hex = own.get(value);
      return hex ? [[name, hex] as const] : [];
    }),
  );
}

const presets: Readonly<Record<string, string>> = { white: '#FFFFFF', black: '#000000' };

/** A colour that is given by its value; null where it is of a form that is not read. */
function literal(colour: XmlElement | undefined): string | null {
  const value = colour?.attributes.get(colour.name === 'a:sysClr' ? 'lastClr' : 'val') ?? '';
  if (/^[\da-f]{6}$/iu.test(value)) return `#${value.toUpperCase()}`;
  return colour?.name === 'a:prstClr' ? (presets[value] ?? null) : null;
}

/** The colour inside a fill such as `a:solidFill`; `own` is what `phClr` stands for; null where it cannot be told. */
export function colourIn(
  fill: XmlElement | undefined,
  scheme: BrandScheme,
  own: string | null,
): string | null {
  const colour = fill?.children.find(({ name }) => /^a:\w+Clr$/u.test(name));
  if (!colour) return null;
  const name = colour.attributes.get('val') ?? '';
  const plain =
    colour.name !== 'a:schemeClr' ? literal(colour) : name === 'phClr' ? own : (scheme.get(name) ?? null);
  const part = (child: string) =>
    Number(childOf(colour, child)?.attributes.get('val') ?? Number.NaN) / 100000;
  if (plain === null) return null;
  const mod = part('a:lumMod') || part('a:shade') || 1;
  return lighten(plain, { mod, off: part('a:lumOff') || 0 });
}

/** A colour of another lightness, as DrawingML reckons it: in HSL, hue and saturation kept. */
export function lighten(hex: string, { mod, off }: Lightness): string {
  if (mod === 1 && off === 0) return hex;
  const [red, green, blue] = channels(hex);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const wanted = Math.min(1, Math.max(0, light * mod + off));
  const spread = (lightness: number) => 1 - Math.abs(2 * lightness - 1);
  // With hue and saturation as they are, each channel's distance from the lightness goes with the spread.
  const scale = spread(light) === 0 ? 0 : spread(wanted) / spread(light);
  return `#${[red, green, blue].map((each) => twoDigits(wanted + (each - light) * scale)).join('')}`;
}

function twoDigits(part: number): string {
  return Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .toUpperCase()
    .padStart(2, '0');
}

function channels(hex: string): readonly [number, number, number] {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

/** Relative luminance as WCAG 2 reckons it, 0 to 1. */
export function luminance(hex: string): number {
  const [red, green, blue] = channels(hex);
  const linear = (part: number) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours as WCAG 2 reckons it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
